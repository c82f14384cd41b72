import { LineCounter, parseAllDocuments, visit, YAMLParseError, type Document } from 'yaml';
import { DomainError } from '../../core/shared/domain-error.js';

/** Our longest document has 7 KB. The parser takes long for a long one, and nobody else is answered meanwhile. */
const KILOBYTES_MAX = 128;

/**
 * The documents of a YAML text, every value as the text that was written.
 *
 * @param unreadable makes the refusal for a line that cannot be read
 * @throws DomainError that one, or `document.too-long`
 */
export function parseYamlDocuments(
  text: string,
  unreadable: (line: number) => DomainError,
): readonly unknown[] {
  if (text.length > KILOBYTES_MAX * 1024) {
    throw new DomainError('invalid', 'document.too-long', { longest: KILOBYTES_MAX });
  }
  try {
    const lineCounter = new LineCounter();
    const parsed = parseAllDocuments(text, { schema: 'failsafe', logLevel: 'error', lineCounter });
    const documents = 'empty' in parsed ? [] : parsed;
    return documents.map((document): unknown => {
      if (document.errors[0] !== undefined) throw document.errors[0];
      const place = unkeepableIn(document);
      if (place !== undefined) throw unreadable(lineCounter.linePos(place).line);
      return document.toJS();
    });
  } catch (error) {
    // A reference to nothing, or to more than is usual; lists in lists beyond the stack.
    const isOfTheText = [YAMLParseError, ReferenceError, RangeError].some((kind) => error instanceof kind);
    if (!isOfTheText) throw error;
    throw unreadable(error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 1) : 1);
  }
}

/** The one document of a YAML text; null when there is none. @throws as `parseYamlDocuments` */
export function parseYaml(text: string, unreadable: (line: number) => DomainError): unknown {
  const documents = parseYamlDocuments(text, unreadable);
  if (documents.length > 1) throw unreadable(1);
  return documents[0] ?? null;
}

/** Where the first text stands, as escapes can write it, that nobody can read and no table can keep. */
function unkeepableIn(document: Document.Parsed): number | undefined {
  let place: number | undefined;
  visit(document, {
    Scalar: (_, { value, range }) => {
      if (typeof value !== 'string' || !/[^\P{Cc}\t\n\r]|\p{Cs}/u.test(value)) return undefined;
      place = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return place;
}
