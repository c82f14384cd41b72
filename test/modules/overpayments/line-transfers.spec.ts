import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { BudgetRevisionService } from '../../../src/modules/funding-sources/budget-revision.service.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { LineTransfersService } from '../../../src/modules/overpayments/line-transfers.service.js';
import { OverpaymentsService } from '../../../src/modules/overpayments/overpayments.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { answerFindings } from '../../support/findings.js';
import { addFunding, addKader, anOffice, SIGUNTUR } from '../../support/nagari.js';
import { settle } from '../../support/overpayments.js';
import { aDraft, calculate, importPolicy, policyDocument, takeSteps } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';
import { expectBooksToAgree } from '../../support/year-end.js';

const [july, august, september] = ['2026-07', '2026-08', '2026-09'].map(serviceMonth) as [
  never,
  never,
  never,
];
const SPLIT = { waterfall: [{ source: 'nagari/DDS', amountMax: 50_000 }, { source: 'nagari/ADN' }] };
const ALL_OF_ADN = { percentage: [{ source: 'nagari/ADN', percent: 100 }] };

const component = (amount: number, funding: object) => ({
  ...{ code: 'honor-bulanan', name: 'Honor', kind: 'flat-monthly', amount },
  ...{ proration: 'active-on-first', rounding: 'down', funding },
});

/** July was paid to Yusnidar, 50.000 of DDS and 25.000 of ADN; then a decree for July says otherwise. */
async function corrected(amount: number, ceiling = 1_000_000n) {
  const { app, clock } = await testApp();
  const office = await anOffice(app);
  await importPolicy(app, office, policyDocument({ components: [component(75_000, SPLIT)] }));
  await addFunding(app, office, SIGUNTUR, ceiling);
  await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar', nagari: SIGUNTUR });
  const paid = await aDraft(app, office, [july]);
  await takeSteps(app, office, paid, 'release');
  await settle(app, office, paid);
  const dates = { validFrom: '2026-07-01', validTo: '2026-07-31' };
  const own = {
    code: 'honor-siguntur',
    scope: SIGUNTUR,
    ...dates,
    components: [component(amount, ALL_OF_ADN)],
  };
  await importPolicy(app, office, policyDocument(own));
  await calculate(app, office, [july, august, september]);
  const draft = (...months: never[]) =>
    app.get(PaymentRequestsService).draft({ payer: SIGUNTUR, months, by: office.operator });
  const spent = async () => {
    const lines = await app.get(FundingSourcesService).list();
    return Object.fromEntries(lines.map((line) => [line.label, [line.reserved, line.spent]]));
  };
  const provesAll = () => expectBooksToAgree(app);
  const honor = honorOn({ app, clock });
  const services = { overpayments: app.get(OverpaymentsService), transfers: app.get(LineTransfersService) };
  return { app, office, honor, draft, spent, provesAll, ...services };
}

/** What each line still owes her: its accrued less its paid, in the books. */
async function payables(app: Awaited<ReturnType<typeof corrected>>['app']) {
  const rows = await app.get(DataSource).query<{ label: string; owed: bigint }[]>(
    `select label, coalesce(-sum(line.amount), 0)::bigint as owed from funding_source source
     left join ledger.entry cross join lateral unnest(accounts, amounts) as line(account_id, amount)
       on line.account_id = source.payable_account_id group by 1 order by 1`,
  );
  return Object.fromEntries(rows.map(({ label, owed }) => [label, owed]));
}

it('opens a case for the net only, settles the rest between lines, and takes nothing off other months', async () => {
  const { app, office, draft, spent, provesAll, overpayments, transfers } = await corrected(50_000);
  const { request, heldOut } = await draft(july, august, september);
  expect(request).toMatchObject({ gross: 150_000n, kaderCount: 1 });
  expect(heldOut).toMatchObject([{ owed: -25_000n, reason: { code: 'overpayment.set-aside' } }]);
  const { unopened, moves } = await overpayments.list();
  expect(unopened).toMatchObject([{ amount: 25_000n, lines: [{ amount: 25_000n }] }]);
  expect(moves).toMatchObject([{ kader: 'Yusnidar', amount: 25_000n }]);

  const [opened] = await overpayments.open(SIGUNTUR, undefined, office.operator);
  expect(opened).toMatchObject({ amount: 25_000n, rest: 25_000n });
  const before = await spent();
  const { moved, waiting } = await transfers.settle(SIGUNTUR, undefined, office.treasurer);
  expect(moved).toMatchObject([{ month: '2026-07', amount: 25_000n, from: `${SIGUNTUR}/DDS/2026` }]);
  expect([waiting, before]).toEqual([
    [],
    expect.objectContaining({ DDS: [0n, 50_000n], ADN: [0n, 25_000n] }),
  ]);
  expect(await spent()).toMatchObject({ DDS: [0n, 25_000n], ADN: [0n, 50_000n] });
  // DDS is owed 25.000 by her, and July of ADN is settled; August and September are still owed.
  expect(await payables(app)).toMatchObject({ DDS: -25_000n + 100_000n, ADN: 50_000n });
  expect(await overpayments.list()).toMatchObject({ unopened: [], moves: [] });
  await provesAll();

  // The same corrections are neither settled nor claimed twice, and calculating again changes nothing.
  expect(await refusalCodes(() => transfers.settle(SIGUNTUR, undefined, office.treasurer))).toEqual([
    'overpayment.nothing-to-transfer',
  ]);
  expect(await refusalCodes(() => overpayments.open(SIGUNTUR, undefined, office.operator))).toEqual([
    'overpayment.none-found',
  ]);
  expect(await calculate(app, office, [july, august, september])).toMatchObject({ changedLines: 0 });
});

it('settles before a case is opened as well as after it', async () => {
  const { office, provesAll, overpayments, transfers, spent } = await corrected(50_000);
  await transfers.settle(SIGUNTUR, undefined, office.treasurer);
  const [opened] = await overpayments.open(SIGUNTUR, undefined, office.operator);
  expect(opened).toMatchObject({ amount: 25_000n });
  expect(await spent()).toMatchObject({ DDS: [0n, 25_000n], ADN: [0n, 50_000n] });
  await provesAll();
});

it('lets a pure move owe nobody anything and hold nobody', async () => {
  const { app, office, honor, draft, provesAll, overpayments, spent } = await corrected(75_000);
  expect(await refusalCodes(() => overpayments.open(SIGUNTUR, undefined, office.operator))).toEqual([
    'overpayment.none-found',
  ]);
  expect(await draft(july, august)).toMatchObject({ request: { gross: 75_000n }, heldOut: [] });
  expect((await honor('overpayment', 'list')).stdout).toContain(
    `Pindah sumber dana, belum dipindahkan: Yusnidar (1310********0001), ${SIGUNTUR}: Juli 2026 honor-bulanan, Rp50.000 dari ${SIGUNTUR}/DDS/2026 ke ${SIGUNTUR}/ADN/2026`,
  );
  const done = await honor('overpayment', 'transfer', SIGUNTUR, '--by', 'eka');
  expect(done).toMatchObject({ status: 0, stderr: '' });
  expect(done.stdout).toContain('Dipindahkan: Yusnidar (1310********0001)');
  expect(await spent()).toMatchObject({ DDS: [0n, 0n], ADN: [0n, 75_000n] });
  expect(await payables(app)).toMatchObject({ DDS: 100_000n, ADN: 50_000n });
  await provesAll();
});

it('pays what she is still owed as rapel', async () => {
  const { app, office, draft, provesAll, transfers } = await corrected(100_000);
  const alone = await refusalCodes(() => draft(july));
  expect(alone).toEqual(['overpayment.transfer-first']);
  await transfers.settle(SIGUNTUR, undefined, office.treasurer);
  const { request, heldOut } = await draft(july);
  expect([request.gross, heldOut]).toEqual([25_000n, []]);
  await answerFindings(app, request.number, office.operator.id);
  await takeSteps(app, office, request.number, 'release');
  await settle(app, office, request.number);
  expect(await payables(app)).toMatchObject({ DDS: 100_000n, ADN: 50_000n });
  await provesAll();
});

it('says which line has no room, leaves what it has to bear accrued, and settles when there is room', async () => {
  const { app, office, honor, overpayments, provesAll, spent } = await corrected(75_000, 60_000n);
  const refused = await honor('overpayment', 'transfer', SIGUNTUR, '--by', 'eka');
  expect(refused).toMatchObject({ status: 1 });
  expect(refused.stderr).toContain(`pagu ${SIGUNTUR}/ADN/2026 kurang Rp15.000`);
  expect(await overpayments.list()).toMatchObject({ moves: [{ amount: 50_000n }] });
  expect(await spent()).toMatchObject({ DDS: [0n, 50_000n], ADN: [0n, 25_000n] });
  const raised = { payer: SIGUNTUR, label: 'ADN', fiscalYear: 2026, to: 75_000n, legalBasis: 'DPPA 1' };
  await app.get(BudgetRevisionService).revise({ ...raised, by: office.operator.id });
  expect(await honor('overpayment', 'transfer', SIGUNTUR, '--by', 'eka')).toMatchObject({ status: 0 });
  expect(await spent()).toMatchObject({ DDS: [0n, 0n], ADN: [0n, 75_000n] });
  await provesAll();
});
