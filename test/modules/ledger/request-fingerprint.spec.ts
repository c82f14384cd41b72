import fc from 'fast-check';
import type { JournalEntry } from '../../../src/core/ledger/journal.js';
import { canonicalJson } from '../../../src/core/shared/canonical-json.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { RequestFingerprint } from '../../../src/modules/ledger/request-fingerprint.js';
import { sha256 } from '../../../src/platform/sha256.js';

const entry: fc.Arbitrary<JournalEntry> = fc.record({
  partyId: fc.nat(),
  regionCode: fc.constant('13.10.04.2001'),
  lines: fc.array(fc.record({ accountId: fc.nat(), amount: fc.bigInt() })),
  memo: fc.string(),
});

describe('the fingerprint of a request', () => {
  it('is that of its canonical JSON as a whole, however many entries it is made of', () => {
    fc.assert(
      fc.property(fc.array(entry), fc.string(), (entries, actor) => {
        const heading = {
          kind: 1,
          effectiveOn: plainDate('2026-07-31'),
          idempotencyKey: 'accrual/1',
        } as const;
        const fingerprint = new RequestFingerprint({ ...heading, entries }, actor);
        for (const one of entries) expect(fingerprint.adding(one)).toBe(one);
        expect(fingerprint.entries).toBe(entries.length);
        expect(fingerprint.digest()).toEqual(sha256(canonicalJson({ ...heading, entries, actor })));
      }),
    );
  });
});
