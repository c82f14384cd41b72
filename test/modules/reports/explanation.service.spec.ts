import { DataSource } from 'typeorm';
import { explanationLines } from '../../../src/core/report/explain/explanation-lines.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { PaymentProofService } from '../../../src/modules/ledger/payment-proof.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { ExplanationService } from '../../../src/modules/reports/explanation.service.js';
import { testApp } from '../../support/app.js';
import { addKader, SIGUNTUR } from '../../support/nagari.js';
import {
  answerOfBank,
  aDraft,
  aPayingNagari,
  calculate,
  endService,
  JULY,
  takeSteps,
} from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const [YUSNIDAR, ROSMANIAR] = ['1310044101800001', '1310044101800002'] as const;

const explain = (kader: string, month = JULY) => app.get(ExplanationService).explain({ kader, month });
const toldOf = async (kader: string, month = JULY) => {
  const { answer, tasks } = await explain(kader, month);
  return [answer.code, tasks.map(({ who }) => who)];
};

it('follows a month from before it was calculated until the bank answered, and never falls silent', async () => {
  expect(await toldOf(YUSNIDAR)).toEqual(['report.not-calculated', ['operator nagari (Kasi)']]);
  expect(await toldOf(YUSNIDAR, serviceMonth('2026-10'))).toEqual([
    'report.month-not-over',
    ['operator nagari (Kasi)'],
  ]);

  await calculate(app, office);
  expect(await toldOf(YUSNIDAR)).toEqual(['report.unpaid', ['operator nagari (Kasi)']]);
  const late = await addKader(app, office, { nik: '1310044101800009', name: 'Mardiana', nagari: SIGUNTUR });
  expect(await toldOf(String(late))).toEqual(['report.calculated-without-her', ['operator nagari (Kasi)']]);

  const number = await aDraft(app, office);
  await takeSteps(app, office, number, 'verify');
  const waiting = await explain(YUSNIDAR);
  expect(waiting.answer.text).toContain(`Ada dalam SPP ${number}, diverifikasi sejak 5 Oktober 2026`);
  expect(waiting.tasks).toEqual([
    {
      who: 'wali nagari',
      what: `Jalankan honor request approve ${number}.`,
      todo: { code: 'report.todo-step', facts: { command: 'approve', number } },
    },
  ]);
});

it('tells what the bank said, and which entry proves it', async () => {
  const [{ number }] = await app
    .get(DataSource)
    .query<[{ number: string }]>('select number from payment_request');
  await releaseAndAnswer(number);
  const paid = await explain(YUSNIDAR);
  expect(paid).toMatchObject({ answer: { code: 'report.paid' }, amount: 75_000n, owed: 0n, tasks: [] });
  expect(paid.ledger.map(({ what }) => what)).toEqual(['pengakuan honor', `pembayaran SPP ${number}`]);
  const { batch: batchId = 0, sequence = 0 } = paid.ledger[1] ?? {};
  const proof = await app.get(PaymentProofService).prove({ batchId, sequence }, { untilHead: false });
  expect(proof.text).toMatch(/^HKP:/);

  const returned = await explain(ROSMANIAR);
  expect(returned.answer.text).toContain('dikembalikan bank pada 5 Oktober 2026: REKENING TUTUP');
  expect(returned.ledger.map(({ what }) => what).at(-1)).toBe(`retur SPP ${number}`);
  expect(returned).toMatchObject({ amount: 75_000n, paid: 0n, owed: 75_000n });
});

it('tells a correction after payment, with why, and keeps NIK and account masked', async () => {
  await endService(app, 'Yusnidar', '2026-06-30');
  expect((await explain(YUSNIDAR)).tasks.map(({ what }) => what)).toEqual([
    `Data berubah sesudah dihitung. Jalankan honor calculate --region ${SIGUNTUR} --months 2026-07.`,
  ]);
  await calculate(app, office);
  const corrected = await explain(YUSNIDAR);
  expect(corrected).toMatchObject({ answer: { code: 'report.overpaid' }, amount: 0n, paid: 75_000n });
  expect(corrected.components[0]?.revisions[1]).toMatchObject({
    amount: -75_000n,
    change: { because: ['Sudah berhenti sejak 30 Juni 2026; tidak ada hak honor untuk Juli 2026.'] },
  });
  expect(explanationLines(corrected).join('\n')).not.toMatch(/\d{14}/);
});

it('refuses somebody nobody knows, without repeating a NIK', async () => {
  expect(await refusalCodes(() => explain('1310044101809999'))).toEqual(['report.kader-unknown']);
});

async function releaseAndAnswer(number: string): Promise<void> {
  const steps = app.get(PaymentRequestStepsService);
  await steps.approve(number, office.wali);
  await steps.release(number, office.treasurer);
  expect(await toldOf(YUSNIDAR)).toEqual(['report.sent', []]);
  await answerOfBank(app, office, number, [
    'HK1-1-0001,75000,BERHASIL,',
    'HK1-1-0002,75000,GAGAL,REKENING TUTUP',
  ]);
}
