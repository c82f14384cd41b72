import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { batchKinds, type JournalBatch, type JournalEntry } from '../../../src/core/ledger/journal.js';
import { lastDayOf, serviceMonth, type ServiceMonth } from '../../../src/core/shared/service-month.js';
import { LedgerPeriodsService } from '../../../src/modules/ledger/ledger-periods.service.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { testApp } from '../../support/app.js';
import { addUsers } from '../../support/users.js';
import { aGate, untilTheyWait, type Gate } from '../../support/ledger-locks.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { anotherApp, AUGUST, JULY } from '../../support/payments.js';

const { app, url } = await testApp();
const closer = await anotherApp(url);
const database = app.get(DataSource);
const accounts = await database.transaction(async (tx) => ({
  expense: await app.get(LedgerService).ensureAccount(tx, 'Expenses:Honor', 'X'),
  payable: await app.get(LedgerService).ensureAccount(tx, 'Liabilities:Honor', 'L'),
}));
await addUsers(app, 'eka', 'budi');
const SEPTEMBER = serviceMonth('2026-09');

// One story in the order of its months.
describe('closing a month while others post', () => {
  it('waits for the batch at work, takes it in, and those that come meanwhile go behind it', async () => {
    const [halfway, goOn] = [aGate(), aGate()];
    const atWork = post(app, 'at work', JULY, entriesWithAStop(halfway, goOn));
    await halfway.opened;
    const closing = closer.get(LedgerPeriodsService).close(JULY, 'eka');
    await untilTheyWait(database, { posting: 0, closing: 1 });
    const late = ['late 1', 'late 2', 'late 3'].map((key) => post(app, key, JULY, [entry(1)]));
    await untilTheyWait(database, { posting: 3, closing: 1 });
    goOn.open();
    await Promise.all([atWork, ...late]);

    const { position } = await closing;
    const placed = await places();
    expect(placed['at work']).toEqual({ period: JULY, position: position - 1n });
    for (const key of ['late 1', 'late 2', 'late 3']) {
      expect(placed[key]?.period).toBe(AUGUST);
      expect(placed[key]?.position).toBeGreaterThan(position);
    }
  });

  it('goes on without a batch that failed while it waited', async () => {
    const [halfway, goOn] = [aGate(), aGate()];
    const failing = post(
      app,
      'failing',
      AUGUST,
      entriesWithAStop(halfway, goOn, new Error('no more entries')),
    );
    const failed = failing.catch(String);
    await halfway.opened;
    const closing = closer.get(LedgerPeriodsService).close(AUGUST, 'eka');
    await untilTheyWait(database, { posting: 0, closing: 1 });
    goOn.open();
    expect(await failed).toBe('Error: no more entries');
    expect(await closing).toMatchObject({ period: AUGUST, position: 6n });
    await post(app, 'failing', AUGUST, [entry(1)]);
    expect((await places()).failing).toEqual({ period: SEPTEMBER, position: 7n });
  });

  it('is not held up by batches that wait for each other at the end of the chain', async () => {
    const posts = Array.from({ length: 24 }, (_, index) =>
      post(index % 2 ? app : closer, `end/${String(index)}`, SEPTEMBER, [entry(index)]),
    );
    const closing = closer.get(LedgerPeriodsService).close(SEPTEMBER, 'eka');
    const { position } = await closing;
    await Promise.all(posts);
    const ends = Object.entries(await places()).filter(([key]) => key.startsWith('end/'));
    expect(ends).toHaveLength(24);
    const wrong = ends.filter(([, place]) => (place.period === SEPTEMBER) !== place.position < position);
    expect(wrong).toEqual([]);
  });

  it('asked for by several at once is done once for each who asks', async () => {
    const periods = [app, closer].map((one) => one.get(LedgerPeriodsService));
    await app.get(LedgerPeriodsService).askReopening(SEPTEMBER, 'Tertinggal', 'eka');
    const reopened = await Promise.all(
      [...periods, ...periods].map((service) => service.confirmReopening(SEPTEMBER, 'budi')),
    );
    expect(new Set(reopened.map(({ batchId }) => batchId)).size).toBe(1);
    const closed = await Promise.all(
      [...periods, ...periods].map((service) => service.close(SEPTEMBER, 'eka')),
    );
    expect(new Set(closed.map(({ position }) => position)).size).toBe(1);
  });

  it('leaves a chain that verifies', async () => {
    expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true, problems: [] });
  });
});

/** Two entries; after the first it stops until it may go on, and then fails if it is to. */
async function* entriesWithAStop(halfway: Gate, goOn: Gate, failure?: Error): AsyncGenerator<JournalEntry> {
  yield entry(1);
  halfway.open();
  await goOn.opened;
  if (failure !== undefined) throw failure;
  yield entry(2);
}

function entry(partyId: number): JournalEntry {
  const lines = [
    { accountId: accounts.expense, amount: 75_000n },
    { accountId: accounts.payable, amount: -75_000n },
  ];
  return { partyId, regionCode: SIGUNTUR, lines, memo: 'Honor' };
}

async function post(
  one: INestApplicationContext,
  idempotencyKey: string,
  month: ServiceMonth,
  entries: JournalBatch['entries'],
): Promise<void> {
  const batch = { kind: batchKinds.accrual, effectiveOn: lastDayOf(month), idempotencyKey, entries };
  await one.get(DataSource).transaction((tx) => one.get(LedgerService).post(tx, batch, 'ani'));
}

async function places(): Promise<Record<string, { period: string; position: bigint }>> {
  const rows = await database.query<{ key: string; period: string; position: bigint }[]>(
    'select idempotency_key as key, period, position from ledger.batch',
  );
  return Object.fromEntries(rows.map(({ key, period, position }) => [key, { period, position }]));
}
