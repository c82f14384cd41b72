import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { leafHash, merkleRoot } from '../../../src/core/ledger/chain-hash.js';
import { batchKinds, type JournalEntry } from '../../../src/core/ledger/journal.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { AuditPackService } from '../../../src/modules/ledger/audit-pack.service.js';
import { LedgerStreamRepository } from '../../../src/modules/ledger/ledger-stream.repository.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { sha256 } from '../../../src/platform/sha256.js';
import { testApp } from '../../support/app.js';
import { verifyPack } from '../../support/audit-pack.js';
import { temporaryFolder } from '../../support/embedded-folder.js';

// Around every size at which a tree of 16 grows a level.
const SIZES = [1, 2, 15, 16, 17, 255, 256, 257, 1_315, 4_097];

const { app } = await testApp();
const dataSource = app.get(DataSource);
for (const size of SIZES) await post(size);

describe('the roots of batches of every height', () => {
  it('are the same in SQL, in Node and in the stand-alone verifier', async () => {
    const inSql = await dataSource.query<{ id: number; root: Buffer }[]>(
      'select id, root from ledger.batch order by position',
    );
    const stored = inSql.map(({ id, root }) => `${String(id)} ${root.toString('hex')}`);
    expect(stored).toHaveLength(SIZES.length);
    expect(await rootsInNode(inSql.map(({ id }) => id))).toEqual(stored);
    const folder = await mkdtemp(join(await temporaryFolder(), 'pack-'));
    await app.get(AuditPackService).write(folder);
    const { status, stdout } = await verifyPack(folder, '--roots');
    expect(status).toBe(0);
    expect(stdout.split('\n').slice(0, SIZES.length)).toEqual(stored);
  });
});

function rootsInNode(ids: readonly number[]): Promise<string[]> {
  return dataSource.transaction(async (tx) => {
    const roots: string[] = [];
    for (const id of ids) {
      const leaves: Uint8Array[] = [];
      for await (const entry of app.get(LedgerStreamRepository).entriesOf(tx, id))
        leaves.push(leafHash(entry, sha256));
      roots.push(`${String(id)} ${Buffer.from(merkleRoot(leaves, sha256)).toString('hex')}`);
    }
    return roots;
  });
}

async function post(size: number): Promise<void> {
  await dataSource.transaction(async (tx) => {
    const ledger = app.get(LedgerService);
    const cash = await ledger.ensureAccount(tx, 'Assets:Cash:KasDesa', 'A');
    const expense = await ledger.ensureAccount(tx, 'Expenses:Honor', 'X');
    const entries = Array.from({ length: size }, (_, index): JournalEntry => ({
      partyId: index + 1,
      regionCode: '13.10.04.2001',
      lines: [
        { accountId: expense, amount: BigInt(75_000 + index) },
        { accountId: cash, amount: BigInt(-75_000 - index) },
      ],
      memo: `Honor ${String(index)}`,
    }));
    const heading = { kind: batchKinds.payment, effectiveOn: plainDate('2026-07-31') };
    await ledger.post(tx, { ...heading, idempotencyKey: String(size), entries }, 'ani');
  });
}
