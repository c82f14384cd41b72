import type { Random } from './random.js';

/** A bank account as its book shows it. */
export interface DemoAccount {
  /** As the sheet spells the bank. */
  readonly bank: string;
  readonly number: string;
  readonly holder: string;
}

/** A bank with the usual digits of its accounts, the spellings in sheets, and out of a hundred how many use it. */
const BANKS = [
  {
    spellings: ['Bank Nagari', 'BANK NAGARI', 'BPD Sumbar'],
    digits: 14,
    share: 68,
    starts: ['0002', '1002', '0301', '2102'],
  },
  { spellings: ['BRI', 'Bank BRI'], digits: 15, share: 20, starts: ['5478', '0544', '3330', '0110'] },
  { spellings: ['BSI', 'Bank Syariah Indonesia'], digits: 10, share: 8, starts: ['71', '00', '70'] },
  { spellings: ['Mandiri', 'Bank Mandiri'], digits: 13, share: 3, starts: ['111', '108'] },
  { spellings: ['BNI'], digits: 10, share: 1, starts: ['0', '1'] },
] as const;

type Bank = (typeof BANKS)[number];

/** An account that nobody has yet, in the name its book is on. */
export function demoAccount(name: string, random: Random, taken: Set<string>): DemoAccount {
  const bank = bankAt(random.between(1, 100));
  return {
    bank: random.pick<string>(bank.spellings),
    number: numberAt(bank, random, taken),
    holder: bookName(name),
  };
}

/** An account of ten digits that begins with zeros, as BSI gives. */
export function zeroLedAccount(name: string, random: Random, taken: Set<string>): DemoAccount {
  const bank = { spellings: ['BSI'], digits: 10, starts: ['0071'] };
  return { bank: 'BSI', number: numberAt(bank, random, taken), holder: bookName(name) };
}

function bankAt(place: number): Bank {
  let upTo = 0;
  return BANKS.find(({ share }) => place <= (upTo += share)) ?? BANKS[0];
}

function numberAt(
  bank: { readonly digits: number; readonly starts: readonly string[] },
  random: Random,
  taken: Set<string>,
): string {
  for (;;) {
    const start = random.pick<string>(bank.starts);
    const rest = Array.from({ length: bank.digits - start.length }, () => String(random.between(0, 9)));
    const number = start + rest.join('');
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}

/** Books are in capitals and without titles. */
function bookName(name: string): string {
  return name
    .replace(/^HJ\. /i, '')
    .replace(/,.*$/, '')
    .toUpperCase();
}
