import { parse, YAMLParseError } from 'yaml';
import { DomainError } from '../../core/shared/domain-error.js';

/**
 * The document of a policy file, every value as the text that was written: `amount: 75.000` must not become
 * 75, nor `scope: 13.10` become 13.1.
 *
 * @param file what the file is called in a refusal
 * @throws DomainError `policy.file-not-text` or `policy.file-unreadable`
 */
export function parsePolicyFile(text: string, file: string): unknown {
  // A workbook or PDF read as text is full of characters that no text has.
  if (/[\0\uFFFD]/.test(text)) throw new DomainError('invalid', 'policy.file-not-text', { file });
  try {
    return parse(text, { schema: 'failsafe', logLevel: 'error' });
  } catch (error) {
    if (!(error instanceof YAMLParseError) && !(error instanceof ReferenceError)) throw error;
    const line = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 1) : 1;
    throw new DomainError('invalid', 'policy.file-unreadable', { file, line });
  }
}
