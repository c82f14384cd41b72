import { openColumn, sealColumn, type SealedColumn } from '../../migrations/seal-column.js';
import { giveKeys } from '../../src/platform/secrets/migration-vault.js';
import { testDatabase } from '../support/database.js';
import { TEST_MIGRATION_KEYS, testVault } from '../support/sealed.js';

const dataSource = await testDatabase();
const runner = dataSource.createQueryRunner();
afterAll(() => runner.release());

const column: SealedColumn = {
  ...{ table: 'note', open: 'content', sealed: 'content_sealed', purpose: 'job_file.content' },
  digest: { column: 'content_digest', purpose: 'person.nik' },
};
await runner.query(`
  create table note (id int generated always as identity primary key, content text, content_sealed bytea, content_digest bytea);
  create trigger note_append_only before update or delete on note for each row execute function refuse_change();
`);

it('asks for no keys where there is nothing to seal', async () => {
  await sealColumn(runner, column);
  expect(await runner.query('select from field_key')).toEqual([]);
});

it('seals more rows than a batch, and opens them again', async () => {
  giveKeys(dataSource, TEST_MIGRATION_KEYS);
  await runner.query(`insert into note (content) select 'isi ' || n from generate_series(1, 10001) n`);
  await runner.query('insert into note (content) values (null)');
  await sealColumn(runner, column);
  const rows = (await runner.query(
    'select content, content_sealed as sealed, content_digest as digest from note where content is not null order by id',
  )) as { content: string; sealed: Buffer; digest: Buffer }[];
  expect(rows).toHaveLength(10_001);
  const wrong = rows.filter(
    ({ content, sealed, digest }) =>
      testVault.open('job_file.content', sealed) !== content ||
      !digest.equals(testVault.digest('person.nik', content)),
  );
  expect(wrong).toEqual([]);

  await runner.query('alter table note disable trigger user');
  await runner.query('update note set content = null');
  await runner.query('alter table note enable trigger user');
  await openColumn(runner, column);
  const opened = (await runner.query('select content from note where content is not null order by id')) as {
    content: string;
  }[];
  expect(opened.map(({ content }) => content).join()).toBe(rows.map(({ content }) => content).join());
});

it('leaves the guards of the table awake', async () => {
  await expect(runner.query('delete from note')).rejects.toMatchObject({ code: '42501' });
});
