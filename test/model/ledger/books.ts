import type { DataSource } from 'typeorm';
import { previousMonth } from '../../../src/core/shared/service-month.js';
import type { Link, ModelLedger } from './model-ledger.js';

/** What is in the books after an operation, in the words of the model. */
export interface Books {
  readonly chain: readonly Link[];
  /** Debits and credits by account, of those with any. */
  readonly totals: Readonly<Record<string, readonly [bigint, bigint]>>;
  readonly undone: readonly string[];
  readonly budgets: readonly (readonly bigint[])[];
  /** Moves by budget line, oldest first. */
  readonly moves: readonly (readonly [number, string, bigint])[];
  readonly closedThrough: string | null;
  readonly requests: readonly (readonly [string, string, string, boolean])[];
}

/** The books that the model expects. */
export function expectedBooks(model: ModelLedger): Books {
  const { chain, totals, undone, budgets, periods } = model;
  return {
    chain,
    totals: Object.fromEntries(
      [...totals].sort(byCode).map(([code, { debit, credit }]) => [code, [debit, credit]]),
    ),
    undone: [...undone].sort(),
    budgets: budgets.lines.map(({ ceiling, reserved, spent, received }) => [
      ceiling,
      reserved,
      spent,
      received,
    ]),
    moves: budgets.moves.map(({ source, kind, amount }) => [source, kind, amount]),
    closedThrough: periods.closedThrough ?? null,
    requests: periods.requests.map(({ period, reason, by, isDone }) => [period, reason, by, isDone]),
  };
}

/** The books as they are, read by SQL that shares nothing with the services; links and sums are checked there. */
export async function realBooks(database: DataSource, sourceIds: readonly number[]): Promise<Books> {
  const rows = <Row>(sql: string): Promise<Row[]> => database.query<Row[]>(sql);
  const chain = await rows<Link>(CHAIN);
  const totals = await rows<{ code: string; debit: bigint; credit: bigint }>(TOTALS);
  const undone = await rows<{ place: string }>(UNDONE);
  const budgets = await rows<Record<'ceiling' | 'reserved' | 'spent' | 'received', bigint>>(
    'select ceiling, reserved, spent, received from funding_source order by id',
  );
  const moves = await rows<{ source: number; kind: string; amount: bigint }>(
    'select funding_source_id as source, kind, amount from budget_move order by id',
  );
  const [closed] = await rows<{ month: string | null }>('select ledger.closed_through() as month');
  const requests = await rows<{ period: string; reason: string; by: string; done: boolean }>(REQUESTS);
  return {
    chain,
    totals: Object.fromEntries(
      totals
        .sort((one, other) => byCode([one.code], [other.code]))
        .map(({ code, debit, credit }) => [code, [debit, credit]]),
    ),
    undone: undone.map(({ place }) => place).sort(),
    budgets: budgets.map(({ ceiling, reserved, spent, received }) => [ceiling, reserved, spent, received]),
    moves: moves.map(({ source, kind, amount }) => [sourceIds.indexOf(source), kind, amount]),
    closedThrough: closed?.month ?? null,
    requests: requests.map(({ period, reason, by, done }) => [period, reason, by, done]),
  };
}

/** What must be so whatever happened, by the books alone; empty when it is. */
export async function unsoundness(database: DataSource, books: Books): Promise<string[]> {
  const broken = await database.query<{ rule: string }[]>(RULES);
  const sum = Object.values(books.totals).reduce((total, [debit, credit]) => total + debit - credit, 0n);
  const unbalanced = sum === 0n ? [] : [`all balances add up to ${String(sum)}`];
  return [...broken.map(({ rule }) => rule), ...unbalanced, ...reportedInClosed(books.chain)];
}

function reportedInClosed(chain: readonly Link[]): string[] {
  let closedThrough = '';
  return chain.flatMap(({ key, kind, period }) => {
    const isStep = kind === 7 || kind === 8;
    if (isStep) closedThrough = kind === 7 ? period : previousMonth(period);
    return isStep || period > closedThrough ? [] : [`${key} is reported in ${period}, which was closed`];
  });
}

function byCode([one]: readonly [string, ...unknown[]], [other]: readonly [string, ...unknown[]]): number {
  return one < other ? -1 : 1;
}

// A retraction has the number of its move in its key, which the model does not know: it goes by what it undoes.
const CHAIN = `
  select coalesce('undo ' || received.idempotency_key, batch.idempotency_key) as key, batch.kind,
         batch.effective_on as day, batch.period, batch.entry_count as entries
  from ledger.batch
  left join budget_move retraction on retraction.batch_id = batch.id and retraction.kind = 'retract'
  left join budget_move receipt on receipt.id = retraction.retracts_id
  left join ledger.batch received on received.id = receipt.batch_id
  order by batch.position nulls last, batch.id`;

// By the entries themselves: that the totals of batches say the same is one of the rules.
const TOTALS = `
  select code, coalesce(sum(amount) filter (where amount > 0), 0)::bigint as debit,
         coalesce(-sum(amount) filter (where amount < 0), 0)::bigint as credit
  from ledger.line join ledger.account on account.id = account_id group by code`;

const UNDONE = `
  select batch.idempotency_key || ' #' || reverses_sequence as place
  from ledger.entry join ledger.batch on batch.id = reverses_batch_id`;

const REQUESTS = `
  select period, reason, requested_by as by, exists (select from ledger.closing where request_id = request.id) as done
  from ledger.reopening_request request order by id`;

const RULES = `
  with chain as (
    select *, lag(hash, 1, sha256('honor-kader ledger genesis v1')) over (order by position) as before,
           row_number() over (order by position) as number
    from ledger.batch)
  select 'batch ' || id || ' has position ' || coalesce(position::text, 'none') as rule from chain
    where position is distinct from number or hash is null
  union all select 'batch ' || id || ' does not follow the one before' from chain where previous_hash is distinct from before
  union all select 'the head is not the last batch' from ledger.chain_head head
    where (head.position, head.hash) is distinct from (
      coalesce((select max(position) from chain), 0),
      coalesce((select hash from chain order by position desc limit 1), sha256('honor-kader ledger genesis v1')))
  union all select 'batch ' || id || ' counts its entries wrongly' from chain
    where entry_count <> (select count(*) from ledger.entry where batch_id = id)
  union all select 'account ' || account_id || ' has other totals than its lines' from (
    select account_id, debit - credit as amount from ledger.batch_account
    union all select account_id, -amount from ledger.line) both_ways
    group by account_id having sum(amount) <> 0
  union all select 'an entry was undone twice' from ledger.entry where reverses_batch_id is not null
    group by reverses_batch_id, reverses_sequence having count(*) > 1
  union all select 'batch ' || id || ' is reported before it counts' from chain
    where period < to_char(effective_on, 'YYYY-MM')
  union all select 'budget line ' || id || ' is overspent' from funding_source
    where reserved < 0 or spent < 0 or reserved + spent > ceiling`;
