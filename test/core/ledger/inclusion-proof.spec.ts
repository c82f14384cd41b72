import fc from 'fast-check';
import { batchHash } from '../../../src/core/ledger/chain-hash.js';
import { anchorProblem, computeProof, hexOf } from '../../../src/core/ledger/check-proof.js';
import { decodeProof } from '../../../src/core/ledger/decode-proof.js';
import { balanceHashOf, chainLink, encodeProof } from '../../../src/core/ledger/inclusion-proof.js';
import { proofText, readProofText } from '../../../src/core/ledger/proof-text.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { sha256 } from '../../../src/platform/sha256.js';
import { aProvenEntry } from '../../support/inclusion-proofs.js';
import { isRefusal } from '../../support/refusal.js';

/** Proven, or the code of what is wrong; anything but a refusal by a rule is a crash and fails the test. */
function verdictOn(text: string, anchor: Uint8Array): string {
  try {
    const places = computeProof(decodeProof(readProofText(text)), sha256);
    return anchorProblem(places, anchor)?.code ?? 'proven';
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
}

function codeOf(bytes: Uint8Array): string {
  return verdictOn(proofText(bytes), sha256(''));
}

const treeAndIndex = fc.integer({ min: 1, max: 5000 }).chain((entryCount) =>
  fc.record({
    entryCount: fc.constant(entryCount),
    index: fc.nat(entryCount - 1),
  }),
);

const small = aProvenEntry({ entryCount: 40, index: 20 });
const bytes = encodeProof(small.proof);
const text = proofText(bytes);

/** The proof with other bytes from this place on. */
function changedAt(offset: number, ...octets: readonly number[]): Uint8Array {
  const changed = bytes.slice();
  changed.set(octets, offset);
  return changed;
}

describe('an inclusion proof', () => {
  it('proves any entry of a batch of any size', () => {
    const shape = fc.tuple(
      treeAndIndex,
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.integer({ min: 2, max: 9 }),
    );
    fc.assert(
      fc.property(shape, ([place, memo, accountCount]) => {
        const proven = aProvenEntry({
          ...place,
          memo,
          accountCount,
        });
        expect(verdictOn(proofText(encodeProof(proven.proof)), proven.batchHash)).toBe('proven');
      }),
      { numRuns: 60 },
    );
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(treeAndIndex, (place) => {
        const { proof } = aProvenEntry(place);
        const read = decodeProof(readProofText(`\uFEFF\r\nBukti:\r\n${proofText(encodeProof(proof))}\r\n`));
        expect(encodeProof(read)).toEqual(encodeProof(proof));
        expect(read.entry.memo).toBe(proof.entry.memo);
        expect(read.header.effectiveOn).toBe(proof.header.effectiveOn);
      }),
      { numRuns: 20 },
    );
  });

  it('proves nothing without an anchor, or with another one', () => {
    expect(verdictOn(text, small.batchHash)).toBe('proven');
    expect(verdictOn(text, sha256('another'))).toBe('proof.anchor-differs');
    const places = computeProof(small.proof, sha256);
    expect(anchorProblem(places, undefined)?.code).toBe('proof.anchor-missing');
    expect(anchorProblem(places, small.batchHash.subarray(0, 31))?.code).toBe('proof.anchor-differs');
  });

  it('proves nothing any more when any one of its bytes is another', () => {
    const verdicts = Array.from(bytes, (octet, offset) =>
      [octet ^ 1, octet ^ 0x80, (octet + 1) & 0xff].map((other) =>
        verdictOn(proofText(changedAt(offset, other)), small.batchHash),
      ),
    ).flat();
    expect(verdicts).not.toContain('proven');
  });

  it('proves nothing any more when any one of its characters is another', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, other) => {
        fc.pre(text[at] !== other);
        const verdict = verdictOn(text.slice(0, at) + other + text.slice(at + 1), small.batchHash);
        expect(verdict).toMatch(/^proof\./);
      }),
      { numRuns: 3000 },
    );
  });

  it('is refused at whatever place it is cut, and with anything behind it', () => {
    for (let length = 1; length < bytes.length; length += 1) {
      expect(codeOf(bytes.subarray(0, length))).toBe('proof.cut');
    }
    expect(codeOf(Uint8Array.of(...bytes, 0))).toBe('proof.trailing-bytes');
    expect(codeOf(Uint8Array.of(...bytes, ...bytes))).toBe('proof.trailing-bytes');
  });

  it('is refused, never crashes, whatever bytes or text it is', () => {
    const forged = fc.uint8Array({ maxLength: 600 }).map((rest) => Uint8Array.of(1, ...rest));
    fc.assert(
      fc.property(forged, (any) => {
        expect(codeOf(any)).toMatch(/^proof\./);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        expect(verdictOn(any, sha256(''))).toMatch(/^proof\.text-/);
        expect(verdictOn(`HKP:${any}`, sha256(''))).toMatch(/^proof\./);
      }),
    );
  });

  // Offsets: README.md of src/core/ledger, "Inclusion proof, version 1".
  it.each([
    ['proof.version-unknown', 'another version', changedAt(0, 2)],
    ['proof.version-unknown', 'version 0', changedAt(0, 0)],
    ['proof.field-impossible', 'position 0', changedAt(33, ...Array<number>(8).fill(0))],
    ['proof.field-impossible', 'a negative batch', changedAt(41, 0xff)],
    ['proof.field-impossible', 'kind 0', changedAt(49, 0, 0)],
    ['proof.field-impossible', 'a day out of the calendar', changedAt(51, 0x7f)],
    ['proof.field-impossible', 'month 13', changedAt(60, 0x31, 0x33)],
    ['proof.field-impossible', 'no entries', changedAt(166, 0, 0, 0, 0)],
    ['proof.field-impossible', 'an entry behind the last', changedAt(178, 0, 0, 0, 41)],
    ['proof.field-impossible', 'a reversed batch without its entry', changedAt(205, 1)],
    ['proof.field-impossible', 'a memo that is not UTF-8', changedAt(212, 0xff)],
  ])('is refused with %s for %s', (code, _, changed) => {
    expect(codeOf(changed)).toBe(code);
  });

  it('is refused when its lines do not add up, though all hashes could be right', () => {
    const { entry } = small.proof;
    const amounts = [225_001n, -225_000n];
    expect(codeOf(encodeProof({ ...small.proof, entry: { ...entry, amounts } }))).toBe(
      'proof.entry-unbalanced',
    );
    expect(codeOf(encodeProof({ ...small.proof, entry: { ...entry, amounts: [0n, 0n] } }))).toBe(
      'proof.field-impossible',
    );
  });

  it('of the hash of the trial balance alone leads to the same hash', () => {
    const short = {
      ...small.proof,
      balance: { hash: balanceHashOf(small.proof.balance, sha256) },
    };
    expect(verdictOn(proofText(encodeProof(short)), small.batchHash)).toBe('proven');
  });

  it('with the batches behind it is proven by each of their hashes, and by none when one was changed', () => {
    const totals = [{ accountId: 1, debit: 5n, credit: 5n }];
    const names = new Map([[1, 'A:Assets:Cash']]);
    const balance = {
      accounts: totals.map((row) => ({ ...row, name: 'A:Assets:Cash' })),
    };
    let previousHash = small.batchHash;
    const chain = [1, 2, 3].map((number) => {
      const content = {
        kind: 1,
        effectiveOn: plainDate('2026-11-30'),
        period: '2026-11',
        actor: 'ani',
      };
      const figures = {
        entryCount: 4,
        debitTotal: 5n,
        recordedAtMicroseconds: 7n,
      };
      const root = sha256(String(number));
      const place = {
        id: 90 + number,
        position: 12n + BigInt(number),
        previousHash,
        root,
      };
      const batch = {
        ...content,
        ...figures,
        ...place,
        idempotencyKey: 'k',
        requestHash: sha256('r'),
      };
      previousHash = batchHash(batch, totals, names, sha256);
      const header = {
        ...batch,
        keyHash: sha256('k'),
        actorHash: sha256('ani'),
      };
      return {
        hash: previousHash,
        link: chainLink(header, balanceHashOf(balance, sha256), root),
      };
    });
    const links = chain.map(({ link }) => link);
    const long = proofText(encodeProof({ ...small.proof, links }));
    for (const { hash } of [...chain, { hash: small.batchHash }])
      expect(verdictOn(long, hash)).toBe('proven');
    const cut = proofText(encodeProof({ ...small.proof, links: links.slice(0, 2) }));
    expect(verdictOn(cut, previousHash)).toBe('proof.anchor-differs');
    const changed = links.map((link, index) => (index === 1 ? link.with(0, 1) : link));
    const forged = proofText(encodeProof({ ...small.proof, links: changed }));
    expect(verdictOn(forged, previousHash)).toBe('proof.anchor-differs');
  });

  it('says so when a memo is longer than its length field', () => {
    const { proof } = aProvenEntry({ memo: 'é'.repeat(32_768) });
    expect(() => encodeProof(proof)).toThrow('proof.memo-too-long');
  });

  it('has bytes that are fixed for ever: what was printed must be checked by every later program', () => {
    const hash = (content: string) => hexOf(sha256(content));
    const text = (content: string) => Buffer.from(content).toString('hex');
    const header = [
      hash('previous') + '000000000000000c' + '000000000000000c' + '0002' + '0000262e' + text('2026-10'),
      hash('payment/1') +
        hash('request') +
        '00065bfeda27c240' +
        hash('eka') +
        '00000002' +
        '000000000006ddd0',
    ];
    const entry = [
      '00000002' + '0000000000001267' + '000000004e15a791' + '0000000000000000' + '00000000',
      '0002' + text('hi') + '0002',
      '00000007' + '0000000000036ee8' + '00000003' + 'fffffffffffc9118',
    ];
    const balance = [
      '01' + '0003',
      '00000003' + '001b' + text('A:Assets:Cash:13-10-04-2001') + '0000000000000000' + '0000000000036ee8',
      '00000007' + '0019' + text('L:Liabilities:Honor:DDS:7') + '0000000000036ee8' + '0000000000000000',
      '00000064' + hash('L:Liabilities:Honor:DDS:100') + '0000000000036ee8' + '0000000000000000',
    ];
    const sibling = '00000000' + 'a5'.repeat(28);
    const link = '77'.repeat(201);
    const laidOut = ['01', ...header, ...entry, ...balance, sibling, '0001', link].join('');
    const { proof } = aProvenEntry({ entryCount: 2, index: 1, memo: 'hi', accountCount: 3 });
    expect(hexOf(encodeProof({ ...proof, links: [new Uint8Array(201).fill(0x77)] }))).toBe(laidOut);
  });
});

describe('readProofText', () => {
  it.each([
    ['proof.text-missing', 'an empty text', ''],
    ['proof.text-missing', 'a text without its beginning', text.slice(1)],
    ['proof.text-missing', 'small letters', text.toLowerCase()],
    ['proof.text-repeated', 'two proofs', `${text}\n${text}`],
    ['proof.text-unreadable', 'a letter behind it', `${text}a`],
  ])('refuses with %s %s', (code, _, unreadable) => {
    expect(verdictOn(unreadable, small.batchHash)).toBe(code);
  });
});
