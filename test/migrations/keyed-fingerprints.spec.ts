import { createHash } from 'node:crypto';
import { databaseBefore, testVault } from '../support/sealed.js';

const { dataSource, upgrade } = await databaseBefore(1790000003460);
const plain = createHash('sha256').update('honor.twice {"kader":"Yusnidar"}').digest('hex');

// Rows of the version before, without those they refer to: only their fingerprint is the subject.
const runner = dataSource.createQueryRunner();
await runner.query(`set session_replication_role = replica`);
await runner.query(
  `insert into control_finding (request_id, number, fingerprint, control, code, evidence, sentence)
   values (1, 1, $1, 'C4', 'control.nik-impossible', '{"kader": "Yusnidar"}', 'Temuan')`,
  [plain],
);
await runner.query(`set session_replication_role = origin`);
await runner.release();

const triggers = () =>
  dataSource.query<object[]>(
    `select tgname, tgenabled from pg_trigger where tgrelid = 'control_finding'::regclass and not tgisinternal order by 1`,
  );
const before = await triggers();
await upgrade();

it('keys the fingerprint of a finding, so that the next run knows it again and nobody else does', async () => {
  const keyed = testVault.digest('control_finding.fingerprint', plain).toString('hex');
  expect(await dataSource.query('select fingerprint from control_finding')).toEqual([{ fingerprint: keyed }]);
});

it('leaves every guard awake', async () => {
  expect(await triggers()).toEqual(before);
});
