import { databaseBefore } from '../support/sealed.js';
import { ask } from '../support/session.js';

const PHONE = '081234567890';
const { url, upgrade } = await databaseBefore(1790000003410);
const run = (statement: string) => ask(url, statement);

// Rows of the version before, without those they refer to.
await run(
  'alter table roster_change drop constraint roster_change_import_id_fkey, drop constraint roster_change_kader_id_fkey',
);
await run(`insert into roster_change (import_id, kader_id, field, before, after)
  select 1, 1, field, before, after from (values ('NO HP', null, '${PHONE}'), ('NO HP', '${PHONE}', '0812'),
    ('NAMA', 'Siti', 'Siti Aminah')) as change (field, before, after)`);
const TRIGGERS = `select tgname || ' ' || tgenabled::text from pg_trigger
  where tgrelid = 'roster_change'::regclass and not tgisinternal order by 1`;
const triggers = await run(TRIGGERS);
const UPDATES = `select count(*)::int from audit.change where table_name = 'roster_change' and action = 'update'`;
await upgrade();

it('leaves of a telephone number in the history only its end, and all else as it was', async () => {
  expect(await run(`select concat_ws(' -> ', before, after) from roster_change order by id`)).toEqual([
    '********7890',
    '********7890 -> ****',
    'Siti -> Siti Aminah',
  ]);
});

it('leaves no number in the file of the table', async () => {
  await run('checkpoint');
  const found = `select position('${PHONE}'::bytea in pg_read_binary_file(pg_relation_filepath('roster_change')))`;
  expect(await run(found)).toEqual([0]);
});

it('copies none into the audit trail, and lets every trigger wake as it was', async () => {
  expect(await run(UPDATES)).toEqual([0]);
  // Later versions add triggers of their own.
  expect(await run(TRIGGERS)).toEqual(expect.arrayContaining(triggers));
  await expect(run(`update roster_change set after = ''`)).rejects.toMatchObject({ code: '42501' });
});
