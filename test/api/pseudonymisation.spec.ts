import { JobWorker } from '../../src/modules/jobs/job-worker.service.js';
import type { Caller } from '../support/caller.js';
import { setDatabaseClock } from '../support/database-clock.js';
import { httpOffice } from '../support/http-app.js';
import { addKader, anOffice } from '../support/nagari.js';
import { ask } from '../support/session.js';

const REASON = 'Masa simpan habis, menurut jadwal retensi arsip';
const RULE = { years: 10, from: '2026-11-04', basis: 'Jadwal Retensi Arsip 2026', reason: REASON };
const WISH = { before: '2037-01-05', reason: REASON };

const office = await httpOffice();
await office.asSystem(async () => {
  const people = await anOffice(office.app);
  for (const [index, name] of ['Yusnidar', 'Rosmaniar', 'Asmanidar'].entries()) {
    await addKader(office.app, people, { nik: `131004410180000${String(index)}`, name, to: '2026-12-31' });
  }
});
await ask(office.databaseUrl, `update appointment set sk_valid_to = '2040-12-31' where kader_id = 3`);
await office.people('siti', 'sari', 'nita', 'tias');
await office.grant('siti', 'administrator', { kind: 'installation' });
await office.grant('sari', 'administrator', { kind: 'installation' });
await office.grant('nita', 'auditor', { kind: 'region', code: '13.10' });
await office.grant('tias', 'administrator', { kind: 'installation' });

const path = (name: string) => `/api/v1/${name}`;
const drained = () => office.app.get(JobWorker).idle();

interface Callers {
  /** With a second factor. */
  readonly administrator: Caller;
  readonly auditor: Caller;
  readonly weak: Caller;
}

/** An administrator can only set a second factor up once: another one for each day. */
async function atADay(day: string, username: string): Promise<Callers> {
  const moment = new Date(`${day}T03:00:00Z`);
  office.clock.moveTo(moment);
  await setDatabaseClock(office.databaseUrl, moment);
  return {
    administrator: await office.signedIn(username, { secondFactor: true }),
    auditor: await office.signedIn('nita'),
    weak: await office.signedIn('tias'),
  };
}

describe('the time that data is kept', () => {
  it('is recorded by an administrator with a second factor, with notice and its basis', async () => {
    const { administrator, auditor, weak } = await atADay('2026-10-05', 'siti');
    expect((await auditor.post(path('retention-rules'), RULE)).status).toBe(403);
    expect((await weak.post(path('retention-rules'), RULE)).status).toBe(403);
    for (const wrong of [
      { years: 0 },
      { years: 101 },
      { from: '2026-10-04' },
      { from: '2026-11-03' },
      { basis: ' ' },
      { reason: 'x' },
    ]) {
      expect([
        wrong,
        (await administrator.post(path('retention-rules'), { ...RULE, ...wrong })).status,
      ]).toEqual([wrong, 422]);
    }
    expect((await administrator.post(path('retention-rules'), RULE)).status).toBe(201);
    const rules = await auditor.get(path('retention-rules'));
    expect(rules.body).toMatchObject({ items: [{ years: 10, validFrom: '2026-11-04', basis: RULE.basis }] });
  });
});

describe('whose time is over', () => {
  let at: Callers;
  beforeAll(async () => {
    at = await atADay('2037-01-05', 'sari');
  });

  it('is told page by page, by number and without names', async () => {
    const first = await at.administrator.get(path('retention?before=2037-01-05&limit=2'));
    expect(first.body).toMatchObject({
      items: [
        { kaderId: 1, keptUntil: '2036-12-31', reasons: [] },
        { kaderId: 2, keptUntil: '2036-12-31', reasons: [] },
      ],
    });
    const { next } = first.body as { next: string };
    const second = await at.auditor.get(path(`retention?before=2037-01-05&limit=2&cursor=${next}`));
    expect(second.body).toMatchObject({
      items: [{ kaderId: 3, reasons: [{ code: 'appointed', message: 'SK-nya masih berlaku' }, {}] }],
    });
    expect(first.text + second.text).not.toMatch(/Yusnidar|Rosmaniar|Asmanidar/);
  });

  it('leaves the results of jobs alone as long as nobody is due', async () => {
    const early = { ...WISH, before: '2036-01-05' };
    const asked: { self: string }[] = [];
    while (asked.length < 2) {
      asked.push((await at.administrator.post(path('pseudonymisations'), early)).body as { self: string });
      await drained();
    }
    for (const { self } of asked)
      expect((await at.administrator.get(`${self}/result`)).body).toMatchObject({ pseudonymised: 0 });
  });

  it('loses her name by a job, once however often it is asked with one key, and again nobody does', async () => {
    expect((await at.auditor.post(path('pseudonymisations'), WISH)).status).toBe(403);
    expect((await at.weak.post(path('pseudonymisations'), WISH)).status).toBe(403);
    expect(
      (await at.administrator.post(path('pseudonymisations'), { ...WISH, before: '2037-01-06' })).status,
    ).toBe(422);
    expect((await at.administrator.post(path('pseudonymisations'), { ...WISH, reason: 'x' })).status).toBe(
      422,
    );

    const headers = { 'idempotency-key': 'hapus-nama-2037' };
    const asked = await at.administrator.post(path('pseudonymisations'), WISH, headers);
    const again = await at.administrator.post(path('pseudonymisations'), WISH, headers);
    expect([asked.status, again.status]).toEqual([202, 202]);
    expect(again.headers['idempotent-replayed']).toBe('true');
    await drained();
    const { self } = asked.body as { self: string };
    expect((await at.administrator.get(`${self}/result`)).body).toMatchObject({
      pseudonymised: 2,
      kept: { appointed: 1 },
    });
    expect(await ask(office.databaseUrl, 'select name from kader order by id')).toEqual([
      ...['Kader 000001', 'Kader 000002', 'Asmanidar'],
    ]);
    const done = `select distinct username || ' ' || count(*) over () from pseudonymisation join app_user on app_user.id = done_by`;
    expect(await ask(office.databaseUrl, done)).toEqual(['sari 2']);
    expect((await at.administrator.get(path('retention?before=2037-01-05'))).body).toMatchObject({
      items: [{ kaderId: 3 }],
    });
  });

  it('goes out of the results of other jobs, which are still known: none is done twice', async () => {
    const jobs = await ask(office.databaseUrl, 'select count(distinct asked_as)::int from job');
    expect(jobs).toEqual([3]);
    const before = await at.administrator.get(path('jobs/1/result'));
    expect([before.status, (before.body as { code: string }).code]).toEqual([404, 'job.cleared']);
    expect((await at.administrator.get(path('jobs/1'))).body).toMatchObject({ state: 'done' });
    expect((await at.administrator.get(path('jobs/3/result'))).body).toMatchObject({ pseudonymised: 2 });
  });
});
