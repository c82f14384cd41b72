import { readFile } from 'node:fs/promises';
import { HeirsService } from '../../../src/modules/kader-roster/heirs.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { PaymentFilesService } from '../../../src/modules/payment-requests/payment-files.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { BudgetReportsService } from '../../../src/modules/reports/budget-reports.service.js';
import { ExplanationService } from '../../../src/modules/reports/explanation.service.js';
import { ValidationService } from '../../../src/modules/reports/validation.service.js';
import { testApp } from '../../support/app.js';
import { aRecorder, recordDeath, YUSNIDAR } from '../../support/deaths.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { answerFindings } from '../../support/findings.js';
import { aStatedHeir } from '../../support/heirs.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { answerOfBank, aPayingNagari, AUGUST, calculate, JULY, takeSteps } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const recorder = await aRecorder(app);
const heirs = app.get(HeirsService);
const requests = app.get(PaymentRequestsService);

const wish = { payer: SIGUNTUR, months: [JULY, AUGUST], by: office.operator };
const answer = async () =>
  (await app.get(ExplanationService).explain({ kader: YUSNIDAR, month: AUGUST })).answer;
const inArrears = async () => (await app.get(BudgetReportsService).arrears({ by: 'kader' })).data.groups;
const validated = async () => {
  const { data } = await app.get(ValidationService).report({ regionCode: SIGUNTUR });
  return data.findings
    .filter(({ what }) => what.code.includes('heir'))
    .map(({ what, since, who }) => [what.code, since, who]);
};

it('what a kader earned until she died is owed, and held out until her heir is known', async () => {
  await recordDeath(app, office);
  const report = await calculate(app, office, [JULY, AUGUST, '2026-09' as typeof JULY]);
  expect(report.exclusions.map(({ kaderName, month, code }) => [kaderName, month, code])).toEqual([
    ['Yusnidar', '2026-09', 'honor.deceased'],
  ]);
  const { request, heldOut } = await requests.draft(wish);
  expect(request).toMatchObject({ kaderCount: 1, gross: 150_000n });
  expect(heldOut.map(({ payee, owed, reason }) => [payee.name, owed, reason.code])).toEqual([
    ['Yusnidar', 150_000n, 'payment.deceased'],
  ]);
  await takeSteps(app, office, request.number, 'release');
  expect(await answer()).toMatchObject({ code: 'report.unpaid' });
  expect((await answer()).text).toContain('menunggu ahli waris');
  expect(await inArrears()).toMatchObject([
    { name: 'Yusnidar (1310********0001)', owed: 150_000n, reasons: [{ code: 'report.held-deceased' }] },
    { owed: 75_000n },
  ]);
  expect(await validated()).toEqual([['report.check-no-heir', '2026-08-14', 'operator nagari (Kasi)']]);
});

it('one person’s word for an heir pays nothing', async () => {
  await heirs.record(YUSNIDAR, aStatedHeir(), recorder.id);
  expect(await refusalCodes(() => requests.draft(wish))).toEqual(['payment.heir-unconfirmed']);
  expect((await answer()).text).toContain('Rina Marlina, dicatat Fitri Yeni, belum dikonfirmasi');
  expect(await validated()).toEqual([
    ['report.check-heir-unconfirmed', '2026-10-05', 'siapa pun selain Fitri Yeni'],
  ]);
});

it('a confirmed heir is paid in her own name, and the papers say whose honor it is', async () => {
  await heirs.confirm(YUSNIDAR, '4555', office.verifier.id);
  const { request, heldOut } = await requests.draft(wish);
  expect([request.gross, heldOut]).toEqual([150_000n, []]);
  await answerFindings(app, request.number, office.operator.id);
  const claims = [{ nik: YUSNIDAR, name: 'Yusnidar', months: [JULY, AUGUST], amount: 150_000n }];
  await app.get(PaymentRequestStepsService).submit(request.number, office.operator, claims);
  for (const [step, hand] of [
    ['verify', 'verifier'],
    ['approve', 'wali'],
    ['release', 'treasurer'],
  ] as const)
    await app.get(PaymentRequestStepsService)[step](request.number, office[hand]);
  const [list, bank] = await app.get(PaymentFilesService).export(request.number, await temporaryFolder());
  expect(await readFile(bank?.path ?? '', 'utf8')).toContain(
    '10020210044555,RINA MARLINA,150000,HONOR KADER JULI S.D. AGUSTUS 2026 AHLI WARIS DARI YUSNIDAR',
  );
  expect(list).toMatchObject({ rows: 1, total: 150_000n });
  expect((await requests.show(request.number)).members).toMatchObject([
    { name: 'Yusnidar', state: 'released' },
  ]);
});

it('what the bank returned is paid to the corrected account of the heir, and the books agree', async () => {
  const last = (await requests.list()).at(-1)?.number ?? '';
  const reply = ['HK2-1-0001,150000,GAGAL,REKENING TUTUP'];
  expect(await answerOfBank(app, office, last, reply)).toMatchObject({ returned: 1, state: 'settled' });
  expect(await refusalCodes(() => requests.draft(wish))).toEqual(['payment.account-returned']);
  const account = { bank: 'BRI', number: '554401000123456', name: 'RINA MARLINA' };
  await heirs.record(YUSNIDAR, aStatedHeir({ account }), recorder.id);
  expect(await refusalCodes(() => requests.draft(wish))).toEqual(['payment.heir-unconfirmed']);
  await heirs.confirm(YUSNIDAR, '3456', office.verifier.id);
  const { request } = await requests.draft(wish);
  await answerFindings(app, request.number, office.operator.id);
  await takeSteps(app, office, request.number, 'release');
  expect(await answerOfBank(app, office, request.number, ['HK3-1-0001,150000,BERHASIL,'])).toMatchObject({
    paid: 1,
    state: 'settled',
  });
  expect((await answer()).text).toContain('Bank BRI ***********3456 (ahli waris Rina Marlina)');
  expect(await inArrears()).toMatchObject([{ owed: 75_000n }]);
  expect(await validated()).toEqual([]);
  expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true });
});

it('an heir who became another one between approval and release is not paid by the old papers', async () => {
  const june = '2026-06' as typeof JULY;
  await calculate(app, office, [june]);
  const { request } = await requests.draft({ ...wish, months: [june] });
  await answerFindings(app, request.number, office.operator.id);
  await takeSteps(app, office, request.number, 'approve');
  await heirs.record(YUSNIDAR, aStatedHeir(), recorder.id);
  const release = () => app.get(PaymentRequestStepsService).release(request.number, office.treasurer);
  expect(await refusalCodes(release)).toEqual(['payment.changed-since-draft']);
  await heirs.confirm(YUSNIDAR, '4555', office.verifier.id);
  expect(await refusalCodes(release)).toEqual(['payment.account-changed-since-approval']);
  await app.get(PaymentRequestStepsService).reject(request.number, office.treasurer, 'ahli waris lain');
  await takeSteps(app, office, request.number, 'release');
});
