import { formatRupiah } from '../shared/rupiah.js';
import { messages, type ErrorCode, type Fact } from './catalog.js';

/** The sentence of an error code with its facts filled in. */
export function describe(code: ErrorCode, facts: Readonly<Record<string, Fact>>): string {
  return messages[code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    return typeof fact === 'bigint' ? formatRupiah(fact) : String(fact ?? '?');
  });
}
