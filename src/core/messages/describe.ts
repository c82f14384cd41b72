import { formatRupiah } from '../shared/rupiah.js';
import { messages, type ErrorCode, type Fact } from './catalog.js';

/** The sentence of an error code with its facts filled in. */
export function describe(code: ErrorCode, facts: Readonly<Record<string, Fact>>): string {
  return fill(messages[code], facts);
}

/** A text with each `{name}` as that fact; a fact that is not there is a question mark. */
export function fill(text: string, facts: Readonly<Record<string, Fact>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    return typeof fact === 'bigint' ? formatRupiah(fact) : String(fact ?? '?');
  });
}
