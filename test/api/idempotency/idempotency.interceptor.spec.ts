import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { DataSource } from 'typeorm';
import { httpOffice } from '../../support/http-app.js';
import { addKader, anOffice, SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { ask } from '../../support/session.js';

const MINUTE = 60_000;

const office = await httpOffice();
const codeOf = (answer: Response) => [answer.status, (answer.body as { code?: string }).code];
const kader = await office.asSystem(async () => {
  const people = await anOffice(office.app);
  return addKader(office.app, people, { nik: '1310044101800001', name: 'Yusnidar' });
});
await office.people('rina', 'wati');
await office.grant('rina', 'operator', { kind: 'region', code: SITIUNG });
const grantOfWati = await office.grant('wati', 'operator', { kind: 'region', code: SITIUNG });
await office.people('admin');
await office.grant('admin', 'administrator', { kind: 'installation' });

const declarations = `/api/v1/kader/${String(kader)}/declarations`;
const wishOf = (body: string) => ({ body, what: 'honor', from: '2026-02-01' });
const withKey = () => ({ 'idempotency-key': randomUUID() });

async function countOf(body: string): Promise<number> {
  const [row] = await office.app
    .get(DataSource)
    .query<[{ count: number }]>('select count(*)::int as count from control_declaration where body = $1', [
      body,
    ]);
  return row.count;
}

/** While it lasts, the database refuses such statements, as if it were gone just then. */
async function whileRefused(table: string, statements: string, act: () => Promise<void>): Promise<void> {
  const refusal = `refuse_${table}`;
  const owner = (sql: string) => ask(office.databaseUrl, sql);
  await owner(`create function ${refusal}() returns trigger language plpgsql as $$begin raise 'gone'; end$$`);
  await owner(
    `create trigger ${refusal} before ${statements} on ${table} for each row execute function ${refusal}()`,
  );
  try {
    await act();
  } finally {
    await owner(`drop trigger ${refusal} on ${table}`);
    await owner(`drop function ${refusal}`);
  }
}

describe('an act is never done twice under one key', () => {
  it('also when its answer could not be kept; whoever asked is told it all the same', async () => {
    const [rina, key] = [await office.signedIn('rina'), withKey()];
    const again = () => rina.post(declarations, wishOf('Dinas A'), key);
    await whileRefused('idempotent_request', 'update or delete', async () => {
      expect((await again()).status).toBe(200);
    });
    expect(codeOf(await again())).toEqual([409, 'http.key-in-progress']);
    office.clock.moveTo(new Date(office.clock.now().getTime() + 5 * MINUTE));
    expect(codeOf(await again())).toEqual([409, 'http.key-outcome-unknown']);
    expect(await countOf('Dinas A')).toBe(1);
    expect((await rina.post(declarations, wishOf('Dinas A'), withKey())).status).toBe(200);
    expect(codeOf(await rina.post(declarations, wishOf('Dinas B'), key))).toEqual([422, 'http.key-reused']);
  });

  it('nor when it failed in the middle: at once nobody knows', async () => {
    const [rina, key] = [await office.signedIn('rina'), withKey()];
    const again = () => rina.post(declarations, wishOf('Dinas C'), key);
    await whileRefused('control_declaration', 'insert', async () => {
      expect(codeOf(await again())).toEqual([500, 'http.fault']);
    });
    expect(codeOf(await again())).toEqual([409, 'http.key-outcome-unknown']);
    expect(await countOf('Dinas C')).toBe(0);
  });
});

describe('an answer that is given again', () => {
  it('is for whoever is entitled to the same as then', async () => {
    const [wati, key] = [await office.signedIn('wati'), withKey()];
    const again = () => wati.post(declarations, wishOf('Dinas D'), key);
    const first = await again();
    expect([first.status, (await again()).body]).toEqual([200, first.body]);
    const admin = await office.signedIn('admin', { secondFactor: true });
    await admin.post(`/api/v1/users/grants/${String(grantOfWati)}/revocation`, { reason: 'pindah tugas' });
    await office.grant('wati', 'operator', { kind: 'region', code: SIGUNTUR });
    expect(codeOf(await again())).toEqual([403, 'http.answer-of-other-rights']);
    expect(await countOf('Dinas D')).toBe(1);
  });
});
