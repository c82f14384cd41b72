import { invariant } from '../../shared/invariant.js';

const PRINTED_LEAF = 16;

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

/** Whether beancount takes an account name: one of its five roots, then parts that start with a capital or digit. */
export function isBeancountAccount(code: string): boolean {
  return /^(Assets|Liabilities|Equity|Income|Expenses)(:[A-Z0-9][A-Za-z0-9-]*)+$/.test(code);
}

/** Text as it stands between the quotation marks of beancount. */
export function beancountText(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}

/** The beginning of an entry's hash: enough to find it again, and a journal stays readable. */
export function printedLeaf(leaf: string): string {
  invariant(/^[0-9a-f]{16,}$/.test(leaf), `leaf ${leaf} is a hash in hex`);
  return leaf.slice(0, PRINTED_LEAF);
}
