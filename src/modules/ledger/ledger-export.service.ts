import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SealedEntry } from '../../core/ledger/chain-hash.js';
import type { JournalEntry } from '../../core/formats/journal/journal-entry.js';
import { beancountLines } from '../../core/formats/journal/beancount-lines.js';
import { journalLines } from '../../core/formats/journal/journal-lines.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { writeFileAtomically, type WrittenFile } from '../../platform/files/write-file-atomically.js';
import { LedgerRepository } from './ledger.repository.js';

const writers = { hledger: journalLines, beancount: beancountLines } as const;

export type JournalFormat = keyof typeof writers;

@Injectable()
export class LedgerExportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: LedgerRepository,
  ) {}

  /**
   * Writes the whole ledger as a journal in order of effective day, from one snapshot of the database:
   * `hledger` for hledger and ledger-cli, `beancount` for beancount.
   */
  writeJournal(
    path: string,
    format: JournalFormat = 'hledger',
  ): Promise<WrittenFile & { readonly rows: number }> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const accounts = await this.repository.accounts(tx);
      const codes = new Map(accounts.map((account) => [account.id, account.code]));
      const entries = await this.repository.entriesByDate(tx);
      const journal = entries.map((entry) => journalEntryOf(entry, codes));
      const written = await writeFileAtomically(path, writers[format](accounts, journal));
      return { ...written, rows: entries.length };
    });
  }
}

function journalEntryOf(
  entry: SealedEntry & { readonly effectiveOn: PlainDate },
  codes: ReadonlyMap<number, string>,
): JournalEntry {
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
