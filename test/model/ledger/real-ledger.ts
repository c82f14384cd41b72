import type { INestApplicationContext } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import type { JournalEntry } from '../../../src/core/ledger/journal.js';
import { BudgetService } from '../../../src/modules/funding-sources/budget.service.js';
import { ReceiptsService } from '../../../src/modules/funding-sources/receipts.service.js';
import { LedgerPeriodsService } from '../../../src/modules/ledger/ledger-periods.service.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import type { AccountType } from '../../../src/modules/ledger/ledger.repository.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Office } from '../../support/nagari.js';
import { refusalCode, sqlState } from '../../support/outcome.js';
import { sqlVerdictForApplication } from '../../support/payments.js';
import { SIGUNTUR } from '../../support/nagari.js';
import type { Batch, Command, Entry, Forgery, Move, PeriodStep, Source, Transaction } from './commands.js';

/** What the real ledger answered; `place` is the number and hash of the batch that answers. */
export interface RealOutcome {
  readonly result: string;
  readonly place?: string;
}

const TYPES: Readonly<Record<string, AccountType>> = {
  Assets: 'A',
  Liabilities: 'L',
  Equity: 'E',
  Income: 'R',
  Expenses: 'X',
};

// Longer than what is held back before it is sent, so that the server has entries when it is cut short.
const LONG_MEMO = 'm'.repeat(80_000);

class SourceFailed extends Error {}

/** Gives commands to the services, on real connections, and tells their answers in the words of the model. */
export class RealLedger {
  private readonly dataSource: DataSource;
  private readonly answers = new Map<string, string>();
  private turns = 0;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly office: Office,
    private readonly sources: readonly Source[],
    /** A connection of the owner, which may end those of the application. */
    private readonly owner: pg.Client,
  ) {
    this.dataSource = app.get(DataSource);
  }

  /** The number of the next operation. */
  nextTurn(): number {
    this.turns += 1;
    return this.turns;
  }

  /** Who asks again under a key is told of the batch that answered first. */
  expectSameAnswer(key: string | undefined, place: string | undefined): void {
    if (key === undefined || place === undefined) return;
    const first = this.answers.get(key) ?? place;
    this.answers.set(key, first);
    if (first !== place) throw new Error(`Under ${key}, ${place} answers for ${first}.`);
  }

  async apply(command: Command): Promise<RealOutcome> {
    try {
      const place = await this.act(command);
      return typeof place === 'string' ? { result: 'done', place } : { result: 'done' };
    } catch (error) {
      const isCut = command.do === 'transact' && command.fate === 'connection cut' && isConnectionLost(error);
      return { result: isCut ? 'cut short' : refusalOf(error) };
    }
  }

  /** The place of the batch that answers, where it is told. */
  private async act(command: Command): Promise<string | undefined> {
    switch (command.do) {
      case 'transact':
        return this.transact(command);
      case 'receive': {
        const { on, amount, reference } = command;
        const by = this.office.treasurer;
        await this.app
          .get(ReceiptsService)
          .receive({ ...this.source(command.source), on, amount, reference, note: null, by });
        return undefined;
      }
      case 'retract': {
        const { reference, reason } = command;
        const by = this.office.treasurer;
        await this.app
          .get(ReceiptsService)
          .retract({ ...this.source(command.source), reference, reason, by });
        return undefined;
      }
      case 'close':
      case 'ask':
      case 'confirm':
        return this.step(command);
      case 'forge':
        await this.byStatement(...forgeries[command.what]);
        return undefined;
    }
  }

  /** Written statements of the application's role. */
  private async byStatement(...statements: readonly string[]): Promise<void> {
    const verdict = await sqlVerdictForApplication(this.app, ...statements);
    if (verdict !== 'accepted') throw new RefusedStatement(verdict);
  }

  private async step({ do: step, period, reason, by }: PeriodStep): Promise<string | undefined> {
    const periods = this.app.get(LedgerPeriodsService);
    if (step === 'ask') {
      await periods.askReopening(period, reason, by);
      return undefined;
    }
    const { batchId, hash } = await (step === 'close'
      ? periods.close(period, by)
      : periods.confirmReopening(period, by));
    return placeOf(batchId, hash);
  }

  private async transact(command: Transaction): Promise<string | undefined> {
    const { through, moves, fate } = command;
    if (through === 'sql') {
      await this.byStatement(this.movesAsSql(moves));
      return undefined;
    }
    const first = await this.commit(command);
    if (fate !== 'reply lost') return first;
    const again = await this.commit(command);
    if (again !== first) throw new Error(`Asked again, ${String(again)} answered for ${String(first)}.`);
    return again;
  }

  private commit({ moves, batch, fate }: Transaction): Promise<string | undefined> {
    return this.dataSource.transaction(async (tx) => {
      if (moves.length > 0) {
        const wanted = moves.map(({ source, kind, amount, key }) => ({
          fundingSourceId: this.source(source).id,
          kind,
          amount,
          reference: 'model',
          idempotencyKey: key,
        }));
        await this.app.get(BudgetService).move(tx, wanted, this.office.operator.id);
      }
      return batch && this.post(tx, batch, fate);
    });
  }

  private async post(tx: Tx, batch: Batch, fate: Transaction['fate']): Promise<string> {
    const { key: idempotencyKey, kind, day: effectiveOn, actor } = batch;
    const ready = await Promise.all(batch.entries.map((entry) => this.journalEntry(tx, entry)));
    const isCutShort = fate === 'source fails' || fate === 'connection cut';
    const entries = isCutShort ? await this.cutShort(tx, ready, fate) : ready;
    const posted = await this.app
      .get(LedgerService)
      .post(tx, { kind, effectiveOn, idempotencyKey, entries }, actor);
    return placeOf(posted.id, posted.hash);
  }

  /** The entries, with what goes wrong halfway. */
  private async cutShort(
    tx: Tx,
    entries: readonly JournalEntry[],
    fate: 'source fails' | 'connection cut',
  ): Promise<AsyncIterable<JournalEntry>> {
    const [{ pid }] = await tx.query<[{ pid: number }]>('select pg_backend_pid() as pid');
    const { owner } = this;
    const half = Math.floor(entries.length / 2);
    return (async function* halfway() {
      for (const [index, entry] of entries.entries()) {
        yield { ...entry, memo: LONG_MEMO };
        if (index !== half) continue;
        if (fate === 'source fails') throw new SourceFailed();
        await owner.query('select pg_terminate_backend($1, 10000)', [pid]);
      }
    })();
  }

  private async journalEntry(tx: Tx, { party, memo, lines, reverses }: Entry): Promise<JournalEntry> {
    const ledger = this.app.get(LedgerService);
    const numbered: { accountId: number; amount: bigint }[] = [];
    for (const { code, amount } of lines) {
      const accountId = await ledger.ensureAccount(tx, code, TYPES[code.split(':', 1)[0] ?? ''] ?? 'X');
      numbered.push({ accountId, amount });
    }
    const entry = { partyId: party, regionCode: SIGUNTUR, lines: numbered, memo };
    if (reverses === undefined) return entry;
    const [batch] = await tx.query<{ id: number }[]>(
      'select id from ledger.batch where idempotency_key = $1',
      [reverses.key],
    );
    return { ...entry, reverses: { batchId: batch?.id ?? 0, sequence: reverses.sequence } };
  }

  private movesAsSql(moves: readonly Move[]): string {
    const rows = moves.map(
      ({ source, kind, amount, key }) =>
        `(${String(this.source(source).id)}, '${kind}', ${String(amount)}, 'model', '${key}', ${String(this.office.operator.id)}, now())`,
    );
    return `insert into budget_move (funding_source_id, kind, amount, reference, idempotency_key, moved_by, moved_at)
      values ${rows.join()}`;
  }

  private source(index: number): Source {
    const source = this.sources[index];
    if (source === undefined) throw new Error('There is no such budget line.');
    return source;
  }
}

const aBatch = (period: string) =>
  `insert into ledger.batch (kind, effective_on, period, idempotency_key, recorded_at, actor)
   values (1, '2027-01-31', '${period}', 'forged', now(), 'ani')`;

const forgeries: Readonly<Record<Forgery['what'], readonly string[]>> = {
  'unbalanced entry': [
    aBatch('2027-01'),
    `insert into ledger.entry (batch_id, sequence, kind, party_id, region_digits, accounts, amounts, memo)
     select id, 1, 1, 1, 1310042002, '{1,2}', '{1000,-999}', '' from ledger.batch where idempotency_key = 'forged'`,
  ],
  'unsealed batch': [aBatch('2027-01')],
  'batch before its day': [aBatch('2026-12')],
};

class RefusedStatement extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** By which code a command is refused. */
function refusalOf(error: unknown): string {
  if (error instanceof SourceFailed) return 'cut short';
  if (error instanceof Error && error.message.startsWith('Invariant broken')) return 'invariant';
  return refusalCode(error);
}

function isConnectionLost(error: unknown): boolean {
  return (
    error instanceof Error && (sqlState(error) === '57P01' || /terminat|ECONNRESET|EPIPE/.test(String(error)))
  );
}

function placeOf(batchId: number, hash: Uint8Array): string {
  return `${String(batchId)} ${Buffer.from(hash).toString('hex')}`;
}
