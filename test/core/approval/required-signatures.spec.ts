import fc from 'fast-check';
import { signedSteps, type ApprovalBandSet } from '../../../src/core/approval/approval-bands.js';
import { requiredSignatures } from '../../../src/core/approval/required-signatures.js';

const signature = fc.record({
  step: fc.constantFrom(...signedSteps),
  function: fc.constantFrom('Camat', 'camat', 'Kepala DPMD', 'PPK-SKPD'),
  signers: fc.integer({ min: 1, max: 3 }),
});
const band = fc.record({
  from: fc.bigInt({ min: 0n, max: 100n }),
  signatures: fc.array(signature, { minLength: 1, maxLength: 3 }),
});
const sets: fc.Arbitrary<Pick<ApprovalBandSet, 'bands'>[]> = fc.array(fc.record({ bands: fc.array(band) }), {
  maxLength: 3,
});
const gross = fc.bigInt({ min: 0n, max: 120n });

const totals = (...asked: Parameters<typeof requiredSignatures>) =>
  new Map(
    requiredSignatures(...asked).map((one) => [`${one.step} ${one.function.toLowerCase()}`, one.signers]),
  );

function asksForAll(more: ReadonlyMap<string, number>, less: ReadonlyMap<string, number>): boolean {
  return [...less].every(([key, signers]) => (more.get(key) ?? 0) >= signers);
}

describe('requiredSignatures', () => {
  it('never asks a higher amount for less', () => {
    fc.assert(
      fc.property(sets, gross, gross, (all, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(asksForAll(totals(all, high), totals(all, low))).toBe(true);
      }),
    );
  });

  it('adds what a narrower scope asks for and takes nothing from the wider, in whatever order', () => {
    fc.assert(
      fc.property(sets, sets, gross, (wide, narrow, amount) => {
        const both = totals([...wide, ...narrow], amount);
        expect(asksForAll(both, totals(wide, amount))).toBe(true);
        expect(asksForAll(both, totals(narrow, amount))).toBe(true);
        expect(totals([...narrow, ...wide], amount)).toEqual(both);
      }),
    );
  });

  it('asks for nobody where there are no bands, or below the first', () => {
    const bands = [{ from: 10n, signatures: [{ step: 'release', function: 'Camat', signers: 1 }] }] as const;
    expect(requiredSignatures([], 1_000_000n)).toEqual([]);
    expect(requiredSignatures([{ bands }], 9n)).toEqual([]);
    expect(requiredSignatures([{ bands }], 10n)).toEqual([bands[0].signatures[0]]);
  });
});
