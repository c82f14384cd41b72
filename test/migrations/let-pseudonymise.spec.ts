import { DataSource } from 'typeorm';
import { pseudonymOf } from '../../src/core/privacy/pseudonym.js';
import { purposes } from '../../src/core/privacy/purposes.js';
import { AccountNumbers } from '../../src/platform/secrets/account-numbers.js';
import { testApp } from '../support/app.js';
import { setDatabaseClock } from '../support/database-clock.js';
import { aConfirmedHeir, recordDeath } from '../support/deaths.js';
import { addKader, SIGUNTUR } from '../support/nagari.js';
import {
  aDraft,
  answerOfBank,
  aPayingNagari,
  JULY,
  sqlVerdict,
  sqlVerdictForApplication,
  takeSteps,
} from '../support/payments.js';
import { testVault } from '../support/sealed.js';
import { ask } from '../support/session.js';

const [REFUSED, BROKEN, ACCEPTED] = ['42501', '23514', 'accepted'];
const [RECORDED, LATE] = [new Date('2026-01-01T03:00:00Z'), new Date('2050-01-01T03:00:00Z')];

const { app, url } = await testApp();
const office = await aPayingNagari(app);
await addKader(app, office, {
  nik: '1310044101800003',
  name: 'Asmanidar',
  nagari: SIGUNTUR,
  to: '2026-01-31',
});
const number = await aDraft(app, office, [JULY]);
await takeSteps(app, office, number, 'release');
await recordDeath(app, office);
await aConfirmedHeir(app, office);
const ruleOf = (years: number, from: string, at: string) =>
  `insert into retention_rule (years, valid_from, basis, reason, recorded_by, recorded_at)
   values (${String(years)}, '${from}', 'JRA', 'Uji', 1, '${at}')`;
await setDatabaseClock(url, RECORDED);
await ask(url, ruleOf(10, '2026-01-31', RECORDED.toISOString()));
// Of those that have rows here, and may otherwise not be changed at all.
const COLUMNS = `
  select table_name || ' ' || column_name || ' ' || format_type(atttypid, null) from pseudonymised_column
  join pg_attribute on attrelid = table_name::regclass and attname = column_name
  where table_name in ('bank_account', 'heir', 'roster_change', 'disbursement', 'payment_request_step') order by 1`;
const OTHER: Readonly<Record<string, string>> = {
  bytea: `sha256('x')`,
  text: `'x'`,
  character: `repeat('a', 64)`,
};
const columns = ((await ask(url, COLUMNS)) as string[]).map(
  (row) => row.split(' ') as [table: string, column: string, type: string],
);

/** What stands in the place of her numbers, as the program seals it. */
const sealed = numbersOf(3);
const numbers = JSON.stringify(sealed);
/** As the program asks for it, with the numbers of kader 3. */
const pseudonymise = (kader: number, marks = ['1310044101800003', '1310********0003'], its = numbers) =>
  `select pseudonymise(${String(kader)}, '${its}', '{${marks.join()}}', 'Masa simpan habis', 1)`;
const acting = (username: string) =>
  `select set_config('honor.act_kind', 'person', false), set_config('honor.act_actor', '${username}', false)`;
const verdictOn = (kader: number) => sqlVerdictForApplication(app, acting('ani'), pseudonymise(kader));

describe('a row that is never changed', () => {
  it.each(columns)('is not changed by who says to be pseudonymising: %s.%s', async (table, column, type) => {
    const said = `select set_config('honor.pseudonymising', '.', true)`;
    const changed = `update ${table} set ${column} = ${OTHER[type] ?? 'null'}`;
    expect(await sqlVerdictForApplication(app, said, changed)).toBe(REFUSED);
    expect(await sqlVerdict(app, said, changed)).toBe(REFUSED);
  });

  it('is guarded in every table that only this changes', async () => {
    const guarded = `select distinct tgrelid::regclass::text from pg_trigger
      where pg_get_triggerdef(oid) ~ 'is_pseudonymis(ed|ing)' order by 1`;
    const FREE = ['access_token', 'app_user', 'oidc_link', 'user_session'];
    const all = (await ask(url, 'select table_name from pseudonymised_table order by 1')) as string[];
    expect(await ask(url, guarded)).toEqual(all.filter((table) => !FREE.includes(table)));
  });

  it('is not changed by whoever marks somebody by hand', async () => {
    const mark = `insert into pseudonymising (kader_id, pseudonym) values (1, 'Kader 000001')`;
    expect(await sqlVerdictForApplication(app, mark)).toBe(REFUSED);
    const said = `select set_config('honor.pseudonymising', 'x', true)`;
    const wrong = [
      `update heir set name = 'Kader 000001'`,
      `update heir set bank_code = '002'`,
      `update bank_account set account_name = 'Kader 000001' where kader_id = 2`,
      `update disbursement set amount = 1`,
      `update audit.act set reason = 'x' where hash is not null`,
      `delete from heir`,
    ];
    for (const statement of wrong) {
      expect([statement, await sqlVerdict(app, mark, said, statement)]).toEqual([statement, REFUSED]);
    }
  });
});

describe('the database itself', () => {
  it.each([
    ['whose time is not over', 3, new Date('2036-12-31T16:59:59Z')],
    ['who has something open', 1, LATE],
    ['who is not there', 99, LATE],
  ])('pseudonymises nobody %s', async (_, kader, at) => {
    await setDatabaseClock(url, at);
    expect(await verdictOn(kader)).toBe(BROKEN);
    expect(await ask(url, 'select count(*)::int from pseudonymising')).toEqual([0]);
  });

  it('knows what day it is: nobody says so, and nobody records a rule of another day', async () => {
    await setDatabaseClock(url, new Date('2036-06-01T03:00:00Z'));
    expect(await verdictOn(3)).toBe(BROKEN);
    const said = `select pseudonymise(3, '${numbers}', array['1310044101800003'], 'Masa simpan habis', 1, '2090-01-01'::timestamptz)`;
    expect(await sqlVerdictForApplication(app, acting('ani'), said)).toBe('42883');
    for (const [from, at] of [
      ['2000-01-01', '2036-06-01T03:00:00Z'],
      ['2000-01-01', '2000-01-01T03:00:00Z'],
      ['2036-07-01', '2036-05-01T03:00:00Z'],
      ['2036-07-01', '2036-07-01T03:00:00Z'],
    ] as const) {
      expect([from, at, await sqlVerdictForApplication(app, ruleOf(1, from, at))]).toEqual([
        from,
        at,
        BROKEN,
      ]);
    }
    const clock = `create or replace function present_moment() returns timestamptz language sql as 'select now()'`;
    expect(await sqlVerdictForApplication(app, clock)).toBe(REFUSED);
  });

  it('lets the time be shortened with 30 days of notice, and prolonged at once', async () => {
    const at = '2036-06-01T03:00:00Z';
    await setDatabaseClock(url, new Date(at));
    for (const [years, from, verdict] of [
      [9, '2036-06-30', BROKEN],
      [10, '2036-06-01', ACCEPTED],
      [12, '2036-06-10', ACCEPTED],
      [11, '2036-06-09', ACCEPTED],
      [11, '2036-06-10', BROKEN],
      [10, '2036-07-01', ACCEPTED],
    ] as const) {
      expect([years, from, await sqlVerdictForApplication(app, ruleOf(years, from, at))]).toEqual([
        ...[years, from, verdict],
      ]);
    }
    const both = [ruleOf(20, '2036-06-01', at), ruleOf(19, '2036-06-01', at)];
    expect(await sqlVerdictForApplication(app, ...both)).toBe(BROKEN);
    const first = ruleOf(1, '2025-12-31', '2025-12-31T03:00:00Z');
    await setDatabaseClock(url, new Date('2025-12-31T03:00:00Z'));
    expect(await sqlVerdictForApplication(app, first)).toBe(BROKEN);
  });

  it('has it done by who acts, and by nobody else', async () => {
    await setDatabaseClock(url, LATE);
    for (const said of [
      acting('citra'),
      `select set_config('honor.act_kind', 'system', false)`,
      'select 1',
    ]) {
      expect([said, await sqlVerdictForApplication(app, said, pseudonymise(3))]).toEqual([said, REFUSED]);
    }
  });

  it.each([
    'Bukti kehadiran palsu',
    'Surat 2036',
    '.',
    '2036',
    '***6',
    '*****',
    '[0-9]+',
    '123456789012345678901',
    'null',
  ])('takes nothing out of what others wrote but numbers: not %s', async (mark) => {
    await setDatabaseClock(url, LATE);
    expect(
      await sqlVerdictForApplication(app, acting('ani'), pseudonymise(3, ['1310044101800003', mark])),
    ).toBe(BROKEN);
  });

  it.each<[string, Readonly<Record<string, string | null>>]>([
    ...Object.keys(sealed).flatMap((column): [string, Record<string, string | null>][] => [
      [`${column} of zeros`, { [column]: `\\x${'00'.repeat(column.endsWith('digest') ? 31 : 64)}` }],
      [`${column} cut`, { [column]: sealed[column]?.slice(0, -2) ?? null }],
      [`${column} with more`, { [column]: `${sealed[column] ?? ''}00` }],
      [`no ${column}`, { [column]: null }],
      [`${column} as words`, { [column]: 'Asmanidar' }],
    ]),
    ['an unknown key', { 'kader.nik_sealed': `\\x0104${'7a'.repeat(4 + 28 + 16)}` }],
    ['a number of another length', { 'kader.nik_sealed': sealed['heir.account_number_sealed'] ?? null }],
    ['two accounts', { 'heir.account_number_digest': sealed['kader.nik_digest'] ?? null }],
    ['another column', { 'kader.name': sealed['kader.nik_sealed'] ?? null }],
  ])('puts nothing in the place of her numbers but sealed ones: not %s', async (_, wrong) => {
    await setDatabaseClock(url, LATE);
    const its = JSON.stringify({ ...sealed, ...wrong });
    expect(await sqlVerdictForApplication(app, acting('ani'), pseudonymise(3, undefined, its))).toBe(BROKEN);
  });

  it('does it once, and nothing new is recorded of her, nor anything put back', async () => {
    await setDatabaseClock(url, LATE);
    // Why somebody else's row was changed stays, though the same transaction changes that row again.
    const moved = (phone: string) => `update kader set phone = '${phone}' where id = 2`;
    const said = `select set_config('honor.act_reason', 'Asmanidar melapor', false)`;
    expect(await sqlVerdictForApplication(app, acting('budi'), said, moved('081200000001'))).toBe(ACCEPTED);
    const all = [acting('ani'), moved('081200000002'), pseudonymise(3)];
    expect(await sqlVerdictForApplication(app, ...all)).toBe(ACCEPTED);
    expect(await ask(url, `select actor from audit.act where reason = 'Asmanidar melapor'`)).toEqual([
      'budi',
    ]);
    expect(await ask(url, 'select name, jorong from kader where id = 3')).toEqual(['Kader 000003', null]);
    for (const statement of [
      pseudonymise(3),
      `update kader set name = 'Asmanidar' where id = 3`,
      `update kader set deceased_on = '2027-01-01' where id = 3`,
      `insert into appointment (kader_id, posyandu_id, role, bidang, sk_number, sk_date, valid_from, import_id)
       values (3, 1, 'kader', 'kesehatan', 'SK-9', '2037-01-05', '2037-01-05', 1)`,
      `insert into control_declaration (kader_id, body, what, valid_from, recorded_by, recorded_at)
       values (3, 'Dinas', 'honor', '2037-01-01', 1, now())`,
    ]) {
      expect([statement, await sqlVerdictForApplication(app, acting('ani'), statement)]).toEqual([
        statement,
        BROKEN,
      ]);
    }
    const marked = `select set_config('honor.pseudonymising', 'x', true)`;
    const again = `update bank_account set account_name = 'Asmanidar' where kader_id = 3`;
    expect(await sqlVerdict(app, marked, again)).toBe(REFUSED);
    for (const statement of ['delete from pseudonymisation', `update pseudonymisation set reason = 'x'`]) {
      expect(await sqlVerdict(app, statement)).toBe(REFUSED);
    }
  });

  it('records nothing new of her in any table of kader', async () => {
    // Why nothing is paid to her, who was shown what is left of her, what a control says of an old request, and what
    // budget lines settle among themselves, of which she neither owes nor gets anything.
    const STAY_OPEN = [
      'control_finding',
      'disclosure',
      'honor_exclusion',
      'line_transfer',
      'pseudonymisation',
    ];
    const unguarded = `select conrelid::regclass::text from pg_constraint
      where contype = 'f' and confrelid = 'kader'::regclass and not exists (
        select from pg_trigger where tgrelid = conrelid and tgname = 'nothing_new_of_pseudonymised') order by 1`;
    expect(await ask(url, unguarded)).toEqual(STAY_OPEN);

    const calculation = `insert into calculation (region_code, months, requested_by, calculated_at, line_count, entitlement_count, gross)
      values ('${SIGUNTUR}', '{2026-01}', 1, now(), 1, 1, 1)`;
    const columns =
      'service_month, component, revision, amount, policy_id, appointment_id, nagari_code, reasons';
    for (const [before, statement] of [
      [
        calculation,
        `insert into honor_line (id, calculation_id, kader_id, ${columns})
         select nextval('honor_line_id'), (select max(id) from calculation), 3, '2026-01', component, 0, amount, policy_id,
           (select min(id) from appointment where kader_id = 3), nagari_code, reasons from honor_line limit 1`,
      ],
      [
        `insert into activity (posyandu_id, held_on, kind, import_id, recorded_by, target_counts)
         select 1, '2026-01-09', 'hari-buka', 1, 1, '{}'`,
        'insert into activity_attendance (activity_id, kader_id) select max(id), 3 from activity',
      ],
      [
        'select 1',
        `insert into overpayment (number, paying_body_id, kader_id, amount, opened_by, opened_at)
         select 'LB-9', min(id), 3, 1, 1, now() from paying_body`,
      ],
    ] as const) {
      expect([statement, await refusingConstraint(before, statement)]).toEqual([
        statement,
        'kader_stays_pseudonymised',
      ]);
    }
  });

  it('waits for whoever is recording something of her, and keeps her then', async () => {
    await answerOfBank(app, office, number, ['HK1-1-0001,75000,BERHASIL,', 'HK1-1-0002,75000,BERHASIL,']);
    const runner = app.get(DataSource).createQueryRunner();
    await runner.startTransaction();
    await runner.query(
      `insert into control_declaration (kader_id, body, what, valid_from, recorded_by, recorded_at)
       values (2, 'Dinas', 'honor', '2026-01-01', 1, '2049-06-01')`,
    );
    const verdict = verdictOn(2);
    await runner.commitTransaction();
    await runner.release();
    expect(await verdict).toBe(BROKEN);
  });
});

/** Which constraint refuses the last of these to the application; the error itself where it is none. */
async function refusingConstraint(...statements: readonly string[]): Promise<unknown> {
  const runner = app.get(DataSource).createQueryRunner();
  await runner.startTransaction();
  try {
    for (const statement of statements) await runner.query(statement);
    return 'accepted';
  } catch (error) {
    return (error as { constraint?: unknown }).constraint ?? error;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

function numbersOf(kader: number): Readonly<Record<string, string>> {
  const { nik, account } = pseudonymOf(kader);
  const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`;
  const accounts = app.get(AccountNumbers);
  const inTable = (table: 'bank_account' | 'heir') => {
    const number = accounts.seal(table, account);
    return [
      [`${table}.account_number_sealed`, hex(number.sealed)],
      [`${table}.account_number_digest`, hex(number.digest)],
    ];
  };
  return Object.fromEntries([
    ['kader.nik_sealed', hex(testVault.seal(purposes.kaderNik, nik))],
    ['kader.nik_digest', hex(testVault.digest(purposes.nikDigest, nik))],
    ...inTable('bank_account'),
    ...inTable('heir'),
  ]) as Readonly<Record<string, string>>;
}
