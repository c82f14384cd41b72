import { DomainError } from '../../core/shared/domain-error.js';
import { parseYamlDocuments } from '../../platform/files/parse-yaml.js';

/**
 * The documents of a deduction policy file, every value as the text that was written.
 *
 * @param file what the file is called in a refusal
 * @throws DomainError `deduction.file-not-text` or `deduction.file-unreadable`
 */
export function parsePolicyDocuments(text: string, file: string): readonly object[] {
  // A workbook or PDF read as text is full of characters that no text has.
  if (/[\0\uFFFD]/.test(text)) throw new DomainError('invalid', 'deduction.file-not-text', { file });
  const unreadable = (line: number) =>
    new DomainError('invalid', 'deduction.file-unreadable', { file, line });
  const contents = parseYamlDocuments(text, unreadable);
  const objects = contents.filter((content) => typeof content === 'object' && content !== null);
  if (objects.length === 0 || objects.length < contents.length) throw unreadable(1);
  return objects;
}
