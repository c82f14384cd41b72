import type { Purpose } from '../../core/privacy/purpose.js';
import type { AccountTable } from '../../platform/secrets/account-numbers.js';

/** A part of everything that is kept of one kader: a question about kader number $1, its columns named for people. */
export interface DataPackSection {
  readonly name: string;
  readonly title: string;
  /** The tables that name her and are answered for here. */
  readonly tables: readonly string[];
  readonly sql: string;
  /** Columns that come sealed, and what for. */
  readonly sealed?: Readonly<Record<string, Purpose>>;
  /** Whose accounts the column `Nomor rekening` holds; they come with their digest. */
  readonly accountsOf?: AccountTable;
}

/** An account number as a section hands it to whoever opens it. */
export const ACCOUNT = `json_build_object('sealed', account_number_sealed, 'digest', account_number_digest) as "Nomor rekening"`;

/** The day of a moment, where the kader live. */
export const DAY = (moment: string): string => `(${moment} at time zone 'Asia/Jakarta')::date`;

/** The same to the minute. */
export const MINUTE = (moment: string): string =>
  `to_char(${moment} at time zone 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI')`;
