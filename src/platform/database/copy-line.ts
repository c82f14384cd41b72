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

/** One row in the text format of COPY, with its line end. See the PostgreSQL manual, COPY, "Text Format". */
export function copyLine(row: readonly CopyValue[]): string {
  let line = '';
  for (const [index, value] of row.entries()) line += (index === 0 ? '' : '\t') + copyField(value);
  return `${line}\n`;
}

function copyField(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`;
  return String(value);
}

function escapeText(text: string): string {
  return text.replace(/[\\\b\f\n\r\t\v]/g, (character) => ESCAPES[character] ?? character);
}
