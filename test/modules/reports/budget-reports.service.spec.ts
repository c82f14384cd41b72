import { plainDate } from '../../../src/core/shared/plain-date.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { BudgetReportsService } from '../../../src/modules/reports/budget-reports.service.js';
import { arrearsGroupings } from '../../../src/core/report/arrears/arrears-by.js';
import { testApp } from '../../support/app.js';
import { addKader, SIGUNTUR } from '../../support/nagari.js';
import {
  AUGUST,
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
const office = await aPayingNagari(app, 200_000n);
await addKader(app, office, { nik: '1310044101800003', name: 'Mardiana', nagari: SIGUNTUR, account: null });

it('arrears are what the ledger owes at every step, by kader, nagari, payer and source alike', async () => {
  await calculate(app, office, [JULY, AUGUST]);
  expect(await reasons()).toEqual({
    'report.held-no-account': 150_000n,
    'report.held-not-requested': 250_000n,
    'report.held-budget-short': 50_000n,
  });
  const number = await aDraft(app, office, [JULY]);
  await takeSteps(app, office, number, 'approve');
  expect((await reasons())['report.held-waits']).toBe(150_000n);
  await app.get(PaymentRequestStepsService).release(number, office.treasurer);
  expect(await reasons()).toEqual({
    'report.held-no-account': 150_000n,
    'report.held-not-requested': 100_000n,
    'report.held-budget-short': 50_000n,
  });

  const answer = ['HK1-1-0001,75000,BERHASIL,', 'HK1-1-0002,75000,GAGAL,REKENING TUTUP'];
  await answerOfBank(app, office, number, answer);
  expect((await reasons())['report.held-returned']).toBe(150_000n);

  await endService(app, 'Yusnidar', '2026-06-30');
  await calculate(app, office, [JULY, AUGUST]);
  const { data } = await app.get(BudgetReportsService).arrears({ by: 'kader' });
  expect(data.groups[0]).toMatchObject({ name: 'Yusnidar (1310********0001)', owed: 0n, overpaid: 75_000n });
  expect(await reasons()).toMatchObject({ 'report.held-correction': -75_000n });
});

it('shows an earlier day by the days that the ledger counts, and refuses a day to come', async () => {
  const { data } = await app
    .get(BudgetReportsService)
    .arrears({ by: 'nagari', asOf: plainDate('2026-08-15') });
  // July only, of three kader; the correction of one counts for its month, as the ledger has it.
  expect(data).toMatchObject({
    owed: 225_000n,
    overpaid: 75_000n,
    ledger: { payable: 150_000n, differences: [] },
  });
  expect(
    await refusalCodes(() =>
      app.get(BudgetReportsService).arrears({ by: 'nagari', asOf: plainDate('2026-10-06') }),
    ),
  ).toEqual(['report.day-to-come']);
});

it('forecasts the year of every budget line, and refuses a year without any', async () => {
  const { data } = await app.get(BudgetReportsService).forecast(2026);
  const dds = data.sources.find(({ source }) => source === `${SIGUNTUR}/DDS/2026`);
  expect(dds).toMatchObject({ ceiling: 200_000n, basis: ['2026-07', '2026-08'], monthlyNeed: 100_000n });
  expect(dds?.ceilingLasts).toEqual({ month: '2026-09', missing: 400_000n });
  expect(await refusalCodes(() => app.get(BudgetReportsService).forecast(2031))).toEqual([
    'report.no-budget',
  ]);
});

async function reasons(): Promise<Record<string, bigint>> {
  const { data } = await app.get(BudgetReportsService).arrears({ by: 'source' });
  const balances = await app.get(LedgerService).trialBalance();
  const payables = balances.filter(({ code }) => code.startsWith('Liabilities:HonorPayable:'));
  expect(data.ledger.differences).toEqual([]);
  expect(data.owed - data.overpaid).toBe(-sumRupiah(payables.map(({ balance }) => balance)));
  for (const by of arrearsGroupings) {
    const { groups } = (await app.get(BudgetReportsService).arrears({ by })).data;
    expect(sumRupiah(groups.map(({ owed }) => owed))).toBe(data.owed);
  }
  return Object.fromEntries(
    [...new Set(data.rows.map(({ reason }) => reason.code))].map((code) => [
      code,
      sumRupiah(data.rows.filter(({ reason }) => reason.code === code).map(({ amount }) => amount)),
    ]),
  );
}
