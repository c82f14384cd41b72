import { maskAccount } from '../formats/mask.js';
import type { ExistingAccount, ExistingKader } from './existing-kader.js';
import { changeOf, type FieldChange } from './field-change.js';
import type { StatedAccount } from './roster-record.js';

/** What to do to a kader's accounts. One that replaces another, if only its name, waits for a second person. */
export type AccountStep =
  | { readonly kind: 'keep' }
  | {
      readonly kind: 'add';
      readonly account: StatedAccount;
      readonly replacesId: number | null;
      /** An earlier change that was never confirmed and is overtaken by this one. */
      readonly overtakesId: number | null;
    };

export function compareAccount(
  stated: StatedAccount | undefined,
  { account, pendingAccount }: Pick<ExistingKader, 'account' | 'pendingAccount'>,
): { readonly step: AccountStep; readonly changes: readonly FieldChange[] } {
  const known = [account, pendingAccount];
  if (stated === undefined || known.some((one) => isSameNumber(one, stated) && one?.name === stated.name)) {
    return { step: { kind: 'keep' }, changes: [] };
  }
  const [replacesId, overtakesId] = [account?.id ?? null, pendingAccount?.id ?? null];
  // Two numbers can look the same once masked, so what is shown does not decide whether they differ.
  const number = { field: 'NO. REKENING', before: account && label(account), after: label(stated) };
  const changes = [
    ...(isSameNumber(account, stated) ? [] : [number]),
    ...(account === null ? [] : changeOf('NAMA REKENING', account.name, stated.name)),
  ];
  return { step: { kind: 'add', account: stated, replacesId, overtakesId }, changes };
}

function isSameNumber(known: ExistingAccount | null, stated: StatedAccount): boolean {
  return known?.bankCode === stated.bankCode && known.number === stated.number;
}

function label({ bankCode, number }: Pick<ExistingAccount, 'bankCode' | 'number'>): string {
  return `${bankCode} ${maskAccount(number)}`;
}
