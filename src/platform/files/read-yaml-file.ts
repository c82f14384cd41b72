import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { DomainError } from '../../core/shared/domain-error.js';

/**
 * A YAML document, every value as the text that was written.
 *
 * @throws DomainError `document.file-not-text` or `document.file-unreadable`
 */
export async function readYamlFile(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  const file = basename(path);
  // A workbook or PDF read as text is full of characters that no text has.
  if (/[\0\uFFFD]/.test(text)) throw new DomainError('invalid', 'document.file-not-text', { file });
  try {
    return parse(text, { schema: 'failsafe', logLevel: 'error' });
  } catch (error) {
    if (!(error instanceof YAMLParseError) && !(error instanceof ReferenceError)) throw error;
    const line = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 1) : 1;
    throw new DomainError('invalid', 'document.file-unreadable', { file, line });
  }
}
