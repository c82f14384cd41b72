import { DomainError } from '../../core/shared/domain-error.js';
import { parseYaml } from '../../platform/files/parse-yaml.js';

/**
 * A document of approval bands, every value as the text that was written.
 *
 * @throws DomainError `approval.file-not-text` or `approval.file-unreadable`
 */
export function parseApprovalFile(text: string, file: string): unknown {
  // A workbook or PDF read as text is full of characters that no text has.
  if (/[\0\uFFFD]/.test(text)) throw new DomainError('invalid', 'approval.file-not-text', { file });
  return parseYaml(text, (line) => new DomainError('invalid', 'approval.file-unreadable', { file, line }));
}
