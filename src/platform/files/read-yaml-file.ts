import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError } from '../../core/shared/domain-error.js';
import { parseYaml } from './parse-yaml.js';

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
  return parseYaml(text, (line) => new DomainError('invalid', 'document.file-unreadable', { file, line }));
}
