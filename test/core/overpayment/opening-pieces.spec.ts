import { openingPieces } from '../../../src/core/overpayment/opening-pieces.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';

const delta = (entitlementId: number, amount: bigint, sourceId = 1) => ({
  entitlementId,
  kaderId: 1,
  sourceId,
  serviceMonth: serviceMonth('2026-07'),
  component: 'honor-bulanan',
  amount,
});

describe('openingPieces', () => {
  it('leaves a correction that stands alone, and makes one of several', () => {
    expect(openingPieces([delta(1, -50_000n), delta(2, 20_000n), delta(3, -5_000n, 2)])).toEqual({
      claimed: [1, 2, 3],
      takenOut: [],
      replaced: [1, 2],
      pieces: [{ of: 1, amount: -30_000n, instalment: null, due: null }],
    });
  });

  it('writes nothing anew of corrections that cancel out', () => {
    const opening = { claimed: [1, 2], takenOut: [], replaced: [1, 2], pieces: [] };
    expect(openingPieces([delta(1, -50_000n), delta(2, 50_000n)])).toEqual(opening);
  });

  it('claims of a month in which lines moved only what she was paid too much', () => {
    expect(openingPieces([delta(1, -50_000n), delta(2, 25_000n, 2)])).toEqual({
      claimed: [],
      takenOut: [{ of: 1, amount: -25_000n }],
      replaced: [],
      pieces: [],
    });
  });
});
