import { Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import {
  accountRow,
  batchRow,
  closingRow,
  entryRow,
  packHeadings,
  totalsRow,
} from '../../core/ledger/audit-pack.js';
import { projectFolder } from '../../platform/configuration.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { mapLazily } from '../../platform/map-lazily.js';
import { writeFileAtomically } from '../../platform/files/write-file-atomically.js';
import { AccessService } from '../access/access.service.js';
import { LedgerStreamRepository } from './ledger-stream.repository.js';
import { LedgerRepository, type ChainHead } from './ledger.repository.js';

/** One file of a pack. */
interface PackFile {
  /** Below the heading; none for a file that is no table. */
  readonly rows?: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What `manifest.json` says of a pack: nothing in it depends on when it was written. */
export interface AuditPack {
  readonly format: 'honor-kader-audit-pack';
  readonly version: 2;
  readonly head: { readonly position: string; readonly hash: string } | null;
  readonly files: Readonly<Record<string, PackFile>>;
}

type Rows = Iterable<string> | AsyncIterable<string>;

/** What an auditor runs on a pack, and on a kader's proof of payment, with plain Node. */
const PROGRAMS = ['verify-audit-pack.mjs', 'check-proof.mjs'];

@Injectable()
export class AuditPackService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: LedgerRepository,
    private readonly stream: LedgerStreamRepository,
    private readonly access: AccessService,
  ) {}

  /**
   * Writes every row of the ledger as CSV into a folder, from one snapshot of the database, with a manifest
   * and a program that checks both without this one. The same chain gives the same bytes. Rows that belong
   * to no batch are written too: a pack hides nothing that somebody slipped in.
   */
  async write(folder: string): Promise<AuditPack> {
    this.access.requireReading('ledger.pack');
    return this.dataSource.transaction('REPEATABLE READ', (tx) => this.writeSnapshot(tx, folder));
  }

  private async writeSnapshot(tx: Queryable, folder: string): Promise<AuditPack> {
    const { stream } = this;
    const accounts = await this.repository.accounts(tx);
    const table = (name: string, heading: string, rows: Rows) =>
      writeTable(join(folder, name), heading, rows);
    const files = {
      'accounts.csv': await table('accounts.csv', packHeadings.accounts, accounts.map(accountRow)),
      'batches.csv': await table(
        'batches.csv',
        packHeadings.batches,
        mapLazily(stream.batches(tx), batchRow),
      ),
      'entries.csv': await table('entries.csv', packHeadings.entries, this.entryRows(tx)),
      'batch-totals.csv': await table('batch-totals.csv', packHeadings.totals, this.totalsRows(tx)),
      'closings.csv': await table('closings.csv', packHeadings.closings, await this.closingRows(tx)),
      ...(await writePrograms(folder)),
    };
    const head = headOf(await this.repository.head(tx));
    const pack: AuditPack = { format: 'honor-kader-audit-pack', version: 2, head, files };
    await writePlain(join(folder, 'manifest.json'), `${JSON.stringify(pack, undefined, 2)}\n`);
    return pack;
  }

  private async *entryRows(tx: Queryable): AsyncGenerator<string> {
    for await (const id of this.idsIn(tx)) yield* mapLazily(this.stream.entriesOf(tx, id), entryRow);
  }

  private async *totalsRows(tx: Queryable): AsyncGenerator<string> {
    for await (const id of this.idsIn(tx)) {
      for (const totals of await this.repository.totalsOf(tx, id)) yield totalsRow(id, totals);
    }
  }

  private async closingRows(tx: Queryable): Promise<string[]> {
    return [...(await this.repository.closings(tx))].map(([id, closing]) => closingRow(id, closing));
  }

  /** Every batch in the order of `batches.csv`, and behind them those that are not there but have rows. */
  private async *idsIn(tx: Queryable): AsyncGenerator<number> {
    yield* this.stream.batchIds(tx);
    yield* await this.repository.orphanBatches(tx);
  }
}

async function writeTable(path: string, heading: string, rows: Rows): Promise<PackFile> {
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    yield heading;
    for await (const row of rows) {
      count += 1;
      yield row;
    }
  }
  const { bytes, sha256 } = await writeFileAtomically(path, lines());
  return { rows: count, bytes, sha256 };
}

async function writePrograms(folder: string): Promise<Record<string, PackFile>> {
  const files: Record<string, PackFile> = {};
  for (const name of PROGRAMS) {
    const program = await readFile(join(projectFolder(), 'config', 'audit', name));
    files[name] = await writePlain(join(folder, name), program);
  }
  return files;
}

async function writePlain(path: string, content: string | Uint8Array): Promise<PackFile> {
  const { bytes, sha256 } = await writeFileAtomically(path, [content]);
  return { bytes, sha256 };
}

// As text: whoever moved the head could have set a position that JSON numbers do not hold.
function headOf(head: ChainHead | undefined): AuditPack['head'] {
  return head === undefined ? null : { position: String(head.position), hash: head.hash.toString('hex') };
}
