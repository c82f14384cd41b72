import { DataSource } from 'typeorm';
import { batchKinds } from '../../../src/core/ledger/journal.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { BudgetProofService } from '../../../src/modules/funding-sources/budget-proof.service.js';
import { BudgetService, type BudgetMoveKind } from '../../../src/modules/funding-sources/budget.service.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { LedgerPeriodsService } from '../../../src/modules/ledger/ledger-periods.service.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { testApp } from '../../support/app.js';
import { addFunding, anOffice, SIGUNTUR } from '../../support/nagari.js';
import { outcomeOf } from '../../support/outcome.js';
import { anotherApp, openConnections, sqlVerdictForApplication } from '../../support/payments.js';

type FundingSource = Awaited<ReturnType<FundingSourcesService['list']>>[number];

const CEILING = 1_000n;
const PAYMENTS = 40;
const MONTHS = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'].map(serviceMonth);

const { app, url } = await testApp();
const apps = [app, ...(await Promise.all([1, 2, 3].map(() => anotherApp(url))))];
await Promise.all(apps.map((one) => openConnections(one, 10)));
const office = await anOffice(app);
await addFunding(app, office, SIGUNTUR, CEILING);
const [first, second] = await twoLines();

describe('budget lines under many hands', () => {
  it('never hold more than their ceiling: of 24 who want a tenth, 10 get it', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 24 }, (_, client) => reserve(client, first, CEILING / 10n)),
    );
    expect(tally(outcomes)).toEqual({ done: 10, 'funding.budget-exceeded': 14 });
    expect(await standing(first)).toEqual({ reserved: CEILING, spent: 0n });
  });

  it('nor when the database is asked past all our code', async () => {
    const verdicts = await Promise.all(
      Array.from({ length: 24 }, (_, client) =>
        sqlVerdictForApplication(
          app,
          `insert into budget_move (funding_source_id, kind, amount, reference, idempotency_key, moved_by, moved_at)
           values (${String(second.id)}, 'reserve', 100, 'race', 'sql/${String(client)}', ${String(office.operator.id)}, now())`,
        ),
      ),
    );
    expect(tally(verdicts)).toEqual({ accepted: 10, '23514': 14 });
    expect(await standing(second)).toEqual({ reserved: CEILING, spent: 0n });
  });

  it('are paid from while months close, in whatever order: no deadlock, and nothing too much', async () => {
    const closing = closeAll();
    const outcomes = await Promise.all(Array.from({ length: PAYMENTS }, (_, client) => payFromBoth(client)));
    await closing;
    // each payment takes 30 of either line: 33 of them fit
    expect(tally(outcomes)).toEqual({ done: 33, 'Invariant broken': PAYMENTS - 33 });
    for (const line of [first, second]) expect(await standing(line)).toEqual({ reserved: 10n, spent: 990n });
    await Promise.all([first, second].map((line) => move(app, line, 'release', 10n, 'rest')));
    expect(await app.get(BudgetProofService).prove()).toMatchObject({ proven: true, problems: [] });
    expect(await app.get(LedgerVerificationService).verify()).toMatchObject({
      verified: true,
      batches: 33 + MONTHS.length,
      problems: [],
    });
  });
});

async function twoLines(): Promise<readonly [FundingSource, FundingSource]> {
  const [one, other] = await app.get(FundingSourcesService).list();
  if (one === undefined || other === undefined) throw new Error('There are not two budget lines.');
  return [one, other];
}

/** Spends of two lines, named in one order by some and in the other by others, and posts it: one transaction. */
function payFromBoth(client: number): Promise<string> {
  const one = appOf(client);
  const named = client % 2 ? [first, second] : [second, first];
  const key = `pay/${String(client)}`;
  return outcomeOf(async () => {
    await one.get(DataSource).transaction(async (tx) => {
      await moveWithin(tx, one, named, { kind: 'spend', amount: 30n, key });
      const entries = named.map((line) => ({
        partyId: client + 1,
        regionCode: SIGUNTUR,
        memo: 'Pembayaran',
        lines: [
          { accountId: line.payableAccountId, amount: 30n },
          { accountId: line.expenseAccountId, amount: -30n },
        ],
      }));
      const effectiveOn = plainDate(`2026-0${String(4 + (client % 6))}-15`);
      const batch = { kind: batchKinds.payment, effectiveOn, idempotencyKey: key, entries };
      await one.get(LedgerService).post(tx, batch, 'eka');
    });
    return 'done';
  }).then((outcome) => (outcome.includes('Invariant broken') ? 'Invariant broken' : outcome));
}

async function closeAll(): Promise<void> {
  for (const [index, month] of MONTHS.entries())
    await appOf(index).get(LedgerPeriodsService).close(month, 'eka');
}

function reserve(client: number, line: FundingSource, amount: bigint): Promise<string> {
  return outcomeOf(() => move(appOf(client), line, 'reserve', amount, `reserve/${String(client)}`));
}

async function move(
  one: typeof app,
  line: FundingSource,
  kind: BudgetMoveKind,
  amount: bigint,
  key: string,
): Promise<string> {
  await one.get(DataSource).transaction((tx) => moveWithin(tx, one, [line], { kind, amount, key }));
  return 'done';
}

function moveWithin(
  tx: Tx,
  one: typeof app,
  named: readonly FundingSource[],
  { kind, amount, key }: { kind: BudgetMoveKind; amount: bigint; key: string },
): Promise<void> {
  const moves = named.map(({ id }) => ({
    fundingSourceId: id,
    kind,
    amount,
    reference: 'race',
    idempotencyKey: key,
  }));
  return one.get(BudgetService).move(tx, moves, office.operator.id);
}

function appOf(client: number): typeof app {
  return apps[client % apps.length] ?? app;
}

async function standing({ id }: FundingSource): Promise<{ reserved: bigint; spent: bigint } | undefined> {
  const line = (await app.get(FundingSourcesService).list()).find((one) => one.id === id);
  return line && { reserved: line.reserved, spent: line.spent };
}

function tally(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
