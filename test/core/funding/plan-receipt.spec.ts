import { planReceipt, type Receipt, type RecordedReceipt } from '../../../src/core/funding/plan-receipt.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { refusalCodes } from '../../support/refusal.js';

const source = { key: '13.10.04.2001/DDS/2026', fiscalYear: 2026 };
const receipt: Receipt = { amount: 100n, on: plainDate('2026-07-15'), reference: 'SP2D 123', note: null };
const recorded: RecordedReceipt = { ...receipt, moveId: 1, batchId: 1, retractedBecause: null };
const undone: RecordedReceipt = { ...recorded, amount: 7n, retractedBecause: 'salah jumlah' };
const plan = (change: Partial<Receipt>, earlier: readonly RecordedReceipt[] = []) =>
  planReceipt(source, { ...receipt, ...change }, earlier, plainDate('2026-07-20'));

describe('planReceipt', () => {
  it.each([
    ['a new one', {}, [], 'record'],
    ['one of today', { on: plainDate('2026-07-20') }, [], 'record'],
    ['the same again', {}, [recorded], 'recorded'],
    ['a right one after a wrong one was undone', {}, [undone], 'record'],
    ['the right one again', {}, [undone, recorded], 'recorded'],
    ['an explained one of the next year', { on: plainDate('2025-12-30'), note: 'salur awal' }, [], 'record'],
  ] as const)('%s', (_, change, earlier, expected) => {
    expect(plan(change, earlier)).toBe(expected);
  });

  it.each([
    ['another amount', { amount: 101n }, [recorded], 'funding.receipt-differs'],
    ['another day', { on: plainDate('2026-07-16') }, [recorded], 'funding.receipt-differs'],
    ['another note', { note: 'tahap I' }, [recorded], 'funding.receipt-differs'],
    ['a day that is not over', { on: plainDate('2026-07-21') }, [], 'funding.receipt-in-future'],
    ['another year', { on: plainDate('2025-12-30') }, [], 'funding.receipt-year-unexplained'],
    ['no reference', { reference: '' }, [], 'funding.receipt-reference-missing'],
  ] as const)('refuses %s', async (_, change, earlier, code) => {
    expect(await refusalCodes(() => plan(change, earlier))).toEqual([code]);
  });
});
