import { planRetraction } from '../../../src/core/funding/plan-retraction.js';
import type { RecordedReceipt } from '../../../src/core/funding/plan-receipt.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { refusalCodes } from '../../support/refusal.js';

const standing: RecordedReceipt = {
  amount: 100n,
  on: plainDate('2026-07-15'),
  reference: 'SP2D 123',
  note: null,
  moveId: 2,
  batchId: 2,
  retractedBecause: null,
};
const undone: RecordedReceipt = { ...standing, moveId: 1, retractedBecause: 'salah jumlah' };
const plan = (reason: string, earlier: readonly RecordedReceipt[]) =>
  planRetraction({ source: '13.10.04.2001/DDS/2026', reference: 'SP2D 123', reason }, earlier);

describe('planRetraction', () => {
  it('undoes the one that stands', () => {
    expect(plan('salah sumber', [undone, standing])).toEqual({ plan: 'retract', receipt: standing });
  });

  it('does nothing when it was undone for that reason', () => {
    expect(plan('salah jumlah', [undone])).toEqual({ plan: 'retracted', receipt: undone });
  });

  it.each([
    ['none', 'salah', [], 'funding.receipt-unknown'],
    ['one that was undone for another reason', 'salah sumber', [undone], 'funding.receipt-retracted'],
    ['one without a reason', '', [standing], 'funding.retraction-reason-missing'],
  ])('refuses %s', async (_, reason, earlier, code) => {
    expect(await refusalCodes(() => plan(reason, earlier))).toEqual([code]);
  });
});
