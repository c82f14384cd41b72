import { maskAccount } from '../formats/mask.js';
import type { ExistingAccount, ExistingKader } from './existing-kader.js';
import { changeOf, type FieldChange } from './field-change.js';
import type { StatedAccount } from './roster-record.js';

/** What to do to a kader's accounts. A number that replaces another waits for a second person. */
export type AccountStep =
  | { readonly kind: 'keep' }
  | { readonly kind: 'rename'; readonly id: number; readonly name: string }
  | {
      readonly kind: 'add';
      readonly account: StatedAccount;
      readonly replacesId: number | null;
      /** An earlier change that was never confirmed and is overtaken by this one. */
      readonly overtakesId: number | null;
    };

export function compareAccount(
  stated: StatedAccount | undefined,
  existing: Pick<ExistingKader, 'account' | 'pendingAccount'>,
): { readonly step: AccountStep; readonly changes: readonly FieldChange[] } {
  if (stated === undefined) return { step: { kind: 'keep' }, changes: [] };
  const known = [existing.account, existing.pendingAccount].find((one) => isSame(one, stated)) ?? null;
  return known === null ? added(stated, existing) : renamed(stated, known);
}

function added(
  stated: StatedAccount,
  { account, pendingAccount }: Pick<ExistingKader, 'account' | 'pendingAccount'>,
) {
  const [replacesId, overtakesId] = [account?.id ?? null, pendingAccount?.id ?? null];
  const changes = changeOf('NO. REKENING', account && label(account), label(stated));
  return { step: { kind: 'add', account: stated, replacesId, overtakesId } as const, changes };
}

// The money goes to the same account, so a corrected name needs no second person.
function renamed(stated: StatedAccount, known: ExistingAccount) {
  const changes = changeOf('NAMA REKENING', known.name, stated.name);
  const rename = { kind: 'rename', id: known.id, name: stated.name } as const;
  return { step: changes.length === 0 ? ({ kind: 'keep' } as const) : rename, changes };
}

function isSame(known: ExistingAccount | null, stated: StatedAccount): boolean {
  return known?.bankCode === stated.bankCode && known.number === stated.number;
}

function label({ bankCode, number }: Pick<ExistingAccount, 'bankCode' | 'number'>): string {
  return `${bankCode} ${maskAccount(number)}`;
}
