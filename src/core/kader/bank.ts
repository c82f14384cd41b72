import { wordsOf } from '../formats/sheet/words.js';

/** A bank that accounts can be at. `lengths` are the usual numbers of digits of its accounts, when known. */
export interface Bank {
  /** The three-digit code of Bank Indonesia. */
  readonly code: string;
  readonly name: string;
  readonly spellings: readonly string[];
  readonly lengths: readonly number[];
}

/** Finds a bank by its name, another spelling of it, or its code. */
export function bankFinder(banks: readonly Bank[]): (typed: string) => Bank | undefined {
  const byWords = new Map<string, Bank>();
  for (const bank of banks) {
    for (const spelling of [bank.code, bank.name, ...bank.spellings]) byWords.set(wordsOf(spelling), bank);
  }
  return (typed) => byWords.get(wordsOf(typed)) ?? byWords.get(wordsOf(typed).replace(/^(PT )?BANK /, ''));
}
