import { batchKinds } from '../../../src/core/ledger/journal.js';
import { addDays, plainDate, type PlainDate } from '../../../src/core/shared/plain-date.js';
import {
  nextMonth,
  previousMonth,
  serviceMonth,
  type ServiceMonth,
} from '../../../src/core/shared/service-month.js';
import type { Batch, Command, Entry, Line, Move, Place, Source, Transaction } from './commands.js';
import type { Budget } from './model-budgets.js';
import type { ModelLedger } from './model-ledger.js';
import type { Wish } from './wishes.js';

const PEOPLE = ['ani', 'budi', 'eka'] as const;

const FIRST_DAY = plainDate('2025-09-15');
const FIRST_MONTH = serviceMonth('2025-10');
const KINDS_OF_ACCOUNT = ['Assets', 'Liabilities', 'Equity', 'Income', 'Expenses'] as const;

type WishOf<Name extends Wish['wish']> = Extract<Wish, { readonly wish: Name }>;

/**
 * Makes a command of a wish, by what the model holds at this moment: which batch is asked again, which month is
 * next. Undefined when there is nothing yet that it could be about.
 *
 * @param turn number of the operation, for keys
 */
export function planWish(wish: Wish, model: ModelLedger, turn: number): Command | undefined {
  const key = `turn/${String(turn)}`;
  if ('offset' in wish) return periodStep(wish, model);
  if ('paper' in wish) return tranche(wish);
  switch (wish.wish) {
    case 'post':
      return post(wish, key);
    case 'retry':
      return retry(wish, model);
    case 'undo':
      return undo(wish, model, key);
    case 'move':
      return move(wish, model, key);
    case 'move again':
      return moveAgain(wish, model);
    case 'forge':
      return { do: 'forge', what: wish.what };
  }
}

/** What is still reserved, let go: at the end of a run no request holds anything. */
export function releaseAll(model: ModelLedger): Transaction {
  const moves = model.budgets.lines.flatMap(({ reserved }, source) =>
    reserved === 0n ? [] : [{ source, kind: 'release' as const, amount: reserved, key: 'at the end' }],
  );
  return { do: 'transact', through: 'service', moves, fate: 'answered' };
}

function periodStep(
  { wish, offset, by, reason }: Extract<Wish, { readonly offset: number }>,
  model: ModelLedger,
): Command {
  const text = reason === 0 ? '' : `Alasan ${String(reason % 2)}`;
  return { do: wish, period: monthNear(model, offset), reason: text, by: PEOPLE[by] ?? PEOPLE[0] };
}

function tranche(wish: WishOf<'receive'> | WishOf<'retract'>): Command {
  const { source } = wish;
  const reference = `SP2D ${String(wish.paper)}`;
  if (wish.wish === 'retract')
    return { do: 'retract', source, reference, reason: `Alasan ${String(wish.reason)}` };
  return { do: 'receive', source, reference, amount: BigInt(wish.amount), on: dayOf(wish.day) };
}

function post({ day, entries, fate, isBalanced }: WishOf<'post'>, key: string): Transaction {
  const planned = entries.map(({ accounts, amounts, party }, index): Entry => {
    const lines = accounts.slice(1).map((account, number) => ({
      code: accountCode(account),
      amount: BigInt(amounts[number] ?? 1),
    }));
    const rest = { code: accountCode(accounts[0] ?? 0), amount: -sumOf(lines) };
    const isOff = !isBalanced && index === entries.length - 1;
    const all = [...lines, isOff ? { ...rest, amount: rest.amount + 1_000n } : rest];
    return { party, memo: `Jurnal ${String(index + 1)}`, lines: all.filter(({ amount }) => amount !== 0n) };
  });
  const batch = { key, kind: batchKinds.accrual, day: dayOf(day), actor: PEOPLE[0], entries: planned };
  return { do: 'transact', through: 'service', moves: [], batch, fate: isBalanced ? fate : 'answered' };
}

function retry({ pick, change }: WishOf<'retry'>, model: ModelLedger): Command | undefined {
  const posted = [...model.batches.values()].filter(({ entries }) =>
    entries.every((entry) => sourceOf(model.sources, entry) === undefined),
  );
  const batch = pickFrom(posted, pick);
  return (
    batch && {
      do: 'transact',
      through: 'service',
      moves: [],
      batch: changed(batch, change),
      fate: 'answered',
    }
  );
}

function changed(batch: Batch, change: WishOf<'retry'>['change']): Batch {
  const { entries } = batch;
  const [first, ...others] = entries;
  if (first === undefined) return batch;
  const lines = first.lines.map(({ code, amount }) => ({ code, amount: amount * 2n }));
  switch (change) {
    case 'nothing':
      return batch;
    case 'amount':
      return { ...batch, entries: [{ ...first, lines }, ...others] };
    case 'day':
      return { ...batch, day: addDays(batch.day, 1) };
    case 'actor':
      return { ...batch, actor: PEOPLE[1] };
    case 'memo':
      return { ...batch, entries: [{ ...first, memo: `${first.memo} ` }, ...others] };
    case 'one entry fewer':
      return { ...batch, entries: others };
    case 'order':
      return { ...batch, entries: [...others, first] };
  }
}

function undo(wish: WishOf<'undo'>, model: ModelLedger, key: string): Transaction | undefined {
  const { pick, isAgain, day, fate } = wish;
  const places = [...model.batches.values()].flatMap((batch) =>
    batch.entries.map((entry, index) => ({ batch, entry, place: { key: batch.key, sequence: index + 1 } })),
  );
  // Tranches are undone by a command of their own, and what undoes a payment stays.
  const candidates = places.filter(
    ({ batch, entry, place }) =>
      batch.kind !== batchKinds.receipt &&
      (batch.kind !== batchKinds.reversal || sourceOf(model.sources, entry) === undefined) &&
      (!isAgain || model.isUndone(place)),
  );
  const picked = pickFrom(candidates, pick);
  if (picked === undefined) return undefined;
  const entry = mirrorOf(picked.entry, picked.place);
  const batch = { key, kind: batchKinds.reversal, day: dayOf(day), actor: PEOPLE[0], entries: [entry] };
  const moves = budgetEffect(model.sources, entry, key);
  const isAskedTwice = fate === 'reply lost' && moves.length > 0;
  return { do: 'transact', through: 'service', moves, batch, fate: isAskedTwice ? 'answered' : fate };
}

function mirrorOf({ party, lines }: Entry, reverses: Place): Entry {
  const mirrored = lines.map(({ code, amount }) => ({ code, amount: -amount }));
  return { party, memo: 'Pembatalan', lines: mirrored, reverses };
}

/** What an entry says of a budget line: paid out of what was reserved, or come back. */
function budgetEffect(sources: readonly Source[], { lines }: Entry, key: string): Move[] {
  return lines.flatMap(({ code, amount }) => {
    const source = sources.findIndex(({ payable }) => payable === code);
    if (source < 0) return [];
    return [{ source, kind: amount > 0n ? 'spend' : 'reverse', amount: amount > 0n ? amount : -amount, key }];
  });
}

function move({ moves, through, day, fate }: WishOf<'move'>, model: ModelLedger, key: string): Transaction {
  const planned = moves.map(({ source, kind, amount, isBearable }, index): Move => {
    const bearable = isBearable ? bearableBy(model.budgets.lines[source], kind) : 0n;
    const rupiah = bearable > 0n ? 1n + (BigInt(amount) % bearable) : BigInt(amount);
    return { source, kind, amount: rupiah, key: `${key}/${String(index)}` };
  });
  const entries = planned
    .filter(({ kind }) => kind === 'spend' || kind === 'reverse')
    .flatMap(({ source, kind, amount }) => {
      const line = model.sources[source];
      const paid = kind === 'spend' ? amount : -amount;
      return line === undefined ? [] : [paymentEntry(line, paid)];
    });
  // What is paid must be in the ledger too, so only moves without a batch are written past our code.
  if (entries.length === 0) return { do: 'transact', through, moves: planned, fate: 'answered' };
  const batch = { key, kind: batchKinds.payment, day: dayOf(day), actor: PEOPLE[2], entries };
  const ending = fate === 'reply lost' ? 'answered' : fate;
  return { do: 'transact', through: 'service', moves: planned, batch, fate: ending };
}

/** How much of a kind of move a line can bear; zero where it is bound by nothing, or can bear none. */
function bearableBy(line: Budget | undefined, kind: Move['kind']): bigint {
  if (line === undefined || kind === 'allot') return 0n;
  if (kind === 'reserve' || kind === 'cut') return line.ceiling - line.reserved - line.spent;
  return kind === 'reverse' ? line.spent : line.reserved;
}

function moveAgain({ pick, through }: WishOf<'move again'>, model: ModelLedger): Transaction | undefined {
  const again = pickFrom(
    model.budgets.moves.filter(({ kind }) => kind === 'allot'),
    pick,
  );
  return again && { do: 'transact', through, moves: [again], fate: 'answered' };
}

function paymentEntry({ payable, cash }: Source, amount: bigint): Entry {
  const lines = [
    { code: payable, amount },
    { code: cash, amount: -amount },
  ];
  return { party: 1, memo: 'Pembayaran', lines };
}

/** The budget line whose payable or income account an entry uses. */
function sourceOf(sources: readonly Source[], { lines }: Entry): Source | undefined {
  return sources.find(({ payable, income }) => lines.some(({ code }) => code === payable || code === income));
}

function monthNear(model: ModelLedger, offset: number): ServiceMonth {
  const { closedThrough } = model.periods;
  let month = closedThrough === undefined ? FIRST_MONTH : nextMonth(closedThrough);
  for (let step = 0; step < offset; step += 1) month = nextMonth(month);
  for (let step = 0; step > offset; step -= 1) month = previousMonth(month);
  return month;
}

function pickFrom<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items[pick % items.length];
}

function accountCode(number: number): string {
  return `${KINDS_OF_ACCOUNT[number % KINDS_OF_ACCOUNT.length] ?? 'Assets'}:Model:${String(number)}`;
}

function sumOf(lines: readonly Line[]): bigint {
  return lines.reduce((sum, { amount }) => sum + amount, 0n);
}

function dayOf(number: number): PlainDate {
  return addDays(FIRST_DAY, number);
}
