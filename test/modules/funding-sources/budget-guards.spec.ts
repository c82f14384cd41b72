import { testApp } from '../../support/app.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { ReceiptsService } from '../../../src/modules/funding-sources/receipts.service.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { aPayingNagari, sqlVerdict } from '../../support/payments.js';

const [FORBIDDEN, BROKEN, TWICE, NOT_THERE] = ['42501', '23514', '23505', '23503'];
/** Every statement before this one was accepted; nothing is kept. */
const [ALL_ACCEPTED, END] = ['22012', 'select 1 / 0'];
const { app } = await testApp();
const office = await aPayingNagari(app, 100_000n);

const move = (kind: string, amount: number, key: string) =>
  `insert into budget_move (funding_source_id, kind, amount, reference, idempotency_key, moved_by, moved_at)
   values (1, '${kind}', ${String(amount)}, 'raw', '${key}', ${String(office.operator.id)}, now())`;

await app.get(ReceiptsService).receive({
  payer: SIGUNTUR,
  label: 'DDS',
  fiscalYear: 2026,
  amount: 500n,
  on: plainDate('2026-07-15'),
  reference: 'SP2D 1',
  note: null,
  by: office.treasurer,
});

const receipt = `select id, batch_id from budget_move where kind = 'receive'`;
const retract = (change: { amount?: number; source?: number; note?: string; key?: string } = {}) =>
  `insert into budget_move (funding_source_id, kind, amount, reference, idempotency_key, batch_id, retracts_id, note, moved_by, moved_at)
   select ${String(change.source ?? 1)}, 'retract', ${String(change.amount ?? 500)}, 'raw', '${change.key ?? 'r'}',
     (select max(id) from ledger.batch) + 0, receipt.id, ${change.note ?? `'wrong'`}, ${String(office.operator.id)}, now()
   from (${receipt}) receipt`;
/** The ledger batch of a retraction is its own; here any other one will do. */
const anotherBatch = `insert into ledger.batch (kind, effective_on, period, idempotency_key, request_hash, recorded_at, actor)
   values (4, '2026-08-01', '2026-08', 'raw', sha256('raw'), now(), 'raw')`;
const asClerk = [
  'create role clerk_of_budget_guards',
  'grant select, update on funding_source to clerk_of_budget_guards',
  'grant select, insert on budget_move to clerk_of_budget_guards',
  'set local role clerk_of_budget_guards',
];

describe('the budgets refuse in raw SQL', () => {
  it.each([
    ['a ceiling changed without a move', ['update funding_source set ceiling = 999999'], FORBIDDEN],
    ['a reservation wiped without a move', ['update funding_source set reserved = 0, spent = 0'], FORBIDDEN],
    [
      'the same after setting a session variable',
      [`set local honor.budget_moves = 'on'`, 'update funding_source set ceiling = 999999'],
      FORBIDDEN,
    ],
    [
      'a line that begins with a ceiling',
      [
        `insert into funding_source (paying_body_id, label, name, fiscal_year, activity_code, account_code, expense_account_id, payable_account_id, ceiling) values (1, 'PAD', 'PAD', 2026, '1', '1', 1, 1, 5)`,
      ],
      FORBIDDEN,
    ],
    ['a rupiah more than the ceiling', [move('reserve', 100_001, 'a')], BROKEN],
    [
      'the ceiling in two parts and a rupiah',
      [move('reserve', 100_000, 'a'), move('reserve', 1, 'b')],
      BROKEN,
    ],
    ['a release of what was not reserved', [move('release', 1, 'a')], BROKEN],
    ['a spending of what was not reserved', [move('spend', 1, 'a')], BROKEN],
    ['a move of nothing', [move('reserve', 0, 'a')], BROKEN],
    ['a move under a used key', [move('reserve', 1, 'a'), move('reserve', 1, 'a')], TWICE],
    ['a move changed', ['update budget_move set amount = amount * 2'], FORBIDDEN],
    ['a move deleted', ['delete from budget_move'], FORBIDDEN],
    ['all moves truncated', ['truncate budget_move'], FORBIDDEN],
    ['cash received without a move', ['update funding_source set received = 1'], FORBIDDEN],
    ['a move of an unknown kind', [move('gift', 1, 'a')], BROKEN],
    [
      'a ceiling cut below what is reserved',
      [move('reserve', 60_000, 'a'), move('cut', 40_001, 'b')],
      BROKEN,
    ],
    [
      'a ceiling cut to what is reserved, not',
      [move('reserve', 60_000, 'a'), move('cut', 40_000, 'b'), END],
      ALL_ACCEPTED,
    ],
    ['cash that the ledger does not know', [move('receive', 1, 'a')], BROKEN],
    ['a retraction of nothing', [move('retract', 1, 'a')], BROKEN],
    ['a retraction, not', [anotherBatch, retract(), END], ALL_ACCEPTED],
    ['a retraction without a reason', [anotherBatch, retract({ note: 'null' })], BROKEN],
    ['a retraction of a rupiah less', [anotherBatch, retract({ amount: 499 })], NOT_THERE],
    ['a retraction on another line', [anotherBatch, retract({ source: 2 })], NOT_THERE],
    ['a retraction in the batch of its receipt', [retract()], TWICE],
    ['a second retraction', [anotherBatch, retract(), retract({ key: 's' })], TWICE],
    [
      'a trigger of somebody who may change budgets but owns none',
      [
        ...asClerk,
        'create temp table bait (id int)',
        `create function pg_temp.bite() returns trigger language plpgsql as
           'begin update public.funding_source set ceiling = 999999; return null; end'`,
        'create trigger bitten after insert on bait for each row execute function pg_temp.bite()',
        'insert into bait values (1)',
      ],
      FORBIDDEN,
    ],
    [
      'a move of somebody who may only add moves, not',
      [...asClerk, move('reserve', 1, 'a'), END],
      ALL_ACCEPTED,
    ],
  ])('%s', async (_, statements, verdict) => {
    expect(await sqlVerdict(app, ...statements)).toBe(verdict);
  });
});
