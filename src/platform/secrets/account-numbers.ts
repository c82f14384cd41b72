import { Injectable } from '@nestjs/common';
import type { Purpose } from '../../core/privacy/purpose.js';
import { purposes } from '../../core/privacy/purposes.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { FieldVault } from './field-vault.js';
import { equalInConstantTime } from './tokens.js';

/** The tables that hold account numbers; a number that was sealed for one does not open in the other. */
export type AccountTable = 'bank_account' | 'heir';

/** An account number as it is stored; bytes, or `\x` and hex as PostgreSQL writes bytes in JSON. */
export interface SealedAccount {
  readonly sealed: Uint8Array | string;
  readonly digest: Uint8Array | string;
}

const sealedFor: Readonly<Record<AccountTable, Purpose>> = {
  bank_account: purposes.kaderAccount,
  heir: purposes.heirAccount,
};

/** Seals the account numbers of kader and heirs, opens them where the full number is needed, and finds equal ones. */
@Injectable()
export class AccountNumbers {
  constructor(private readonly vault: FieldVault) {}

  seal(table: AccountTable, number: string): { readonly sealed: Buffer; readonly digest: Buffer } {
    return { sealed: this.vault.seal(sealedFor[table], number), digest: this.digest(number) };
  }

  /** 32 bytes, the same for the same number. */
  digest(number: string): Buffer {
    return this.vault.digest(purposes.accountDigest, number);
  }

  /**
   * Whoever may write to the database could put the sealed number of another row here, and have the money sent there:
   * so it must be the one that the digest, which never changes, was made of.
   *
   * @throws DomainError `vault.unreadable`, also when it is another number than the digest says
   */
  open(table: AccountTable, { sealed, digest }: SealedAccount): string {
    const purpose = sealedFor[table];
    const number = this.vault.open(purpose, bytesOf(sealed));
    if (equalInConstantTime(this.digest(number), bytesOf(digest))) return number;
    throw new DomainError('unavailable', 'vault.unreadable', { purpose });
  }
}

function bytesOf(stored: Uint8Array | string): Uint8Array {
  return typeof stored === 'string' ? Buffer.from(stored.slice('\\x'.length), 'hex') : stored;
}
