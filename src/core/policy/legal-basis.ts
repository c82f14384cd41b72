import type { PlainDate } from '../shared/plain-date.js';

/** The decree that allows an amount to be paid (Perbup, Perna, SK): who pays must be able to show it. */
export interface LegalBasis {
  readonly number: string;
  readonly date: PlainDate;
  readonly title: string;
  /** SHA-256 of the file it was read from, in small hex: this very text, and no other; null = not said. */
  readonly fileSha256: string | null;
}
