import type { SealedBatch } from '../../../src/core/ledger/chain-hash.js';
import { trialBalanceHash } from '../../../src/core/ledger/chain-hash.js';
import { closingRoot, type ClosingKind } from '../../../src/core/ledger/closing.js';
import { PeriodVerifier } from '../../../src/core/ledger/verify-periods.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { sha256 } from '../../../src/platform/sha256.js';

const names = new Map<number, string>();
const balanceHash = trialBalanceHash([], names, sha256);

function header(kind: number, period: string, effectiveOn: string, actor = 'budi'): SealedBatch {
  return {
    id: 1,
    kind,
    effectiveOn: plainDate(effectiveOn),
    period,
    idempotencyKey: 'x',
    requestHash: sha256('x'),
    recordedAtMicroseconds: 1n,
    actor,
    entryCount: 0,
    debitTotal: 0n,
    root: sha256('x'),
    position: 1n,
    previousHash: sha256('x'),
    hash: sha256('x'),
  };
}

/** Codes of a closing or reopening that is otherwise as it was sealed. */
function step(verifier: PeriodVerifier, kind: ClosingKind, hands: { by: string; asked: string }): string[] {
  const period = serviceMonth('2026-07');
  const stored = { reason: '', requestedBy: hands.asked, balanceHash };
  const root = closingRoot({ kind, period, ...stored }, sha256);
  const batch = { ...header(kind, period, '2026-07-31', hands.by), root };
  return verifier.check(batch, [], stored).map(({ code }) => code);
}

describe('PeriodVerifier', () => {
  it.each([
    ['2026-06', '2026-06', true],
    ['2026-06', '2026-07', false],
    ['2026-06', '2026-05', false],
    ['2026-06', '9999-12', false],
  ])('before any closing takes a day of %s in %s: %s', (month, period, isRight) => {
    const verifier = new PeriodVerifier(names, sha256);
    const problems = verifier.check(header(1, period, `${month}-15`), []);
    expect(problems.map(({ code }) => code)).toEqual(isRight ? [] : ['ledger.period-wrong']);
  });

  it.each([
    ['2026-06', '2026-08', true],
    ['2026-07', '2026-08', true],
    ['2026-07', '2026-07', false],
    ['2026-07', '2026-09', false],
    ['2026-08', '2026-08', true],
    ['2026-09', '2026-09', true],
    ['2026-09', '2026-08', false],
    ['2026-09', '9999-12', false],
  ])('with July closed takes a day of %s in %s: %s', (month, period, isRight) => {
    const verifier = new PeriodVerifier(names, sha256);
    expect(step(verifier, 7, { by: 'eka', asked: 'eka' })).toEqual([]);
    const problems = verifier.check(header(1, period, `${month}-15`), []);
    expect(problems.map(({ code }) => code)).toEqual(isRight ? [] : ['ledger.period-wrong']);
  });

  it.each([
    ['budi', []],
    ['eka', ['ledger.closing-hands']],
    ['Eka', ['ledger.closing-hands']],
  ])('with a reopening that eka asked for and %s confirmed names %j', (by, named) => {
    const verifier = new PeriodVerifier(names, sha256);
    step(verifier, 7, { by: 'eka', asked: 'eka' });
    expect(step(verifier, 8, { by, asked: 'eka' })).toEqual(named);
  });
});
