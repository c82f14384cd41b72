import {
  batchDescription,
  batchEvidence,
  requestOf,
  transferEvidence,
} from '../../../src/core/books/evidence.js';

const entry = (memo: string) => ({ batchId: 7, sequence: 2, memo });

describe('the evidence of an entry', () => {
  it.each([
    ['Pembayaran HK1-1-0001 SPP 00045/SPP/2.2.02/2026', 'HK1-1-0001', 'SPP 00045/SPP/2.2.02/2026'],
    ['Retur HK12-3-0456 SPP 7', 'HK12-3-0456', 'SPP 7'],
    ['Penerimaan 13.10.04.2001/DDS/2026, SP2D-1 (ganti SPP 9)', 'B7-2', 'B7'],
    ['Honor honor-bulanan Juli 2026', 'B7-2', 'B7'],
  ])('%s', (memo, transfer, batch) => {
    expect(transferEvidence(entry(memo))).toBe(transfer);
    expect(batchEvidence([entry(memo)])).toBe(batch);
  });

  it('names no request that it does not pay', () => {
    expect(requestOf('Honor SPP Juli')).toBeUndefined();
  });
});

describe('batchDescription', () => {
  it('lets one entry speak for itself and counts many', () => {
    const payment = entry('Pembayaran HK1-1-0001 SPP 7');
    const honor = entry('Honor honor-bulanan Juli 2026');
    expect(batchDescription([payment])).toBe('Pembayaran HK1-1-0001 SPP 7');
    expect(batchDescription([payment, payment])).toBe('Pembayaran honor kader, 2 transfer');
    expect(batchDescription([honor, honor, honor])).toBe('Honor honor-bulanan Juli 2026 (3 jurnal)');
  });
});
