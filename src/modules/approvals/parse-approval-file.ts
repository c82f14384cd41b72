import { parse, YAMLParseError } from 'yaml';
import { DomainError } from '../../core/shared/domain-error.js';

/**
 * A document of approval bands, every value as the text that was written.
 *
 * @throws DomainError `approval.file-not-text` or `approval.file-unreadable`
 */
export function parseApprovalFile(text: string, file: string): unknown {
  // A workbook or PDF read as text is full of characters that no text has.
  if (/[\0\uFFFD]/.test(text)) throw new DomainError('invalid', 'approval.file-not-text', { file });
  try {
    return parse(text, { schema: 'failsafe', logLevel: 'error' });
  } catch (error) {
    if (!(error instanceof YAMLParseError) && !(error instanceof ReferenceError)) throw error;
    const line = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 1) : 1;
    throw new DomainError('invalid', 'approval.file-unreadable', { file, line });
  }
}
