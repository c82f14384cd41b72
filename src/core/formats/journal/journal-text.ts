/** ledger-cli stops at lines of 4,096 bytes; a memo is far shorter. */
const LONGEST_MEMO = 200;

/**
 * A memo as both journal readers take it whole: one line, without `;` (a comment starts there) and `|`
 * (parts payee from note), and with single spaces (two end a field).
 */
export function journalMemo(memo: string): string {
  const line = memo
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ')
    .replace(/[;|]/g, ',')
    .replace(/\s+/gu, ' ')
    .trim();
  return Array.from(line).slice(0, LONGEST_MEMO).join('').trim() || 'tanpa keterangan';
}

/** Whether an account name reads the same in both: no double space, `;`, bracket or leading sign. */
export function isAccountName(code: string): boolean {
  return /^[A-Z][A-Za-z0-9-]*(:[A-Za-z0-9][A-Za-z0-9.-]*)*$/.test(code);
}
