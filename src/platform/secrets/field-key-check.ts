import { DomainError } from '../../core/shared/domain-error.js';
import { queryRows, type Queryable } from '../database/query-rows.js';
import { fingerprintsOf, type FieldKeys } from './field-keys.js';

/**
 * Compares the keys with those that were used in this database, and notes new ones. A lost key file that was made
 * again, or two servers with different keys, would otherwise seal what the other cannot open and find nothing.
 *
 * @throws DomainError `vault.key-differs` when a key of this name was another one
 */
export async function checkFieldKeys(database: Queryable, keys: FieldKeys, now: Date): Promise<void> {
  const asked = fingerprintsOf(keys);
  const known = await knownAmong(database);
  requireSame(asked, known);
  const isNew = [...asked].filter(([id]) => !known.has(id));
  if (isNew.length === 0) return;
  await database.query(
    `insert into field_key (id, check_value, first_used_at)
     select id, value, $3 from unnest($1::text[], $2::bytea[]) as key (id, value) on conflict do nothing`,
    [isNew.map(([id]) => id), isNew.map(([, value]) => value), now],
  );
  // Of two that started at once with different keys, one has noted its own.
  requireSame(asked, await knownAmong(database));
}

function requireSame(asked: ReadonlyMap<string, Buffer>, known: ReadonlyMap<string, Buffer>): void {
  for (const [id, value] of asked) {
    if (known.get(id)?.equals(value) === false) {
      throw new DomainError('unavailable', 'vault.key-differs', { key: id });
    }
  }
}

async function knownAmong(database: Queryable): Promise<ReadonlyMap<string, Buffer>> {
  const rows = await queryRows<{ id: string; value: Buffer }>(
    database,
    'select id, check_value as value from field_key',
  );
  return new Map(rows.map(({ id, value }) => [id, value]));
}
