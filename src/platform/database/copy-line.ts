/** What a column can be filled with; text goes to any type, and PostgreSQL refuses what does not fit. */
export type CopyValue = string | number | bigint | boolean | Date | Uint8Array | null;

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

const NEEDS_ESCAPE = /[\\\b\f\n\r\t\v]/;

/** One row in the text format of COPY, with its line end. See the PostgreSQL manual, COPY, "Text Format". */
export function copyLine(row: readonly CopyValue[]): string {
  let line = '';
  for (const value of row) line += `${copyField(value)}\t`;
  return `${line.slice(0, -1)}\n`;
}

function copyField(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`;
  return String(value);
}

function escapeText(text: string): string {
  // Asked first: most text has nothing to escape, and there are millions of it.
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text.replace(/[\\\b\f\n\r\t\v]/g, (character) => ESCAPES[character] ?? character);
}
