import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { maskAccount, maskNik } from '../../core/formats/mask.js';
import { pseudonymOf } from '../../core/privacy/pseudonym.js';
import { purposes } from '../../core/privacy/purposes.js';
import { lockFor } from '../../platform/database/lock-for.js';
import { queryRow, queryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { AccountNumbers, type AccountTable } from '../../platform/secrets/account-numbers.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';

/** Who does it, and why; when, the database says. */
export interface PseudonymisationStamp {
  readonly by: number;
  readonly reason: string;
}

/** What the database says when it finds that somebody's data is still to be kept. */
const IS_KEPT = 'pseudonymised_when_due';

/** Takes away what names a kader. */
@Injectable()
export class PseudonymisationRepository {
  constructor(
    private readonly vault: FieldVault,
    private readonly numbers: AccountNumbers,
  ) {}

  /**
   * In a transaction of its own. The database decides once more whether it is time, by its own clock and with
   * her row locked; who does it is who acts.
   *
   * @returns false when something happened since it was looked at, and her data is kept
   */
  async pseudonymise(tx: Tx, kaderId: number, { by, reason }: PseudonymisationStamp): Promise<boolean> {
    // Whoever calculates has read who is on the roster: she goes before or after, never in between.
    await lockFor(tx, 'honor-calculation');
    try {
      await tx.query('select pseudonymise($1, $2, $3, $4, $5)', [
        ...[kaderId, this.sealed(kaderId), await this.marks(tx, kaderId), reason, by],
      ]);
      return true;
    } catch (error) {
      if (isKept(error)) return false;
      throw error;
    }
  }

  /** Numbers that are nobody's, in the place of hers: whatever reads them goes on reading. */
  private sealed(kaderId: number): Readonly<Record<string, string>> {
    const { nik, account } = pseudonymOf(kaderId);
    const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`;
    const accountOf = (table: AccountTable) => {
      const { sealed, digest } = this.numbers.seal(table, account);
      return {
        [`${table}.account_number_sealed`]: hex(sealed),
        [`${table}.account_number_digest`]: hex(digest),
      };
    };
    return {
      'kader.nik_sealed': hex(this.vault.seal(purposes.kaderNik, nik)),
      'kader.nik_digest': hex(this.vault.digest(purposes.nikDigest, nik)),
      ...accountOf('bank_account'),
      ...accountOf('heir'),
    };
  }

  /** How her numbers, and those of her heirs, may be written in what others wrote: whole, and as they are shown. */
  private async marks(tx: Tx, kaderId: number): Promise<string[]> {
    const { nik, phone } = await queryRow<{ nik: Buffer; phone: string | null }>(
      tx,
      'select nik_sealed as nik, phone from kader where id = $1',
      [kaderId],
    );
    const stored = await queryRows<{ sealed: Buffer }>(
      tx,
      'select account_number_sealed as sealed from bank_account where kader_id = $1',
      [kaderId],
    );
    const number = this.vault.open(purposes.kaderNik, nik);
    const accounts = stored.map(({ sealed }) => this.vault.open('bank_account.account_number', sealed));
    const heirs = await this.numbersOfHeirs(tx, kaderId);
    const niks = [number, ...heirs.niks];
    const others = [...accounts, ...heirs.accounts, ...(phone === null ? [] : [phone])];
    return [...new Set([...niks, ...niks.map(maskNik), ...others, ...[...niks, ...others].map(maskAccount)])];
  }

  private async numbersOfHeirs(tx: Tx, kaderId: number) {
    const rows = await queryRows<{ nik: Buffer | null; account: Buffer }>(
      tx,
      'select nik_sealed as nik, account_number_sealed as account from heir where kader_id = $1',
      [kaderId],
    );
    return {
      niks: rows.flatMap(({ nik }) => (nik === null ? [] : [this.vault.open(purposes.heirNik, nik)])),
      accounts: rows.map(({ account }) => this.vault.open(purposes.heirAccount, account)),
    };
  }
}

function isKept(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  return (error.driverError as { constraint?: unknown }).constraint === IS_KEPT;
}
