import { receiptBatch, retractionBatch } from '../../../src/core/funding/receipt-batch.js';
import { batchKinds, NO_PARTY } from '../../../src/core/ledger/journal.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';

const accounts = {
  key: 'DINKES/BOK/2026',
  regionCode: '13.10',
  cashAccountId: 1,
  incomeAccountId: 2,
};
const receipt = { amount: 100n, on: plainDate('2026-07-15'), reference: 'SP2D 123', note: 'tahap I' };

describe('receiptBatch', () => {
  it('debits the cash of the paying body and credits the income of the line, on the day it came', () => {
    expect(receiptBatch(accounts, receipt, 'key')).toEqual({
      kind: batchKinds.receipt,
      effectiveOn: '2026-07-15',
      idempotencyKey: 'key',
      entries: [
        {
          partyId: NO_PARTY,
          regionCode: '13.10',
          memo: 'Penerimaan DINKES/BOK/2026, SP2D 123 (tahap I)',
          lines: [
            { accountId: 1, amount: 100n },
            { accountId: 2, amount: -100n },
          ],
        },
      ],
    });
  });
});

describe('retractionBatch', () => {
  it('is the mirror of the receipt, which it names, on the day of undoing', () => {
    const undoing = { on: plainDate('2026-08-01'), reason: 'salah jumlah', idempotencyKey: 'undo' };
    const batch = retractionBatch(accounts, { ...receipt, batchId: 7 }, undoing);
    expect(batch).toMatchObject({ kind: batchKinds.reversal, effectiveOn: '2026-08-01' });
    expect(batch.entries).toMatchObject([
      {
        memo: 'Pembatalan penerimaan DINKES/BOK/2026, SP2D 123: salah jumlah',
        reverses: { batchId: 7, sequence: 1 },
        lines: [
          { accountId: 2, amount: 100n },
          { accountId: 1, amount: -100n },
        ],
      },
    ]);
  });
});
