import {
  AccountNumbers,
  type AccountTable,
  type SealedAccount,
} from '../../src/platform/secrets/account-numbers.js';
import { testVault } from './sealed.js';

/** Seals and opens as the test apps do. */
export const accountNumbers = new AccountNumbers(testVault);

/** What SQL writes into `account_number_sealed, account_number_digest`. */
export function accountLiterals(number: string, table: AccountTable = 'bank_account'): string {
  const { sealed, digest } = accountNumbers.seal(table, number);
  return [sealed, digest].map((bytes) => `'\\x${bytes.toString('hex')}'::bytea`).join(', ');
}

/** Rows of `bank_account` with the number in the place of what is stored. */
export function withNumbers<Row extends SealedAccount>(rows: readonly Row[]) {
  return rows.map(({ sealed, digest, ...row }) => ({
    ...row,
    number: accountNumbers.open('bank_account', { sealed, digest }),
  }));
}
