import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { CountersignService } from '../../../src/modules/payment-requests/countersign.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { RequestEvidenceService } from '../../../src/modules/payment-requests/request-evidence.service.js';
import { accountLiterals } from '../../support/account-numbers.js';
import { testApp } from '../../support/app.js';
import { answerFindings } from '../../support/findings.js';
import { aDraft, anotherApp, aPayingNagari, AUGUST, JULY, takeSteps } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';
import { sqlRefusal } from '../../support/sql-refusal.js';
import { aPerson, bandsDocument, importBands } from '../../support/signatures.js';

const { app, url } = await testApp();
const other = await anotherApp(url);
const office = await aPayingNagari(app, 10_000_000n);
const [camat, irma, joni] = [
  await aPerson(app, 'gusti', 'Camat Sitiung'),
  await aPerson(app, 'irma', 'Kepala DPMD'),
  await aPerson(app, 'joni', 'Kepala Bidang DPMD'),
];
const steps = app.get(PaymentRequestStepsService);
const countersign = app.get(CountersignService);
const awaitedOf = async (number: string) => {
  const request = await app.get(PaymentRequestsService).byNumber(number);
  return (await app.get(RequestEvidenceService).of(request)).signing;
};

const dpmd = (step: string, people: number, name = 'Kepala DPMD') => ({ function: name, step, people });
const underWay = await aDraft(app, office, [serviceMonth('2026-06')]);
await takeSteps(app, office, underWay, 'approve');
await importBands(app, office.operator.id, bandsDocument());
await importBands(
  app,
  office.operator.id,
  bandsDocument({
    scope: '13.10',
    bands: [
      { from: 50_000, signatures: [dpmd('approve', 1)] },
      { from: 150_000, signatures: [dpmd('approve', 2)] },
      { from: 150_001, signatures: [dpmd('approve', 3)] },
    ],
  }),
);
await importBands(
  app,
  office.operator.id,
  bandsDocument({
    scope: '13',
    bands: [{ from: 0, signatures: [dpmd('approve', 1, 'KEPALA DPMD'), dpmd('verify', 1, 'Inspektur')] }],
  }),
);
await importBands(app, office.operator.id, bandsDocument({ scope: '13.10', appliesTo: 'opd' }));

describe('what the bands ask for', () => {
  it('is what a draft shows, and what the database freezes when it is submitted', async () => {
    const number = await aDraft(app, office, [JULY]);
    const before = await awaitedOf(number);
    expect(before).toMatchObject({ isFrozen: false, contentSha256: null });
    await steps.submit(number, office.operator);
    const after = await awaitedOf(number);
    const sorted = (signing: typeof after) =>
      signing.awaited.map((one) => `${one.step} ${one.function} ${String(one.signers)}`).sort();
    expect(sorted(after)).toEqual(['approve Kepala DPMD 2', 'release Camat 1', 'verify Inspektur 1']);
    expect(sorted(before)).toEqual(sorted(after));
    expect(after).toMatchObject({
      isFrozen: true,
      appliedOn: '2026-10-05',
      contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(after.bands.map(({ scope }) => scope)).toEqual(['13', '13.10', '13.10.04.2002']);
  });

  it('does not change for what was submitted before, whatever is imported later', async () => {
    await steps.release(underWay, office.treasurer);
    expect(await awaitedOf(underWay)).toMatchObject({ bands: [], awaited: [] });
  });
});

describe('signatures at the same moment', () => {
  it('are never one too many, nor two by one person', async () => {
    const number = await aDraft(app, office, [AUGUST]);
    await steps.submit(number, office.operator);
    // The months before were submitted on the same day.
    await answerFindings(app, number, office.operator.id);
    const sign = (one: typeof app, as: string, by: typeof camat) =>
      refusalCodes(() => one.get(CountersignService).countersign({ number, as, by }));
    const inspectors = await Promise.all([sign(app, 'Inspektur', joni), sign(other, 'Inspektur', camat)]);
    expect(inspectors.flat()).toEqual(['approval.signature-complete']);
    await steps.verify(number, office.verifier);
    const twice = await Promise.all([sign(app, 'Kepala DPMD', irma), sign(other, 'Kepala DPMD', irma)]);
    expect(twice.flat()).toEqual(['payment.same-person']);
    expect(await refusalCodes(() => steps.approve(number, office.wali))).toEqual([
      'approval.signatures-missing',
    ]);
  });

  it('and a step by the same person: one of the two', async () => {
    const number = await aDraft(app, office, [serviceMonth('2026-09')]);
    await steps.submit(number, office.operator);
    // The months before were submitted on the same day.
    await answerFindings(app, number, office.operator.id);
    await countersign.countersign({ number, as: 'inspektur', by: joni });
    await steps.verify(number, office.verifier);
    await countersign.countersign({ number, as: 'Kepala DPMD', by: irma });
    const outcomes = await Promise.all([
      refusalCodes(() => countersign.countersign({ number, as: 'Kepala DPMD', by: office.wali })),
      refusalCodes(() => other.get(PaymentRequestStepsService).approve(number, office.wali)),
    ]);
    expect(outcomes).toEqual([
      [],
      expect.arrayContaining([expect.stringMatching(/same-person|signatures-missing/)]),
    ]);
  });
});

describe('who signs besides', () => {
  it('recorded no account that is paid, then or before the money goes', async () => {
    const number = await aDraft(app, office, [serviceMonth('2026-05')]);
    const lena = await aPerson(app, 'lena', 'Petugas Data');
    const record = (by: number, digits: string) =>
      app.get(DataSource).transaction(async (tx) => {
        await tx.query(
          `update bank_account set superseded_at = now() where account_name = 'Yusnidar' and superseded_at is null`,
        );
        await tx.query(
          `insert into bank_account (kader_id, bank_code, account_number_sealed, account_number_digest, account_name, recorded_by, recorded_at)
           select id, '118', ${accountLiterals(digits)}, name, $1, now() from kader where name = 'Yusnidar'`,
          [by],
        );
      });
    await record(lena.id, '7000000001');
    await steps.submit(number, office.operator);
    // The months before were submitted on the same day.
    await answerFindings(app, number, office.operator.id);
    expect(await refusalCodes(() => countersign.countersign({ number, as: 'Inspektur', by: lena }))).toEqual([
      'payment.account-changer',
    ]);
    await countersign.countersign({ number, as: 'Inspektur', by: joni });
    await record(joni.id, '7000000002');
    expect(await refusalCodes(() => steps.verify(number, office.verifier))).toEqual([
      'payment.signer-recorded-account',
    ]);
    const { verifier } = office;
    const raw = [
      `update payment_request set state = 'verified', verified_by = ${String(verifier.id)} where number = '${number}'`,
      `insert into payment_request_step (request_id, from_state, to_state, taken_by, taken_at)
       select id, 'submitted', 'verified', ${String(verifier.id)}, now() from payment_request where number = '${number}'`,
    ];
    expect(await sqlRefusal(app, 'owner', ...raw)).toBe('signers_recorded_no_account');
  });

  it('signs nothing that is not submitted, and nothing unknown', async () => {
    const sign = (number: string) =>
      refusalCodes(() => countersign.countersign({ number, as: 'Camat', by: camat }));
    expect(await sign(underWay)).toEqual(['approval.not-waiting']);
    expect(await sign('0/SPP')).toEqual(['payment.request-unknown']);
  });
});
