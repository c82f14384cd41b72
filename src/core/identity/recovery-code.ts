/** How many a person gets at a time. */
export const RECOVERY_CODES = 10;
/** Random bytes in one: 80 bits, and what is stored of it is keyed. */
export const RECOVERY_CODE_BYTES = 10;

// Crockford's base32: no I, L, O or U, which are misread.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS_A_CHARACTER = 5n;

/** Writes random bytes as a code to print: `7K3M-9PQ2-RS4T-V5WX`. */
export function formatRecoveryCode(bytes: Uint8Array): string {
  const value = bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
  const characters = Array.from({ length: (bytes.length * 8) / 5 }, (_, index) => {
    return ALPHABET[Number((value >> (BITS_A_CHARACTER * BigInt(index))) & 31n)];
  });
  return characters
    .reverse()
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
}

/** The code as it is stored and compared, from what somebody typed; undefined when it cannot be one. */
export function readRecoveryCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? code : undefined;
}
