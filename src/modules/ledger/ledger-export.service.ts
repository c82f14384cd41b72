import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beancountLines } from '../../core/formats/journal/beancount-lines.js';
import type { JournalEntry } from '../../core/formats/journal/journal-entry.js';
import { journalLines } from '../../core/formats/journal/journal-lines.js';
import type { JournalWriter } from '../../core/formats/journal/journal-writer.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { writeFileAtomically, type WrittenFile } from '../../platform/files/write-file-atomically.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { AccessService } from '../access/access.service.js';
import { LedgerReportsRepository } from './ledger-reports.repository.js';
import { LedgerStreamRepository, type DatedEntry } from './ledger-stream.repository.js';

const writers = { hledger: journalLines, beancount: beancountLines } as const;

export type JournalFormat = keyof typeof writers;

/** A journal on disk, and how much of the chain is in it. */
export interface WrittenJournal extends WrittenFile {
  /** Entries. */
  readonly rows: number;
  /** The chain position as at which it is written: the same for ever. */
  readonly position: bigint;
}

@Injectable()
export class LedgerExportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stream: LedgerStreamRepository,
    private readonly reports: LedgerReportsRepository,
    private readonly access: AccessService,
    private readonly current: CurrentActor,
  ) {}

  /**
   * Writes the ledger as at a position of the chain (its end unless told) as a journal in order of effective
   * day, from one snapshot of the database, entry by entry: `hledger` for hledger and ledger-cli, `beancount`
   * for beancount. Whoever holds her role for a part of the installation gets the entries and accounts of the
   * paying bodies there.
   *
   * @throws DomainError `book.position-beyond-chain` when the chain does not reach so far
   */
  async writeJournal(path: string, format: JournalFormat = 'hledger', at?: bigint): Promise<WrittenJournal> {
    this.access.requireReading('ledger.export');
    return this.current.look('ledger.export', () =>
      this.dataSource.transaction('REPEATABLE READ', (tx) => this.write(tx, { path, format, at })),
    );
  }

  private async write(tx: Queryable, { path, format, at }: JournalWish): Promise<WrittenJournal> {
    const position = await this.reports.position(tx, at);
    const accounts = await this.stream.accountsOfEntries(tx, position);
    const codes = new Map(accounts.map((account) => [account.id, account.code]));
    const pieces = new Pieces(writers[format](accounts), codes);
    const file = await writeFileAtomically(path, pieces.of(this.stream.entriesByDate(tx, position)));
    return { ...file, rows: pieces.entries, position };
  }
}

interface JournalWish {
  readonly path: string;
  readonly format: JournalFormat;
  readonly at: bigint | undefined;
}

class Pieces {
  entries = 0;

  constructor(
    private readonly writer: JournalWriter,
    private readonly codes: ReadonlyMap<number, string>,
  ) {}

  async *of(entries: AsyncIterable<DatedEntry>): AsyncGenerator<string> {
    yield* this.writer.opening();
    for await (const entry of entries) {
      this.entries += 1;
      yield* this.writer.entry(journalEntryOf(entry, this.codes));
    }
    yield* this.writer.closing();
  }
}

function journalEntryOf(entry: DatedEntry, codes: ReadonlyMap<number, string>): JournalEntry {
  return {
    batch: entry.batchId,
    sequence: entry.sequence,
    date: entry.effectiveOn,
    memo: entry.memo,
    partyId: entry.partyId,
    leaf: Buffer.from(entry.hash).toString('hex'),
    lines: entry.accounts.map((account, index) => ({
      account: codes.get(account) ?? '',
      amount: entry.amounts[index] ?? 0n,
    })),
  };
}
