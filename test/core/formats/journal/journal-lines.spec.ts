import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { JournalAccount, JournalEntry } from '../../../../src/core/formats/journal/journal-entry.js';
import { journalLines } from '../../../../src/core/formats/journal/journal-lines.js';
import { plainDate } from '../../../../src/core/shared/plain-date.js';
import { sumRupiah } from '../../../../src/core/shared/rupiah.js';
import { journalText } from '../../../support/journal-text.js';

const ACCOUNTS: JournalAccount[] = [
  { code: 'Assets:Cash:13-10-04-2001', type: 'A' },
  { code: 'Expenses:Honor:13-10-04-2001:ADN-2026', type: 'X' },
  { code: 'Liabilities:HonorPayable:13-10-04-2001', type: 'L' },
];

function entry(changes: Partial<JournalEntry> = {}): JournalEntry {
  return {
    batch: 1,
    sequence: 1,
    date: plainDate('2026-07-31'),
    memo: 'Honor kader Juli 2026',
    partyId: 1,
    leaf: '1b2100d6df85ffad',
    lines: [
      { account: 'Expenses:Honor:13-10-04-2001:ADN-2026', amount: 75_000n },
      { account: 'Liabilities:HonorPayable:13-10-04-2001', amount: -75_000n },
    ],
    ...changes,
  };
}

const textOf = (entries: readonly JournalEntry[]) => journalText(journalLines(ACCOUNTS), entries);

describe('journalLines', () => {
  it('writes the golden case', () => {
    const folder = 'test/golden/journal/akrual-dan-bayar';
    const { accounts, entries } = JSON.parse(
      readFileSync(`${folder}/input.json`, 'utf8'),
      (key, value: unknown) => (key === 'amount' ? BigInt(value as number) : value),
    ) as { accounts: JournalAccount[]; entries: JournalEntry[] };
    expect(journalText(journalLines(accounts), entries)).toBe(
      readFileSync(`${folder}/expected.journal`, 'utf8'),
    );
  });

  it('keeps every posting, balanced, and asserts where each account ends', () => {
    const amounts = fc.array(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), { maxLength: 20 });
    fc.assert(
      fc.property(amounts, fc.string(), (moved, memo) => {
        const entries = moved.map((amount, index) =>
          entry({
            sequence: index + 1,
            memo,
            lines: [
              { account: ACCOUNTS[index % 3]?.code ?? '', amount },
              { account: ACCOUNTS[(index + 1) % 3]?.code ?? '', amount: -amount },
            ],
          }),
        );
        const postings = [...textOf(entries).matchAll(/^ {4}(\S+) {2}(-?\d+) IDR(?: = (-?\d+) IDR)?$/gm)];
        expect(sumRupiah(postings.map((match) => BigInt(match[2] ?? '')))).toBe(0n);
        const asserted = postings.filter((match) => match[3] !== undefined);
        expect(asserted).toHaveLength(entries.length === 0 ? 0 : ACCOUNTS.length);
        for (const [, account, , balance] of asserted) {
          const lines = entries.flatMap((each) => each.lines).filter((line) => line.account === account);
          expect(BigInt(balance ?? '')).toBe(sumRupiah(lines.map(({ amount }) => amount)));
        }
      }),
    );
  });

  it.each([
    ['balances', { lines: [{ account: 'Assets:Cash:13-10-04-2001', amount: 1n }] }],
    [
      'is declared',
      {
        lines: [
          { account: 'Assets:X', amount: 1n },
          { account: 'Assets:X', amount: -1n },
        ],
      },
    ],
    ['hash in hex', { leaf: 'x\n2026-01-01' }],
  ])('stops at an entry that breaks "%s"', (claim, changes) => {
    expect(() => textOf([entry(changes)])).toThrow(claim);
  });

  it('stops at an entry out of date order', () => {
    const entries = [entry(), entry({ sequence: 2, date: plainDate('2026-07-30') })];
    expect(() => textOf(entries)).toThrow('date order');
  });
});
