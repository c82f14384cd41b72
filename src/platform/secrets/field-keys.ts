import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { DomainError } from '../../core/shared/domain-error.js';
import { invalidVariable } from '../invalid-variable.js';

/** The keys that personal data is sealed with, and the one it is found by. */
export interface FieldKeys {
  /** The id of the key that new values are sealed with. */
  readonly currentId: string;
  /** Every key that values may still be sealed with, by id. */
  readonly byId: ReadonlyMap<string, KeyObject>;
  readonly index: KeyObject;
}

const KEY_BYTES = 32;
// No id of a key can be this.
const INDEX_NAME = 'index:';
// 32 bytes in base64: 42 full characters, one that carries four bits, and the filler.
const BASE64_OF_32_BYTES = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;
const KEY_ID = /^[a-z0-9][a-z0-9-]{0,15}$/;

/**
 * Reads `id:base64,id:base64`, of which the first is the current key, and the base64 of the index key.
 *
 * @throws DomainError naming the variable, never its value
 */
export function parseFieldKeys(fields: string, index: string): FieldKeys {
  const entries = fields.split(',').map((entry) => parseEntry(entry.trim()));
  const byId = new Map(entries);
  if (byId.size < entries.length)
    throw invalidVariable('HONOR_FIELD_KEYS', 'satu id kunci tertulis dua kali');
  const [currentId = ''] = byId.keys();
  const indexKey = parseKey('HONOR_INDEX_KEY', index);
  for (const key of byId.values()) {
    if (key.equals(indexKey))
      throw invalidVariable('HONOR_INDEX_KEY', 'harus lain dari semua HONOR_FIELD_KEYS');
  }
  return { currentId, byId, index: indexKey };
}

/** New keys, as the two variables that `parseFieldKeys` reads. */
export function makeFieldKeys(): { readonly fields: string; readonly index: string } {
  return { fields: makeFieldKey(), index: randomKey() };
}

/** One new key of fields, as `HONOR_FIELD_KEYS` has it. */
export function makeFieldKey(): string {
  return `k${randomBytes(4).toString('hex')}:${randomKey()}`;
}

function randomKey(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}

/** What each key makes of one known text, by its id. */
export function fingerprintsOf({ byId, index }: FieldKeys): ReadonlyMap<string, Buffer> {
  const all: [string, KeyObject][] = [...byId, [INDEX_NAME, index]];
  return new Map(
    all.map(([id, key]) => [id, createHmac('sha256', key).update(`honor-kader key ${id}`).digest()]),
  );
}

/** @throws DomainError `vault.key-differs` when a key of a name that both know, or the index key, is another one */
export function requireSameKeys(known: FieldKeys, fresh: FieldKeys): void {
  const differs = [...known.byId].find(([id, key]) => fresh.byId.get(id)?.equals(key) === false)?.[0];
  const key = differs ?? (fresh.index.equals(known.index) ? undefined : INDEX_NAME);
  if (key !== undefined) throw new DomainError('unavailable', 'vault.key-differs', { key });
}

function parseEntry(entry: string): [string, KeyObject] {
  const colon = entry.indexOf(':');
  const id = entry.slice(0, Math.max(colon, 0));
  if (KEY_ID.test(id)) return [id, parseKey('HONOR_FIELD_KEYS', entry.slice(colon + 1))];
  throw invalidVariable(
    'HONOR_FIELD_KEYS',
    'bentuknya id:kunci,id:kunci dengan id 1 sampai 16 huruf kecil, angka atau strip',
  );
}

function parseKey(variable: string, text: string): KeyObject {
  if (BASE64_OF_32_BYTES.test(text)) return createSecretKey(text, 'base64');
  throw invalidVariable(variable, 'kunci harus 32 byte dalam base64 (openssl rand -base64 32)');
}
