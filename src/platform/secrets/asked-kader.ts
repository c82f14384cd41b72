import { purposes } from '../../core/privacy/purposes.js';
import type { FieldVault } from './field-vault.js';

/** What finds a kader: the digest of her NIK, or her number; both null when the words can be neither. */
export interface AskedKader {
  readonly nikDigest: Buffer | null;
  readonly id: number | null;
}

/** Reads how somebody named a kader: 16 digits are a NIK, fewer her number. */
export function askedKader(vault: FieldVault, asked: string): AskedKader {
  return {
    nikDigest: asked.length === 16 ? vault.digest(purposes.nikDigest, asked) : null,
    id: /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null,
  };
}
