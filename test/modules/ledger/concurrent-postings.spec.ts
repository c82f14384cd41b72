import { DataSource } from 'typeorm';
import { batchKinds, type JournalBatch, type JournalEntry } from '../../../src/core/ledger/journal.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { anotherApp, openConnections } from '../../support/payments.js';
import { outcomeOf } from '../../support/outcome.js';

const { app, url } = await testApp();
const apps = [app, ...(await Promise.all([1, 2, 3].map(() => anotherApp(url))))];
const connections = await Promise.all(apps.map((one) => openConnections(one, 10)));
const accounts = await app.get(DataSource).transaction(async (tx) => ({
  expense: await app.get(LedgerService).ensureAccount(tx, 'Expenses:Honor', 'X'),
  payable: await app.get(LedgerService).ensureAccount(tx, 'Liabilities:Honor', 'L'),
}));

describe('postings at the same moment, on as many connections', () => {
  it('have as many connections as they need', () => {
    expect(new Set(connections.flat()).size).toBe(40);
  });

  it('of 32 clients under 8 keys leave 8 batches, and all who ask for one are told of the same', async () => {
    const before = await position();
    const outcomes = await all(32, (client) => post(client, aBatch(`key/${String(client % 8)}`, 3)));
    for (let key = 0; key < 8; key += 1) {
      const told = new Set(outcomes.filter((_, client) => client % 8 === key));
      expect([...told]).toEqual([expect.stringMatching(/^\d+ [0-9a-f]{64}$/)]);
    }
    expect(new Set(outcomes).size).toBe(8);
    expect(await position()).toBe(before + 8n);
  });

  it('of other content under one key: one wins, and the others are told that the key is used', async () => {
    const before = await position();
    const outcomes = await all(16, (client) => post(client, aBatch('one key', 1, BigInt(client + 1))));
    expect(outcomes.filter((outcome) => outcome === 'ledger.key-reused')).toHaveLength(15);
    expect(await position()).toBe(before + 1n);
  });

  it('of 24 clients with a batch each stand one behind the other, without a gap', async () => {
    const before = await position();
    const outcomes = await all(24, (client) => post(client, aBatch(`own/${String(client)}`, 1 + client)));
    expect(new Set(outcomes).size).toBe(24);
    const rows = await app
      .get(DataSource)
      .query<{ position: bigint }[]>('select position from ledger.batch order by position');
    expect(rows.map((row) => row.position)).toEqual(rows.map((_, index) => BigInt(index + 1)));
    expect(await position()).toBe(before + 24n);
  });

  it('of 20 clients that undo one entry: one does, the others are refused and leave nothing', async () => {
    const [posted] = await all(1, (client) => post(client, aBatch('to undo', 2)));
    const batchId = Number.parseInt(posted ?? '', 10);
    const before = await position();
    const outcomes = await all(20, (client) =>
      post(client, {
        ...aBatch(`undo/${String(client)}`, 1),
        kind: batchKinds.reversal,
        entries: [{ ...anEntry(2, -75_000n), reverses: { batchId, sequence: 2 } }],
      }),
    );
    expect(outcomes.filter((outcome) => outcome === '23505')).toHaveLength(19);
    expect(await position()).toBe(before + 1n);
  });

  it('leave a chain that verifies', async () => {
    expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true, problems: [] });
  });
});

function aBatch(idempotencyKey: string, entries: number, amount = 75_000n): JournalBatch {
  return {
    kind: batchKinds.accrual,
    effectiveOn: plainDate('2026-07-31'),
    idempotencyKey,
    entries: Array.from({ length: entries }, (_, index) => anEntry(index + 1, amount)),
  };
}

function anEntry(partyId: number, amount: bigint): JournalEntry {
  const lines = [
    { accountId: accounts.expense, amount },
    { accountId: accounts.payable, amount: -amount },
  ];
  return { partyId, regionCode: SIGUNTUR, lines, memo: 'Honor Juli' };
}

/** The place of the batch that answers. */
async function post(client: number, batch: JournalBatch): Promise<string> {
  const one = apps[client % apps.length] ?? app;
  const { id, hash } = await one
    .get(DataSource)
    .transaction((tx) => one.get(LedgerService).post(tx, batch, 'ani'));
  return `${String(id)} ${hash.toString('hex')}`;
}

function all(clients: number, act: (client: number) => Promise<string>): Promise<string[]> {
  return Promise.all(Array.from({ length: clients }, (_, client) => outcomeOf(() => act(client))));
}

async function position(): Promise<bigint> {
  return (await app.get(LedgerService).head()).position;
}
