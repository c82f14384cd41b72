import { DataSource } from 'typeorm';
import { BudgetReportsService } from '../../../src/modules/reports/budget-reports.service.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { LedgerPeriodsService } from '../../../src/modules/ledger/ledger-periods.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { answerFindings } from '../../support/findings.js';
import { SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import {
  answerOfBank,
  aPayingNagari,
  calculate,
  endService,
  importPolicy,
  policyDocument,
  sqlVerdict,
  takeSteps,
} from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';
import { DECEMBER, expectBooksToAgree, NOVEMBER } from '../../support/year-end.js';

const { app, clock } = await testApp();
const office = await aPayingNagari(app);
const honor = honorOn({ app, clock });
const inDecember = (day: number) => {
  clock.moveTo(new Date(`2026-12-${String(day).padStart(2, '0')}T03:00:00Z`));
};
const ruled = policyDocument({
  code: 'dharmasraya-honor-kader',
  supersedes: { versions: [1], reason: 'langkah akhir tahun' },
  validFrom: '2026-12-01',
  decemberPayableFrom: { day: 15, basis: 'SE Bupati 900/9/2026' },
});

it('without a rule December is refused until it is over, and before its day with one', async () => {
  inDecember(16);
  expect(await refusalCodes(() => calculate(app, office, [NOVEMBER, DECEMBER]))).toEqual([
    'honor.december-not-stated',
  ]);
  const shown = await honor('honor', 'explain', '1310044101800001', '--month', '2026-12');
  expect(shown.stdout).toContain('Bulan Desember 2026 belum berakhir');
  await importPolicy(app, office, ruled);
  const policy = await honor('policy', 'show', 'dharmasraya-honor-kader', '2');
  expect(policy.stdout).toContain('mulai 15 Desember (SE Bupati 900/9/2026)');
  inDecember(14);
  expect(await refusalCodes(() => calculate(app, office, [DECEMBER]))).toEqual(['honor.december-not-yet']);
  const waiting = await honor('honor', 'explain', '1310044101800001', '--month', '2026-12');
  expect(waiting.stdout.replace(/\s+/g, ' ')).toContain(
    'boleh dihitung dan dibayar mulai 15 Desember 2026 (SE Bupati 900/9/2026).',
  );
  expect(await refusalCodes(() => calculate(app, office, [DECEMBER], SITIUNG))).toEqual(['honor.no-kader']);
});

it('is accrued and paid in December out of its own year, and what changes until its end is a correction', async () => {
  inDecember(15);
  const report = await calculate(app, office, [DECEMBER]);
  expect(report).toMatchObject({ changedLines: 2, gross: 150_000n });
  const batches = await app
    .get(DataSource)
    .query<object[]>(
      `select effective_on as "on", period from ledger.batch where idempotency_key like 'accrual/%'`,
    );
  expect(batches).toEqual([{ on: '2026-12-15', period: '2026-12' }]);
  await expectBooksToAgree(app);
  const { data: owed } = await app.get(BudgetReportsService).arrears({ by: 'source' });
  expect(owed).toMatchObject({ ledger: { differences: [] } });
  expect(owed.groups.map(({ owed: amount }) => amount)).toEqual([150_000n]);

  const { request } = await app
    .get(PaymentRequestsService)
    .draft({ payer: SIGUNTUR, months: [DECEMBER], by: office.operator });
  inDecember(18);
  // C16: little of the year is left, and they say how it will be paid in time.
  await answerFindings(app, request.number, office.operator.id);
  await takeSteps(app, office, request.number, 'release');
  const answer = (index: number) => `HK${String(request.id)}-1-000${String(index)},75000,BERHASIL,`;
  await answerOfBank(app, office, request.number, [answer(1), answer(2)]);
  const lines = await app.get(FundingSourcesService).list();
  expect(lines.find(({ label, fiscalYear }) => label === 'DDS' && fiscalYear === 2026)).toMatchObject({
    spent: 150_000n,
  });
  await expectBooksToAgree(app);
  const shown = await honor('honor', 'explain', '1310044101800001', '--month', '2026-12');
  expect(shown.stdout.replace(/\s+/g, ' ')).toContain(
    'Desember boleh dihitung dan dibayar mulai 15 Desember 2026, sebelum bulan itu berakhir (SE Bupati 900/9/2026)',
  );

  // She left before it began, which became known when it was paid; in January it is a debt of hers, not of the nagari.
  await endService(app, 'Yusnidar', '2026-11-30');
  clock.moveTo(new Date('2027-01-05T03:00:00Z'));
  const after = await calculate(app, office, [DECEMBER]);
  expect(after).toMatchObject({ changedLines: 1, changedGross: -75_000n });
  await expectBooksToAgree(app);
  const opened = await honor('overpayment', 'open', SIGUNTUR, '--by', office.operator.username);
  expect({ status: opened.status, stderr: opened.stderr }).toEqual({ status: 0, stderr: '' });
  expect(opened.stdout).toContain('75.000');
  const { period } = await app.get(LedgerPeriodsService).close(DECEMBER, office.treasurer.username);
  expect(period).toBe(DECEMBER);
});

describe('the database refuses', () => {
  const line = (month: string, policy: number, on: string) => [
    `insert into calculation (region_code, months, requested_by, calculated_at, line_count, entitlement_count, gross)
     values ('${SIGUNTUR}', '{${month}}', 1, '${on}', 1, 1, 1)`,
    `insert into honor_line select nextval('honor_line_id'), (select max(id) from calculation), kader_id, '${month}', 'lain', 0, 1,
       ${String(policy)}, appointment_id, nagari_code, '[]' from honor_line limit 1`,
    `insert into entitlement (honor_line_id, funding_source_id, amount)
     select (select max(id) from honor_line), funding_source_id, 1 from entitlement limit 1`,
  ];
  it.each([
    ['a month that is not over', '2026-11', 2, '2026-11-30T16:59:00Z', '23514'],
    ['December without a rule', '2026-12', 1, '2026-12-20T03:00:00Z', '23514'],
    ['December on the day before', '2026-12', 2, '2026-12-14T16:59:00Z', '23514'],
    ['the December of next year', '2027-12', 2, '2026-12-20T03:00:00Z', '23514'],
  ])('%s', async (_, month, policy, on, verdict) => {
    expect(await sqlVerdict(app, ...line(month, policy, on))).toBe(verdict);
  });

  it.each([
    ['a month that is over', '2026-11', 1, '2026-11-30T17:00:00Z'],
    ['December from its day on', '2026-12', 2, '2026-12-14T17:00:00Z'],
  ])('but takes %s', async (_, month, policy, on) => {
    expect(await sqlVerdict(app, ...line(month, policy, on), 'rollback')).toBe('accepted');
  });
});
