import { DomainError } from '../../core/shared/domain-error.js';
import { parseYaml } from '../../platform/files/parse-yaml.js';

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
  return parseYaml(text, (line) => new DomainError('invalid', 'policy.file-unreadable', { file, line }));
}
