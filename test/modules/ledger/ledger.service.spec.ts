import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { batchKinds, type JournalBatch } from '../../../src/core/ledger/journal.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { LedgerService, type PostedBatch } from '../../../src/modules/ledger/ledger.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { testApp } from '../../support/app.js';
import { anotherApp } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app, url } = await testApp();
const other = await anotherApp(url);
const ledger = app.get(LedgerService);
const accounts = await app.get(DataSource).transaction(async (tx) => ({
  expense: await ledger.ensureAccount(tx, 'Expenses:Honor', 'X'),
  payable: await ledger.ensureAccount(tx, 'Liabilities:Honor', 'L'),
}));

function aBatch(idempotencyKey: string, amount = 75_000n, entries = 1): JournalBatch {
  const lines = [
    { accountId: accounts.expense, amount },
    { accountId: accounts.payable, amount: -amount },
  ];
  return {
    kind: batchKinds.accrual,
    effectiveOn: plainDate('2026-07-31'),
    idempotencyKey,
    entries: Array.from({ length: entries }, (_, index) => ({
      partyId: index + 1,
      regionCode: '13.10.04.2001',
      lines,
      memo: 'Honor Juli',
    })),
  };
}

function post(one: INestApplicationContext, batch: JournalBatch): Promise<PostedBatch> {
  return one.get(DataSource).transaction((tx) => one.get(LedgerService).post(tx, batch, 'ani'));
}

describe('LedgerService.post', () => {
  it('chains batches posted at the same moment without a gap', async () => {
    const before = (await ledger.head()).position;
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        post(index % 2 ? app : other, aBatch(`at-once/${String(index)}`)),
      ),
    );
    expect((await ledger.head()).position).toBe(before + 20n);
    expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true, problems: [] });
  });

  it('posts one batch for the same key twice at the same moment', async () => {
    const posted = await Promise.all([app, other, app].map((one) => post(one, aBatch('twice'))));
    expect(new Set(posted.map(({ id, hash }) => `${String(id)} ${hash.toString('hex')}`)).size).toBe(1);
  });

  it('refuses a used key with other content', async () => {
    expect(await refusalCodes(() => post(app, aBatch('twice', 75_001n)))).toEqual(['ledger.key-reused']);
  });

  it('leaves nothing behind when its transaction fails', async () => {
    const before = await ledger.head();
    const failing = app.get(DataSource).transaction(async (tx) => {
      await ledger.post(tx, aBatch('failing'), 'ani');
      throw new Error('the caller failed');
    });
    await expect(failing).rejects.toThrow('the caller failed');
    expect(await ledger.head()).toEqual(before);
  });

  it('computes the same root and hash in SQL and in Node over several levels of the tree', async () => {
    await post(app, aBatch('large', 1n, 300));
    expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true, problems: [] });
  });

  it('stops at a batch without entries: that is a bug of ours', async () => {
    await expect(post(app, aBatch('empty', 1n, 0))).rejects.toThrow('Invariant');
  });
});
