import { DataSource } from 'typeorm';
import type { RecordedAct } from '../../../src/core/audit/recorded-act.js';
import { AuditVerificationService } from '../../../src/modules/audit/audit-verification.service.js';
import { AuditService } from '../../../src/modules/audit/audit.service.js';
import { SYSTEM } from '../../../src/core/access/actor.js';
import { CurrentActor } from '../../../src/platform/session/current-actor.js';
import { copyInto } from '../../../src/platform/database/copy-into.js';
import { testApp } from '../../support/app.js';
import { addKader, anOffice, SIGUNTUR } from '../../support/nagari.js';
import { sqlVerdict, sqlVerdictForApplication } from '../../support/payments.js';
import { ask } from '../../support/session.js';

const { app, url } = await testApp();
const database = app.get(DataSource);
const audit = app.get(AuditService);
const verification = app.get(AuditVerificationService);
const office = await anOffice(app);
await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar', nagari: SIGUNTUR });

async function lastAct(): Promise<RecordedAct> {
  const [act] = await audit.list({}, 1);
  if (act === undefined) throw new Error('nothing was recorded');
  return act;
}

async function length(): Promise<bigint> {
  return (await verification.anchor()).position;
}

/** Does something as somebody who asks over HTTP. */
const asAni = (act: () => Promise<unknown>) => {
  const person = {
    kind: 'person',
    userId: 1,
    username: 'ani',
    fullName: 'Ani',
    grants: [],
    hasSecondFactor: true,
  } as const;
  const from = { address: '10.0.0.7', agent: 'Firefox', operation: 'region.import', reason: 'Perda 1/2026' };
  return app.get(CurrentActor).run(person, act, from);
};

describe('what a person changes', () => {
  it('is recorded with who she is, from where, for what and why, and as it was and is', async () => {
    await asAni(() => database.query(`update posyandu set name = 'Melati Baru' where id = 1`));
    expect(await lastAct()).toMatchObject({
      kind: 'person',
      actor: 'ani',
      address: '10.0.0.7',
      agent: 'Firefox',
      operation: 'region.import',
      reason: 'Perda 1/2026',
      changes: [
        {
          table: 'posyandu',
          action: 'update',
          rowCount: 1,
          rows: [{ object: 'posyandu:1', before: { name: 'Melati' }, after: { name: 'Melati Baru' } }],
        },
      ],
    });
  });

  it('is one act, whatever many statements it took', async () => {
    const before = await length();
    await asAni(() =>
      database.transaction(async (tx) => {
        await tx.query(`insert into region (code, name) values ('31', 'Jakarta')`);
        await tx.query(`update region set name = 'DKI Jakarta' where code = '31'`);
        await tx.query(`delete from region where code = '31'`).catch(() => undefined);
      }),
    ).catch(() => undefined);
    // The application may not delete a region: the whole transaction is undone, and leaves nothing.
    expect(await length()).toBe(before);
    await asAni(() =>
      database.transaction(async (tx) => {
        await tx.query(`insert into region (code, name) values ('31', 'Jakarta')`);
        await tx.query(`insert into region (code, name) values ('32', 'Jawa Barat')`);
      }),
    );
    expect(await length()).toBe(before + 1n);
    expect((await lastAct()).changes).toMatchObject([{ rowCount: 1 }, { rowCount: 1 }]);
  });

  it('is nothing when nothing came out differently', async () => {
    const before = await length();
    await asAni(() => database.query(`update kader set name = name`));
    await asAni(() => database.query(`update kader set name = 'x' where id = 0`));
    expect(await length()).toBe(before);
  });

  it('is not copied where it is a number that names a person', async () => {
    await asAni(() => database.query(`update kader set phone = '081234567890' where id = 1`));
    const [change] = (await lastAct()).changes;
    expect(change?.rows).toEqual([
      { object: 'kader:1', before: {}, after: {}, hidden: ['phone'], isForgotten: false },
    ]);
  });
});

describe('who acts', () => {
  it('is the system where nobody asked, and nobody where nobody signed in', async () => {
    const rename = (name: string) => () =>
      database.query(`update posyandu set name = '${name}' where id = 1`);
    await rename('A')();
    expect(await lastAct()).toMatchObject({
      kind: 'system',
      address: 'baris perintah',
    });
    await app.get(CurrentActor).run(undefined, rename('B'), { address: '10.0.0.9', agent: 'curl' });
    expect(await lastAct()).toMatchObject({ kind: 'visitor', actor: '', address: '10.0.0.9' });
    await app.get(CurrentActor).run(SYSTEM, rename('C'), { by: 'ani' });
    expect(await lastAct()).toMatchObject({ kind: 'person', actor: 'ani', address: 'baris perintah' });
  });

  it('is the login of whoever writes by hand, also of one who says it only replicates', async () => {
    await sqlVerdict(app, `update region set name = 'Koto' where code = '13.10.01'`);
    const byHand = await lastAct();
    expect(byHand).toMatchObject({ kind: 'database', actor: byHand.login });
    const before = await length();
    await sqlVerdict(
      app,
      'set session_replication_role = replica',
      `update region set name = 'Baru' where code = '13.10.01'`,
    );
    expect(await length()).toBe(before + 1n);
  });

  it('cannot be hidden behind another: the login stays', async () => {
    await sqlVerdict(
      app,
      `set honor.act_kind = 'person'`,
      `set honor.act_actor = 'ani'`,
      `update region set name = 'Koto Baru' where code = '13.10.01'`,
    );
    const forged = await lastAct();
    expect(forged).toMatchObject({ kind: 'person', actor: 'ani' });
    expect(forged.login).not.toBe((await loginOfApplication())[0]);
  });
});

describe('many rows', () => {
  const nagari = (number: number) => {
    const code = `91.01.0${String(Math.floor(number / 9_000))}.${String(number % 9_000).padStart(4, '0')}`;
    return [code, `Kampung ${code}`];
  };
  const copy = (from: number, count: number) =>
    database.transaction((tx) =>
      copyInto(
        tx,
        'region',
        ['code', 'name'],
        Array.from({ length: count }, (_, index) => nagari(from + index)),
      ),
    );

  beforeAll(() =>
    database.query(`insert into region (code, name) values ('91', 'Papua'), ('91.01', 'Merauke'),
      ('91.01.00', 'Kota'), ('91.01.01', 'Muting')`),
  );

  it('are recorded whole, in the statement that copies them', async () => {
    await copy(0, 1_315);
    expect((await lastAct()).changes).toMatchObject([
      { action: 'insert', rowCount: 1_315, isCounted: false },
    ]);
  });

  it('are counted above ten thousand where they are new', async () => {
    await copy(2_000, 10_001);
    expect((await lastAct()).changes).toMatchObject([
      { action: 'insert', rowCount: 10_001, isCounted: true, rows: [] },
    ]);
    expect(await verification.verify()).toMatchObject({ verified: true });
  });

  it('are kept, however many, where they are changed or taken away', async () => {
    const those = `where code like '91.01.__.____'`;
    expect(await sqlVerdict(app, `update region set name = 'Kampung' ${those}`)).toBe('accepted');
    expect(await sqlVerdict(app, `delete from region ${those}`)).toBe('accepted');
    const kept = { rowCount: 11_316, isCounted: false };
    expect((await audit.list({}, 2)).map(({ changes }) => changes[0])).toMatchObject([
      { action: 'delete', ...kept },
      { action: 'update', ...kept },
    ]);
    const names = `select count(*)::int from audit.changed_row where content like '%"before": {%"Kampung 91.01.0%'`;
    expect(await ask(url, names)).toEqual([11_316]);
    expect(await verification.verify()).toMatchObject({ verified: true });
  }, 30_000);

  it('are named when all of them are taken away at once', async () => {
    expect(await sqlVerdict(app, 'truncate activity_attendance')).toBe('accepted');
    expect((await lastAct()).changes).toMatchObject([{ table: 'activity_attendance', action: 'truncate' }]);
  });
});

describe('twenty transactions at once', () => {
  it('make one unbroken chain', async () => {
    const before = await length();
    const acts = Array.from({ length: 20 }, (_, index) =>
      asAni(() =>
        database.transaction(async (tx) => {
          const code = String(41 + index);
          await tx.query(`insert into region (code, name) values ($1, $1)`, [code]);
          await tx.query(`insert into region (code, name) values ($1, $1)`, [`${code}.01`]);
        }),
      ),
    );
    await Promise.all(acts);
    expect(await length()).toBe(before + 20n);
    expect(await verification.verify()).toMatchObject({ verified: true });
  });
});

describe('a kader who is forgotten', () => {
  it('is forgotten by the owner of the database, and not by the program', async () => {
    expect(await sqlVerdictForApplication(app, 'select audit.forget(1)')).toBe('42501');
  });

  it('leaves hashes, and the chain holds', async () => {
    const acts = await audit.list({ object: 'kader:1' }, 10);
    expect(JSON.stringify(acts.map(({ changes }) => changes))).toContain('Yusnidar');
    const [forgotten] = await ask(url, 'select audit.forget(1)');
    expect(forgotten).toBeGreaterThan(3);
    const kept = await database.query<object[]>(
      `select from audit.changed_row where content like '%Yusnidar%'`,
    );
    expect(kept).toEqual([]);
    expect(await verification.verify()).toMatchObject({ verified: true, forgotten });
    const after = await audit.list({ object: 'kader:1' }, 10);
    expect(after.map(({ changes }) => changes[0]?.action)).toContain('forget');
    expect(await ask(url, 'select audit.forget(1)')).toEqual([0]);
  });
});

async function loginOfApplication(): Promise<string[]> {
  const rows = await database.query<{ login: string }[]>('select session_user as login');
  return rows.map(({ login }) => login);
}
