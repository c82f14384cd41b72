import {
  assertCountersigned,
  awaitedSignatures,
  missingFor,
  signatureToGive,
} from '../../../src/core/approval/missing-signatures.js';
import { refusalCodes, refusalsOf } from '../../support/refusal.js';

const required = [
  { step: 'approve', function: 'Kepala DPMD', signers: 2 },
  { step: 'release', function: 'Camat', signers: 1 },
] as const;

describe('the signatures a step waits for', () => {
  it('are those of this step that are not all there, and are named', async () => {
    const awaited = awaitedSignatures(required, [{ step: 'approve', function: 'Kepala DPMD' }]);
    expect(missingFor('approve', awaited)).toMatchObject([{ function: 'Kepala DPMD', given: 1 }]);
    expect(missingFor('verify', awaited)).toEqual([]);
    const [refused] = await refusalsOf(() => {
      assertCountersigned('SPP-1', 'approve', awaitedSignatures(required, []));
    });
    expect(refused?.facts.missing).toBe('Kepala DPMD (2 orang lagi)');
    expect(
      await refusalCodes(() => {
        assertCountersigned('SPP-1', 'verify', awaited);
      }),
    ).toEqual([]);
  });

  it('do not count what was signed as another function or for another step', () => {
    const given = [
      { step: 'release', function: 'Kepala DPMD' },
      { step: 'approve', function: 'Camat' },
    ] as const;
    expect(awaitedSignatures(required, given).map((one) => one.given)).toEqual([0, 0]);
  });
});

describe('signatureToGive', () => {
  const awaited = awaitedSignatures(required, [{ step: 'release', function: 'Camat' }]);

  it('finds the function whatever its letters and spaces', () => {
    expect(signatureToGive('SPP-1', 'approve', awaited, ' kepala  dpmd ').function).toBe('Kepala DPMD');
  });

  it.each([
    ['a function nobody asked for', 'approve', 'Lurah', 'approval.signature-not-asked'],
    ['a signature for a later step', 'approve', 'Camat', 'approval.signature-not-asked'],
    ['one that is there already', 'release', 'Camat', 'approval.signature-complete'],
  ] as const)('refuses %s', async (_, step, as, code) => {
    expect(await refusalCodes(() => signatureToGive('SPP-1', step, awaited, as))).toEqual([code]);
  });
});
