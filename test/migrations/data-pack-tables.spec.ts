import { dataPackSections } from '../../src/modules/privacy/data-pack-sections.js';
import { testDatabaseUrl } from '../support/database.js';
import { ask } from '../support/session.js';

const url = await testDatabaseUrl();

const THAT_NAME_HER = `
  select distinct case table_schema when 'public' then '' else table_schema || '.' end || table_name
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
   where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
     and (column_name in ('kader_id', 'party_id') or (table_schema, table_name, column_name) = ('public', 'kader', 'id'))`;

const inside = dataPackSections.flatMap(({ tables }) => tables);

/** Tables that name a kader and are no part of the pack of her data, each with the reason. */
const OUTSIDE: Readonly<Record<string, string>> = {
  pseudonymising: 'it is empty but for the transaction that takes her name away',
};

it('every table that names a kader is in the pack of her data, or left out for a reason', async () => {
  const found = (await ask(url, THAT_NAME_HER)) as string[];
  expect([...inside, ...Object.keys(OUTSIDE)].sort()).toEqual(found.sort());
  expect(Object.values(OUTSIDE).filter((reason) => reason.length < 20)).toEqual([]);
});

it('every part has its own name', () => {
  expect(new Set(dataPackSections.map(({ name }) => name)).size).toBe(dataPackSections.length);
});
