/**
 * JSON with sorted keys, so that equal content is equal text whatever order it was built in; a bigint is
 * written as its digits, in quotation marks. Used where content is fingerprinted, so it never changes.
 */
export function canonicalJson(value: unknown): string {
  const part = plain(value);
  if (typeof part === 'bigint') return `"${String(part)}"`;
  if (typeof part !== 'object' || part === null) return JSON.stringify(part);
  if (Array.isArray(part)) return `[${part.map(element).join()}]`;
  return `{${members(part as Readonly<Record<string, unknown>>)}}`;
}

function members(content: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const name of sortedNames(content)) {
    const part = plain(content[name]);
    if (hasNoJson(part)) continue;
    text += `${text === '' ? '' : ','}${quoted(name)}:${canonicalJson(part)}`;
  }
  return text;
}

function element(value: unknown): string {
  return hasNoJson(plain(value)) ? 'null' : canonicalJson(value);
}

// Names that are whole numbers come first and in order of number, as objects have them.
function sortedNames(content: Readonly<Record<string, unknown>>): string[] {
  const names = Object.keys(content);
  const isNumbered = names[0] !== undefined && /^\d/.test(names[0]);
  names.sort();
  return isNumbered ? Object.keys(Object.fromEntries(names.map((name) => [name, true]))) : names;
}

function quoted(name: string): string {
  return /^\w+$/.test(name) ? `"${name}"` : JSON.stringify(name);
}

function plain(value: unknown): unknown {
  return hasOwnForm(value) ? value.toJSON() : value;
}

function hasOwnForm(value: unknown): value is { toJSON(): unknown } {
  const mayHave = typeof value === 'object' && value !== null && 'toJSON' in value;
  return mayHave && typeof value.toJSON === 'function';
}

function hasNoJson(value: unknown): boolean {
  return value === undefined || typeof value === 'function' || typeof value === 'symbol';
}
