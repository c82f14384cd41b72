/** What stands in the place of a person whose data is kept no longer. No number of it can be anybody's. */
export interface Pseudonym {
  readonly name: string;
  /** Begins with four zeros: no province has the code 00, and no NIK of 16 digits is read with it. */
  readonly nik: string;
  /** Longer than the numbers of any bank, and the same for all accounts she had. */
  readonly account: string;
}

const SHORTEST = 6;
const NIK = 16;
const ACCOUNT = 20;

/** Stable: made of the number of the kader alone, which the ledger knows her by. */
export function pseudonymOf(kaderId: number): Pseudonym {
  const digits = String(kaderId);
  return {
    name: `Kader ${digits.padStart(SHORTEST, '0')}`,
    nik: digits.padStart(NIK, '0'),
    account: digits.padStart(ACCOUNT, '0'),
  };
}

/** Whether a number stands in the place of somebody's account: no bank gives one that begins with ten zeros. */
export function isAccountOfPseudonym(account: string): boolean {
  return account.length === ACCOUNT && account.startsWith('0'.repeat(10));
}

/** Whether a NIK stands in the place of somebody's. */
export function isNikOfPseudonym(nik: string): boolean {
  return nik.startsWith('0000');
}

/** What whoever was nothing but that kader is called; nobody else is. */
export function isUsernameOfPseudonym(username: string): boolean {
  return /^pengguna-\d+$/.test(username);
}
