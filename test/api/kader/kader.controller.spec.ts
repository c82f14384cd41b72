import type { Response } from 'supertest';
import { DataSource } from 'typeorm';
import { aStatedHeir } from '../../support/heirs.js';
import { honorOn } from '../../support/commands.js';
import { httpOffice } from '../../support/http-app.js';
import { addKader, anOffice, SIGUNTUR, SITIUNG } from '../../support/nagari.js';

const office = await httpOffice();
const { app } = office;
const api = '/api/v1/kader';
const codeOf = ({ status, body }: Response) => [status, (body as { code?: string }).code];
const NIK = '1310044101800001';

const numbers = await office.asSystem(async () => {
  const people = await anOffice(app);
  const yusnidar = await addKader(app, people, { nik: NIK, name: 'Yusnidar' });
  const suarni = await addKader(app, people, { nik: '1310044101800003', name: 'Suarni', account: null });
  const rosmaniar = await addKader(app, people, {
    nik: '1310044101800002',
    name: 'Rosmaniar',
    nagari: SIGUNTUR,
  });
  await app.get(DataSource).query(`update kader set deceased_on = '2026-08-14' where id = $1`, [yusnidar]);
  return { yusnidar, suarni, rosmaniar };
});
await office.people('opik', 'sekre', 'lain');
await office.grant('opik', 'operator', { kind: 'region', code: SITIUNG });
await office.grant('sekre', 'verifier', { kind: 'region', code: SITIUNG });
await office.grant('lain', 'operator', { kind: 'region', code: SIGUNTUR });
const opik = await office.signedIn('opik');
const sekre = await office.signedIn('sekre', { secondFactor: true });
const other = await office.signedIn('lain');
const [one, gone] = [`${api}/${String(numbers.yusnidar)}`, `${api}/${String(numbers.rosmaniar)}`];

describe('a kader', () => {
  it('is shown with her SK and her account, masked', async () => {
    const answer = await opik.get(one);
    expect(answer.body).toMatchObject({
      kader: numbers.yusnidar,
      name: 'Yusnidar',
      status: 'meninggal',
      account: expect.stringMatching(/\*+0001$/) as string,
      accountProblem: null,
      birthDate: '1980-01-01',
      appointments: [{ posyandu: 'Melati', skNumber: 'SK-1/2026', skTo: '2026-12-31' }],
      tiers: [],
    });
    expect(JSON.stringify(answer.body)).not.toContain(NIK);
    expect(JSON.stringify(answer.body)).not.toContain('0041800001');
  });

  it('is not there for whoever works elsewhere', async () => {
    expect(codeOf(await other.get(one))).toEqual([404, 'roster.number-unknown']);
    expect(codeOf(await opik.get(gone))).toEqual([404, 'roster.number-unknown']);
    expect(codeOf(await opik.get(`${api}/${NIK}`))).toEqual([422, 'http.field-invalid']);
  });

  it('is found in the list, page by page', async () => {
    const first = (await opik.get(api, { region: SITIUNG, limit: 1 })).body as {
      items: object[];
      next: string;
    };
    expect(first.items).toMatchObject([{ kader: numbers.yusnidar }]);
    const second = await opik.get(api, { region: SITIUNG, limit: 1, cursor: first.next });
    expect(second.body).toMatchObject({ items: [{ kader: numbers.suarni, account: null }] });
    expect((await opik.get(api, { region: SITIUNG, status: 'berakhir' })).body).toEqual({ items: [] });
    expect((await other.get(api, { region: SITIUNG })).body).toEqual({ items: [] });
  });

  it('is found by her whole NIK, by whoever may see her', async () => {
    const found = await opik.post(`${api}/search`, { nik: NIK });
    expect([found.status, found.body]).toMatchObject([200, { kader: numbers.yusnidar, name: 'Yusnidar' }]);
    expect(JSON.stringify(found.body)).not.toContain(NIK);
    for (const [caller, nik] of [
      [other, NIK],
      [opik, '1310044101800002'],
      [opik, '1310044101809999'],
    ] as const)
      expect(codeOf(await caller.post(`${api}/search`, { nik }))).toEqual([404, 'roster.kader-unknown']);
    expect(codeOf(await opik.post(`${api}/search`, { nik: '13100441' }))).toEqual([
      422,
      'http.field-invalid',
    ]);
  });

  it('is shown on the command line too', async () => {
    const honor = honorOn({ app, clock: office.clock });
    const shown = await office.asSystem(() => honor('roster', 'show', String(numbers.yusnidar)));
    expect(shown).toMatchObject({ status: 0, stdout: expect.stringContaining('SK SK-1/2026') as string });
  });
});

describe('the account of a kader', () => {
  it('is confirmed by a second person with a second factor, when a change waits', async () => {
    const path = `${one}/account-confirmation`;
    expect(codeOf(await opik.post(path, { account: '0001' }))).toEqual([403, 'access.no-role']);
    expect(codeOf(await sekre.post(path, { account: '0001' }))).toEqual([404, 'roster.no-account-change']);
    expect(codeOf(await sekre.post(`${gone}/account-confirmation`, { account: '0001' }))).toEqual([
      404,
      'roster.number-unknown',
    ]);
  });
});

describe('the heirs of a kader', () => {
  const stated = aStatedHeir();
  const { kind, number, date, issuer } = stated.proof;
  const wish = { ...stated, proof: { kind, number, date, issuer } };

  it('are recorded by one person, confirmed by another, and shown masked', async () => {
    const answer = await opik.post(`${one}/heirs`, wish);
    expect([answer.status, answer.body]).toMatchObject([201, { heirs: [{ state: 'menunggu' }] }]);
    expect(JSON.stringify(answer.body)).not.toContain(stated.nik);
    const saw = { 'if-match': '"basi"' };
    expect(codeOf(await opik.post(`${one}/heirs/confirmation`, { account: '4555' }, saw))).toEqual([
      403,
      'access.no-role',
    ]);
    expect(codeOf(await other.post(`${one}/heirs`, wish))).toEqual([404, 'roster.number-unknown']);
    expect(codeOf(await other.get(`${one}/heirs`))).toEqual([404, 'roster.number-unknown']);
    expect((await sekre.get(`${one}/heirs`)).body).toMatchObject({ heirs: [{ name: 'Rina Marlina' }] });
    expect(codeOf(await opik.get(`${api}/${String(numbers.suarni)}/heirs`))).toEqual([404, 'heir.none']);
  });

  it('are confirmed as the second person saw them: name, relation and account', async () => {
    const confirm = (version: string | undefined) =>
      sekre.post(`${one}/heirs/confirmation`, { account: '4555' }, { 'if-match': version });
    const seen = String((await sekre.get(`${one}/heirs`)).headers.etag);
    expect(seen).toMatch(/^"[\w-]{27}"$/);
    expect(codeOf(await confirm(undefined))).toEqual([428, 'http.version-needed']);
    // Another heir with the same account: what she read out of the bank book would still fit.
    expect((await opik.post(`${one}/heirs`, { ...wish, name: 'Rudi', relation: 'suami' })).status).toBe(201);
    expect(codeOf(await confirm(seen))).toEqual([412, 'heir.changed-since-seen']);
    const now = await sekre.get(`${one}/heirs`);
    expect(await confirm(String(now.headers.etag))).toMatchObject({
      status: 200,
      body: { heirs: [{ name: 'Rudi', state: 'berlaku' }, { state: 'diganti' }] },
    });
  });
});
