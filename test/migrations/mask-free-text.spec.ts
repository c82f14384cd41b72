import { AuditVerificationService } from '../../src/modules/audit/audit-verification.service.js';
import { testAppOn } from '../support/app.js';
import { databaseText } from '../support/database-text.js';
import { databaseBefore } from '../support/sealed.js';
import { ask } from '../support/session.js';

const NIK = '1310044501850001';
const PHONE = '081234567890';
const { url, dataSource, upgrade } = await databaseBefore(1790000003410);
const run = (statement: string) => ask(url, statement);

/** Of every table the columns of text that somebody may have written a number into, and the others a row wants. */
const WRITTEN = {
  payment_request_step: `request_id, from_state, to_state, taken_by, taken_at, reason: 1, 'verified', 'draft', 1, now(), *`,
  control_answer: `finding_id, answer, answered_by, answered_at: 1, *, 1, now()`,
  delegation: `from_user, to_user, step, paying_body_id, capacity, valid_from, valid_to, basis, reason, recorded_by, recorded_at:
    1, 2, 'verify', 1, 'plh', '2026-07-01', '2026-07-31', *, *, 3, now()`,
  delegation_revocation: `delegation_id, reason, revoked_by, revoked_at: 1, *, 3, now()`,
  role_grant: `user_id, role, scope_kind, basis, granted_at, granted_by, revoked_at, revoked_by, revoke_reason:
    1, 'administrator', 'installation', *, now(), 2, now(), 2, *`,
  overpayment_plan: `overpayment_id, instalment, first_month, mode, document, proposed_by, proposed_at:
    1, 50000, '2026-07', 'cash', *, 1, now()`,
  user_standing: `user_id, is_active, reason, recorded_by, recorded_at: 1, false, *, 2, now()`,
  identity_event: `what, user_id, actor_id, detail, address, agent, at: 'second-factor-reset', 1, 2, *, '', '', now()`,
  roster_change: `import_id, kader_id, field, before, after: 1, 7, 'NO HP', null, '${PHONE}'`,
} as const;

// Rows of the version before, without those they refer to; the audit trail keeps copies of them.
const runner = dataSource.createQueryRunner();
await runner.query(`set session_replication_role = replica`);
for (const [table, row] of Object.entries(WRITTEN)) {
  const [columns, values] = row.split(/:\s+/) as [string, string];
  const said = values.replaceAll('*', `'lihat NIK ${NIK}'`);
  await runner.query(`insert into ${table} (${columns}) values (${said})`);
}
await runner.query(`insert into identity_event (what, user_id, actor_id, detail, address, agent, at)
  select 'token-created', 1, 1, number || ' ${'ab'.repeat(20)}12345678901', '', '', now() from generate_series(1, 20000) as number`);
await runner.query(`set session_replication_role = origin`);
await runner.release();

const told = async () => {
  const tables = [...(await databaseText(url))];
  return tables.filter(([, text]) => text.includes(NIK) || text.includes(PHONE)).map(([table]) => table);
};
const TRIGGERS = `select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger
  where not tgisinternal and tgrelid::regclass::text in ('${Object.keys(WRITTEN).join(`','`)}') order by 1`;
const before = { told: await told(), triggers: await run(TRIGGERS) };
await upgrade();
const { app } = await testAppOn(url);

it('leaves no number in any table, nor in the trail of what was changed', async () => {
  expect(before.told.sort()).toEqual(['audit.changed_row', ...Object.keys(WRITTEN)].sort());
  expect(await told()).toEqual([]);
  expect(await run('select reason, basis from delegation')).toEqual(
    Array(2).fill('lihat NIK ************0001'),
  );
  expect(
    await run(`select count(*)::int from identity_event where detail like '% ${'ab'.repeat(20)}12345678901'`),
  ).toEqual([20_000]);
});

it.each([...Object.keys(WRITTEN), 'disbursement', 'audit.changed_row'])(
  'leaves none in the file of %s',
  async (table) => {
    await run('checkpoint');
    const found = await run(`select position('${NIK}'::bytea in file), position('${PHONE}'::bytea in file)
    from pg_read_binary_file(pg_relation_filepath('${table}')) as file`);
    expect(found).toEqual([0, 0]);
  },
);

it('lets the chain of the trail hold, and says in it what was taken away and why', async () => {
  const { verified, forgotten } = await app.get(AuditVerificationService).verify();
  expect({ verified, forgotten }).toEqual({ verified: true, forgotten: Object.keys(WRITTEN).length });
  const said = `select object from audit.changed_row join audit.change on change.id = change_id
    where action = 'forget' order by object`;
  expect(await run(said)).toEqual(['kader:0', 'kader:7']);
});

it('wakes every trigger as it was', async () => {
  // Later versions add triggers of their own.
  expect(await run(TRIGGERS)).toEqual(expect.arrayContaining(before.triggers));
});
