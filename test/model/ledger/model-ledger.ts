import { batchKinds } from '../../../src/core/ledger/journal.js';
import type { PlainDate } from '../../../src/core/shared/plain-date.js';
import { lastDayOf, monthOf, type ServiceMonth } from '../../../src/core/shared/service-month.js';
import {
  sourceName,
  type Batch,
  type Command,
  type Entry,
  type Line,
  type Outcome,
  type Place,
  type Receive,
  type Retract,
  type Source,
  type Transaction,
} from './commands.js';
import { ModelBudgets } from './model-budgets.js';
import { ModelPeriods } from './model-periods.js';

/** A batch as it stands in the chain. */
export interface Link {
  readonly key: string;
  readonly kind: number;
  readonly day: PlainDate;
  readonly period: ServiceMonth;
  readonly entries: number;
}

interface Tranche {
  readonly key: string;
  readonly amount: bigint;
  readonly on: PlainDate;
  undoneBecause?: string;
}

/** The whole ledger as simply as it can be said: what it holds, and what each command does to it. */
export class ModelLedger {
  readonly chain: Link[] = [];
  readonly batches = new Map<string, Batch>();
  readonly totals = new Map<string, { debit: bigint; credit: bigint }>();
  /** Where each entry that was undone stands: `key #sequence`. */
  readonly undone = new Set<string>();
  readonly budgets: ModelBudgets;
  readonly periods: ModelPeriods;
  private readonly tranches = new Map<string, Tranche[]>();

  constructor(
    readonly sources: readonly Source[],
    readonly today: PlainDate,
  ) {
    this.budgets = new ModelBudgets(sources.length);
    this.periods = new ModelPeriods(today);
  }

  /** Does a command, wholly or not at all. */
  apply(command: Command): Outcome {
    switch (command.do) {
      case 'transact':
        return this.transact(command);
      case 'receive':
        return this.receive(command);
      case 'retract':
        return this.retract(command);
      case 'forge':
        return { result: '23514' };
      case 'close':
      case 'ask':
      case 'confirm': {
        const step = this.periods.apply(command);
        if (typeof step === 'string') return { result: step };
        const { key, kind, period } = step;
        const isNew = this.chain.every((link) => link.key !== key);
        if (isNew) this.chain.push({ key, kind, period, day: lastDayOf(period), entries: 0 });
        return { result: 'done', key };
      }
    }
  }

  isUndone(place: Place): boolean {
    return this.undone.has(placeName(place));
  }

  private transact({ moves, batch, fate, through }: Transaction): Outcome {
    const refusal = this.budgets.refusalOf(moves, through);
    if (refusal !== undefined) return { result: refusal };
    if (fate === 'source fails' || fate === 'connection cut') return { result: 'cut short' };
    const refused = batch && this.refusalOf(batch);
    if (refused !== undefined) return { result: refused };
    for (const move of moves) this.budgets.record(move);
    if (batch === undefined) return { result: 'done' };
    if (!this.batches.has(batch.key)) this.seal(batch);
    return { result: 'done', key: batch.key };
  }

  private refusalOf(batch: Batch): string | undefined {
    if (!batch.entries.every(({ lines }) => isBalanced(lines))) return 'invariant';
    const earlier = this.batches.get(batch.key);
    if (earlier !== undefined)
      return contentOf(earlier) === contentOf(batch) ? undefined : 'ledger.key-reused';
    const isUndone = batch.entries.some(({ reverses }) => reverses && this.isUndone(reverses));
    return isUndone ? '23505' : undefined;
  }

  private receive({ source, reference, amount, on }: Receive): Outcome {
    if (on > this.today) return { result: 'funding.receipt-in-future' };
    const line = this.source(source);
    if (!on.startsWith(String(line.fiscalYear))) return { result: 'funding.receipt-year-unexplained' };
    const tranches = this.tranchesOf(source, reference);
    const standing = tranches.find(({ undoneBecause }) => undoneBecause === undefined);
    if (standing !== undefined) {
      const isSame = standing.amount === amount && standing.on === on;
      return isSame ? { result: 'done', key: standing.key } : { result: 'funding.receipt-differs' };
    }
    const key = `${sourceName(line)}/receive/${String(tranches.length + 1)}/${reference}`;
    const lines = [
      { code: line.cash, amount },
      { code: line.income, amount: -amount },
    ];
    const entries = [{ party: 0, memo: '', lines }];
    this.seal({ key, kind: batchKinds.receipt, day: on, actor: '', entries });
    this.budgets.record({ source, kind: 'receive', amount, key });
    tranches.push({ key, amount, on });
    return { result: 'done', key };
  }

  private retract({ source, reference, reason }: Retract): Outcome {
    const tranche = this.tranchesOf(source, reference).at(-1);
    if (tranche === undefined) return { result: 'funding.receipt-unknown' };
    const key = `undo ${tranche.key}`;
    if (tranche.undoneBecause !== undefined) {
      const isSame = tranche.undoneBecause === reason;
      return isSame ? { result: 'done', key } : { result: 'funding.receipt-retracted' };
    }
    const line = this.source(source);
    const { amount } = tranche;
    const lines = [
      { code: line.income, amount },
      { code: line.cash, amount: -amount },
    ];
    const entries = [{ party: 0, memo: '', lines, reverses: { key: tranche.key, sequence: 1 } }];
    this.seal({ key, kind: batchKinds.reversal, day: this.today, actor: '', entries });
    this.budgets.record({ source, kind: 'retract', amount, key });
    tranche.undoneBecause = reason;
    return { result: 'done', key };
  }

  private seal(batch: Batch): void {
    const { key, kind, day, entries } = batch;
    const period = this.periods.openMonth(monthOf(day));
    this.chain.push({ key, kind, day, period, entries: entries.length });
    this.batches.set(key, batch);
    for (const entry of entries) this.book(entry);
  }

  private book({ lines, reverses }: Entry): void {
    if (reverses !== undefined) this.undone.add(placeName(reverses));
    for (const { code, amount } of lines) {
      const total = this.totals.get(code) ?? { debit: 0n, credit: 0n };
      if (amount > 0n) total.debit += amount;
      else total.credit -= amount;
      this.totals.set(code, total);
    }
  }

  private tranchesOf(source: number, reference: string): Tranche[] {
    const name = `${String(source)}/${reference}`;
    const tranches = this.tranches.get(name) ?? [];
    this.tranches.set(name, tranches);
    return tranches;
  }

  private source(index: number): Source {
    const source = this.sources[index];
    if (source === undefined) throw new Error('There is no such budget line.');
    return source;
  }
}

function placeName({ key, sequence }: Place): string {
  return `${key} #${String(sequence)}`;
}

function isBalanced(lines: readonly Line[]): boolean {
  return lines.reduce((sum, { amount }) => sum + amount, 0n) === 0n;
}

function contentOf({ key, kind, day, actor, entries }: Batch): string {
  return JSON.stringify({ key, kind, day, actor, entries }, (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}
