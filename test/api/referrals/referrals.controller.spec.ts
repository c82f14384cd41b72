import type { Response } from 'supertest';
import { httpOffice } from '../../support/http-app.js';
import { addKader, anOffice, SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { addOpd, addReferral, addSpm } from '../../support/spm.js';

const office = await httpOffice();
const { app } = office;
const api = '/api/v1';
const codeOf = ({ status, body }: Response) => [status, (body as { code?: string }).code];
const [inside, outside] = ['1310044101800001', '1310044101800002'] as const;

const numbers = await office.asSystem(async () => {
  const people = await anOffice(app);
  await addSpm(app, people);
  await addOpd(app, people, { code: 'DINSOS-S', region: SITIUNG });
  const yusnidar = await addKader(app, people, { nik: inside, name: 'Yusnidar' });
  const rosmaniar = await addKader(app, people, { nik: outside, name: 'Rosmaniar', nagari: SIGUNTUR });
  return { yusnidar, rosmaniar, first: await addReferral(app, people, inside) };
});
await office.people('rina', 'opik', 'dinsos', 'lain');
await office.grant('opik', 'operator', { kind: 'region', code: SITIUNG });
await office.grant('dinsos', 'operator', { kind: 'payer', code: 'DINSOS-S' });
await office.grant('lain', 'operator', { kind: 'region', code: SIGUNTUR });
await office.grant('rina', 'administrator', { kind: 'installation' });
const opik = await office.signedIn('opik');
const dinsos = await office.signedIn('dinsos');
const other = await office.signedIn('lain');

const wish = {
  posyandu: '13.10.04.2001.001',
  kader: numbers.yusnidar,
  bidang: 'sosial',
  on: '2026-09-26',
  subject: 'bansos',
  count: 1,
  description: 'Satu keluarga belum terdaftar',
};

describe('referrals', () => {
  it('are recorded by the number of the kader, within one scope', async () => {
    const made = await opik.post(`${api}/referrals`, wish);
    expect([made.status, made.body]).toMatchObject([201, { applied: true, created: 1, problems: [] }]);
    const blank = await opik.post(`${api}/referrals`, { ...wish, description: ' ' });
    expect(codeOf(blank)).toEqual([422, 'http.field-invalid']);
    const refused = await opik.post(`${api}/referrals`, { ...wish, subject: 'paud' });
    expect(codeOf(refused)).toEqual([422, 'referral.subject-unknown']);
    expect(refused.body).toMatchObject({ problems: [{ code: 'referral.subject-unknown' }] });
    const otherwise = await opik.post(`${api}/referrals`, { ...wish, count: 3 });
    expect(codeOf(otherwise)).toEqual([409, 'referral.recorded-otherwise']);
    const elsewhere = { ...wish, kader: numbers.rosmaniar };
    expect(codeOf(await opik.post(`${api}/referrals`, elsewhere))).toEqual([404, 'roster.number-unknown']);
    expect(codeOf(await opik.post(`${api}/referrals`, { ...wish, on: '2026-02-31' }))).toEqual([
      422,
      'http.field-invalid',
    ]);
    expect(codeOf(await opik.post(`${api}/referrals`, { ...wish, by: 1 }))).toEqual([
      422,
      'http.field-unknown',
    ]);
  });

  it('are answered by their OPD, not by whoever recorded them, and not by another office', async () => {
    const path = `${api}/referrals/${String(numbers.first)}/answers`;
    const answer = { answer: 'accepted', on: '2026-09-28', text: 'Dijadwalkan kunjungan' };
    expect(codeOf(await other.post(path, answer))).toEqual([403, 'access.out-of-scope']);
    expect(codeOf(await other.post(`${api}/referrals/999999/answers`, answer))).toEqual([
      403,
      'access.out-of-scope',
    ]);
    const answered = await dinsos.post(path, answer);
    expect([answered.status, answered.body]).toMatchObject([
      201,
      { state: 'accepted', since: '2026-09-28', opdCode: 'DINSOS-S', answers: [{ answer: 'accepted' }] },
    ]);
    expect(codeOf(await dinsos.post(path, answer))).toEqual([409, 'referral.answer-closed']);
  });

  it('are listed page by page, each office its own, also the overdue ones only', async () => {
    const page = await opik.get(`${api}/referrals`, { limit: 1 });
    expect(page.body).toMatchObject({ items: [{ id: numbers.first }], next: expect.any(String) as string });
    const { next } = page.body as { next: string };
    const second = await opik.get(`${api}/referrals`, { limit: 1, cursor: next });
    expect(second.body).toMatchObject({ items: [{ referredOn: '2026-09-26', kader: 'Yusnidar' }] });
    expect((await dinsos.get(`${api}/referrals`)).body).toMatchObject({
      items: [{ posyandu: 'Melati', kader: 'kader posyandu ini' }, {}],
    });
    expect((await other.get(`${api}/referrals`)).body).toEqual({ items: [] });
    const overdue = await opik.get(`${api}/referrals`, { overdue: 'true', opd: 'DINSOS-S' });
    expect(overdue.body).toMatchObject({ items: [{ state: 'overdue', referredOn: '2026-09-26' }] });
    expect(codeOf(await opik.get(`${api}/referrals`, { opd: 'TIADA' }))).toEqual([
      404,
      'referral.opd-unknown',
    ]);
  });

  it('come from a sheet, whole or not at all', async () => {
    const header = 'NAGARI SITIUNG\nTGL;POSYANDU;NIK KADER;NAMA KADER;BIDANG;LAYANAN;JUMLAH;URAIAN';
    const sheet = `${header}\n27/09/2026;Melati;${inside};Yusnidar;Sosial;Bansos;1;Satu keluarga`;
    const send = (query: object) => opik.upload(`${api}/imports/referrals`, 'rujukan.csv', sheet, query);
    expect((await send({ region: SITIUNG, dryRun: 'true' })).body).toMatchObject({ applied: false });
    expect((await send({ region: SITIUNG })).body).toMatchObject({ applied: true, created: 1 });
    expect(codeOf(await send({ region: SIGUNTUR }))).toEqual([403, 'access.out-of-scope']);
    expect(codeOf(await send({}))).toEqual([422, 'http.field-invalid']);
  });
});

describe('what there is', () => {
  it('is told of regions and posyandu, the posyandu of one scope only', async () => {
    const regions = await opik.get(`${api}/regions`, { region: '13.10.04', limit: 2 });
    expect(regions.body).toMatchObject({
      items: [{ code: '13.10.04' }, {}],
      next: expect.any(String) as string,
    });
    expect(codeOf(await opik.get(`${api}/regions`, { region: '99' }))).toEqual([404, 'region.missing']);
    expect((await opik.get(`${api}/posyandu`)).body).toEqual({
      items: [{ registrationNumber: '13.10.04.2001.001', nagariCode: SITIUNG, name: 'Melati', jorong: null }],
    });
    expect(codeOf(await office.caller().get(`${api}/regions`))).toEqual([401, 'access.not-signed-in']);
  });
});

describe('the settings', () => {
  const opds =
    'BIDANG;KODE WILAYAH;KODE OPD;NAMA OPD;BATAS HARI KERJA;BERLAKU MULAI;BERLAKU SAMPAI;DASAR HUKUM';
  const opd = `${opds}\nPENDIDIKAN;${SIGUNTUR};DIKNAS;Dinas Pendidikan;5;01/01/2026;;SK 2`;
  const start = `BIDANG;KODE WILAYAH;MULAI;DASAR HUKUM\nKESEHATAN;${SITIUNG};01/2026;SK 3`;
  const year = 'year: 2027\nbasis: SKB\ndays:\n  - { date: 2027-01-01, name: Tahun Baru }\n';

  it('are loaded by administrators and read by everybody who signs in', async () => {
    const rina = await office.signedIn('rina', { secondFactor: true });
    expect((await rina.upload(`${api}/imports/bidang-opds`, 'opd.csv', opd)).body).toMatchObject({
      applied: true,
      created: 1,
    });
    expect((await rina.upload(`${api}/imports/bidang-starts`, 'tahap.csv', start)).body).toMatchObject({
      applied: true,
      created: 1,
    });
    const holidays = await rina.upload(`${api}/policy-files/holidays`, 'libur.yaml', year);
    expect(holidays.body).toMatchObject({ year: 2027, days: [{ date: '2027-01-01' }] });
    const types = await opik.get(`${api}/activity-types`);
    const { items } = types.body as { items: { code: string }[] };
    expect(items.map(({ code }) => code)).toContain('bansos');
    expect((await opik.get(`${api}/bidang-opds`)).body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ opdCode: 'DIKNAS' })]) as unknown[],
    });
    expect((await opik.get(`${api}/bidang-starts`)).body).toMatchObject({
      items: [{ bidang: 'kesehatan', start: '2026-01' }],
    });
    expect((await opik.get(`${api}/holidays`)).body).toMatchObject({ items: [{ year: 2027 }] });
  });

  it.each([
    ['imports/bidang-opds', 'a.csv'],
    ['imports/bidang-starts', 'a.csv'],
    ['policy-files/holidays', 'a.yaml'],
    ['policy-files/activity-types', 'a.yaml'],
  ])('%s is for administrators', async (path, name) => {
    expect(codeOf(await opik.upload(`${api}/${path}`, name, 'a'))).toEqual([403, 'access.no-role']);
  });
});

describe('activities', () => {
  it('are counted over months, within one scope', async () => {
    const query = { region: SITIUNG, months: '2026-07,2026-08,2026-09', by: 'bidang' };
    const recap = `${api}/reports/activity-recap`;
    const { data } = (await opik.get(recap, query)).body as { data: { total: { events: number } } };
    expect(data.total.events).toBe(3);
    const elsewhere = (await other.get(recap, query)).body as { data: { total: { events: number } } };
    expect(elsewhere.data.total.events).toBe(0);
    expect(codeOf(await opik.get(recap, { ...query, months: '2026-13' }))).toEqual([
      422,
      'http.field-invalid',
    ]);
  });
});
