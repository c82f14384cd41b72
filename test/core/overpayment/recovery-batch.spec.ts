import { recoveryBatch } from '../../../src/core/overpayment/recovery-batch.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';

it('debits the cash of the payer and credits what each budget line had paid too much', () => {
  const batch = recoveryBatch(
    {
      caseNumber: '1/LB',
      kaderId: 7,
      regionCode: '13.10.04.2002',
      cashAccountId: 3,
      receipt: 'K-1',
      on: plainDate('2026-11-10'),
      lines: [
        { payableAccountId: 4, amount: 30_000n },
        { payableAccountId: 5, amount: 20_000n },
      ],
    },
    'recovery/1/K-1',
  );
  expect(batch).toMatchObject({ kind: 9, effectiveOn: '2026-11-10', idempotencyKey: 'recovery/1/K-1' });
  expect(batch.entries).toEqual([
    {
      partyId: 7,
      regionCode: '13.10.04.2002',
      memo: 'Pengembalian kelebihan bayar 1/LB, kuitansi K-1',
      lines: [
        { accountId: 3, amount: 50_000n },
        { accountId: 4, amount: -30_000n },
        { accountId: 5, amount: -20_000n },
      ],
    },
  ]);
});
