import { maskAccount } from '../../formats/mask.js';
import { DomainError } from '../../shared/domain-error.js';
import type { HeirRecord } from './check-heir.js';

/** Who holds an account already: a kader, or an heir of one. */
export interface AccountOwner {
  /** Null: an heir without a NIK on record. */
  readonly nik: string | null;
  readonly name: string;
  readonly nagari: string;
  /** The account is the dead kader's own. */
  readonly isOfTheDead: boolean;
}

/**
 * An account belongs to one person. The heir may be a kader herself, or the heir of another one: then her NIK says
 * so. What nobody can say by a NIK is refused.
 */
export function checkHeirAccount(
  { nik, accountNumber, name }: Pick<HeirRecord, 'nik' | 'accountNumber' | 'name'>,
  owners: readonly AccountOwner[],
): DomainError[] {
  const account = maskAccount(accountNumber);
  return owners
    .filter((owner) => owner.isOfTheDead || nik === null || owner.nik !== nik)
    .map((owner) =>
      owner.isOfTheDead
        ? new DomainError('conflict', 'heir.account-of-the-dead', { account, name: owner.name })
        : new DomainError('conflict', 'heir.account-shared', {
            ...{ account, name, other: owner.name, nagari: owner.nagari },
          }),
    );
}
