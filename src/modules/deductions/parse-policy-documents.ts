import { parseAllDocuments } from 'yaml';
import { DomainError } from '../../core/shared/domain-error.js';

/**
 * The documents of a deduction policy file, every value as the text that was written.
 *
 * @param file what the file is called in a refusal
 * @throws DomainError `deduction.file-not-text` or `deduction.file-unreadable`
 */
export function parsePolicyDocuments(text: string, file: string): readonly object[] {
  // A workbook or PDF read as text is full of characters that no text has.
  if (/[\0\uFFFD]/.test(text)) throw new DomainError('invalid', 'deduction.file-not-text', { file });
  const parsed = parseAllDocuments(text, { schema: 'failsafe', logLevel: 'error' });
  const documents = 'empty' in parsed ? [] : parsed;
  const broken = documents.find(({ errors }) => errors.length > 0);
  if (broken !== undefined) unreadable(file, broken.errors[0]?.linePos?.[0].line ?? 1);
  const contents = documents.map((document): unknown => document.toJS());
  const objects = contents.filter((content) => typeof content === 'object' && content !== null);
  if (objects.length === 0 || objects.length < contents.length) unreadable(file, 1);
  return objects;
}

function unreadable(file: string, line: number): never {
  throw new DomainError('invalid', 'deduction.file-unreadable', { file, line });
}
