import { Injectable } from '@nestjs/common';
import { maskAccount } from '../../core/formats/mask.js';
import type { AccountFacts } from '../../core/report/owed/facts.js';
import {
  AccountNumbers,
  type AccountTable,
  type SealedAccount,
} from '../../platform/secrets/account-numbers.js';

/** An account as `accountJson` writes it. */
export interface AccountJson extends Omit<AccountFacts, 'number'>, SealedAccount {}

/** Accounts of reports: only their last digits leave the repository. */
@Injectable()
export class MaskedAccounts {
  constructor(private readonly numbers: AccountNumbers) {}

  /** For the rows of one answer: of a region the same account stands in many of them, and is opened once. */
  reader(): AccountReader {
    return new AccountReader(this.numbers);
  }
}

class AccountReader {
  private readonly known = new Map<string, string>();

  constructor(private readonly numbers: AccountNumbers) {}

  account<Row extends SealedAccount>({
    sealed,
    digest,
    ...row
  }: Row): Omit<Row, keyof SealedAccount> & { number: string } {
    return { ...row, number: this.masked('bank_account', { sealed, digest }) };
  }

  heir<Row extends SealedAccount>({
    sealed,
    digest,
    ...row
  }: Row): Omit<Row, keyof SealedAccount> & { accountNumber: string } {
    return { ...row, accountNumber: this.masked('heir', { sealed, digest }) };
  }

  private masked(table: AccountTable, account: SealedAccount): string {
    const key = `${table} ${String(account.sealed)}`;
    const masked = this.known.get(key) ?? maskAccount(this.numbers.open(table, account));
    this.known.set(key, masked);
    return masked;
  }
}

/** An account as JSON, its number sealed and its bank by name; `names` is the parameter with the names of banks. */
export const accountJson = (table: string, names: string): string =>
  `case when ${table}.id is not null then json_build_object('bank', coalesce(${names}::jsonb ->> ${table}.bank_code, ${table}.bank_code),
     'sealed', ${table}.account_number_sealed, 'digest', ${table}.account_number_digest,
     'heir', (select heir.name from heir where heir.id = ${table}.heir_id)) end`;
