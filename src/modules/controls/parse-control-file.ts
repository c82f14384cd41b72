import { DomainError } from '../../core/shared/domain-error.js';
import { parseYaml } from '../../platform/files/parse-yaml.js';

/**
 * A control document, every value as the text that was written.
 *
 * @throws DomainError `control.file-not-text` or `control.file-unreadable`
 */
export function parseControlFile(text: string, file: string): unknown {
  // A workbook or PDF read as text is full of characters that no text has.
  if (/[\0\uFFFD]/.test(text)) throw new DomainError('invalid', 'control.file-not-text', { file });
  return parseYaml(text, (line) => new DomainError('invalid', 'control.file-unreadable', { file, line }));
}
