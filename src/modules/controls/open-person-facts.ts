import { purposes } from '../../core/privacy/purposes.js';
import type { FieldVault } from '../../platform/secrets/field-vault.js';

/** A row of facts, as JSON gives it. */
export type FactRow = Readonly<Record<string, unknown>>;

interface SealedAccount extends FactRow {
  readonly heir: (FactRow & { readonly nik: string | null }) | null;
}

/** Facts about a person with the NIK opened, hers and that of the heir whose account she has. */
export function openPersonFacts(vault: FieldVault, row: FactRow): FactRow {
  const person = { ...row, nik: vault.open(purposes.kaderNik, bytesOf(row.nik)) };
  const account = (row.account ?? null) as SealedAccount | null;
  if (account?.heir?.nik == null) return person;
  const nik = vault.open(purposes.heirNik, bytesOf(account.heir.nik));
  return { ...person, account: { ...account, heir: { ...account.heir, nik } } };
}

// JSON knows no bytes: they come as hex.
function bytesOf(hex: unknown): Buffer {
  return Buffer.from(String(hex), 'hex');
}
