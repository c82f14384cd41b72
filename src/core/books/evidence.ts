import type { BookEntry } from './book-entry.js';

type Mentions = Pick<BookEntry, 'batchId' | 'sequence' | 'memo'>;

/** The number of the payment request that an entry names; undefined when it is about none. */
export function requestOf(memo: string): string | undefined {
  return /^\S+ HK\d+-\d+-\d+ SPP (\S.*)$/.exec(memo)?.[1];
}

/** The evidence (bukti) of one transfer: its reference at the bank, or its place in the ledger. */
export function transferEvidence({ batchId, sequence, memo }: Mentions): string {
  const reference = /\bHK\d+-\d+-\d+\b/.exec(memo)?.[0];
  return reference ?? `B${String(batchId)}-${String(sequence)}`;
}

/** The evidence of a whole batch: the payment request it pays, or its number in the ledger. */
export function batchEvidence([first]: readonly [Mentions, ...Mentions[]]): string {
  const request = requestOf(first.memo);
  return request === undefined ? `B${String(first.batchId)}` : `SPP ${request}`;
}

/** What a batch did, in one line: a single entry speaks for itself, many of one kind are counted. */
export function batchDescription(entries: readonly [Mentions, ...Mentions[]]): string {
  const [first] = entries;
  if (entries.length === 1) return first.memo;
  const request = requestOf(first.memo);
  const act = request === undefined ? first.memo : (first.memo.split(' ')[0] ?? '');
  const people = `${String(entries.length)} transfer`;
  return request === undefined
    ? `${act} (${String(entries.length)} jurnal)`
    : `${act} honor kader, ${people}`;
}
