import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beancountLines } from '../../../../src/core/formats/journal/beancount-lines.js';
import type { JournalAccount, JournalEntry } from '../../../../src/core/formats/journal/journal-entry.js';
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
    date: plainDate('2026-12-31'),
    memo: 'Honor kader Desember 2026',
    partyId: 1,
    leaf: '1b2100d6df85ffad',
    lines: [
      { account: 'Expenses:Honor:13-10-04-2001:ADN-2026', amount: 75_000n },
      { account: 'Liabilities:HonorPayable:13-10-04-2001', amount: -75_000n },
    ],
    ...changes,
  };
}

const textOf = (entries: readonly JournalEntry[], accounts = ACCOUNTS) =>
  journalText(beancountLines(accounts), entries);

describe('beancountLines', () => {
  it('writes the golden case', () => {
    const folder = 'test/golden/journal/akrual-dan-bayar';
    const { accounts, entries } = JSON.parse(
      readFileSync(`${folder}/input.json`, 'utf8'),
      (key, value: unknown) => (key === 'amount' ? BigInt(value as number) : value),
    ) as { accounts: JournalAccount[]; entries: JournalEntry[] };
    expect(textOf(entries, accounts)).toBe(readFileSync(`${folder}/expected.beancount`, 'utf8'));
  });

  it('keeps every posting, balanced, and asserts on the next day where each account ends', () => {
    const amounts = fc.array(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), {
      minLength: 1,
      maxLength: 20,
    });
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
        const text = textOf(entries);
        const postings = [...text.matchAll(/^ {2}(\S+) {2}(-?\d+) IDR$/gm)];
        expect(postings).toHaveLength(2 * entries.length);
        const asserted = [...text.matchAll(/^2027-01-01 balance (\S+) {2}(-?\d+) IDR$/gm)];
        expect(asserted.map(([, account]) => account)).toEqual(ACCOUNTS.map(({ code }) => code));
        for (const [, account, balance] of asserted) {
          const lines = postings.filter((posting) => posting[1] === account);
          expect(BigInt(balance ?? '')).toBe(sumRupiah(lines.map((line) => BigInt(line[2] ?? ''))));
        }
      }),
    );
  });

  it('opens every account on the day of the first entry, and asserts nothing of books without entries', () => {
    expect(textOf([entry()]).match(/^2026-12-31 open .*$/gm)).toEqual(
      ACCOUNTS.map(({ code }) => `2026-12-31 open ${code} IDR`),
    );
    expect(textOf([])).not.toMatch(/open|balance/);
  });

  it.each([
    ['balances', { lines: [{ account: 'Assets:Cash:13-10-04-2001', amount: 1n }] }],
    ['is declared', { lines: [1n, -1n].map((amount) => ({ account: 'Assets:X', amount })) }],
    ['hash in hex', { leaf: '"\n2026-01-01' }],
  ])('stops at an entry that breaks "%s"', (claim, changes) => {
    expect(() => textOf([entry(changes)])).toThrow(claim);
  });

  it('stops at an entry out of date order', () => {
    expect(() => textOf([entry(), entry({ date: plainDate('2026-07-30') })])).toThrow('date order');
  });

  it.each([
    'Kas:Desa',
    'Assets',
    'Assets:kas',
    'Assets:Kas.Desa',
    'Assets:Kas Desa',
    'Assets:-Kas',
    'Assets::Kas',
  ])('stops at the account name %s, which beancount would not take', (code) => {
    expect(() => textOf([], [{ code, type: 'A' }])).toThrow('is an account name');
  });
});
