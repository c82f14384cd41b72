import { tableBytes } from '../../src/platform/files/table-bytes.js';
import { httpNagari } from '../support/http-nagari.js';
import { SIGUNTUR, SITIUNG } from '../support/nagari.js';
import { AUGUST, calculate, JULY } from '../support/payments.js';

const HEADER = ['NIK', 'NAMA', 'BULAN', 'JUMLAH'];
const YUSNIDAR = ['1310044101800001', 'YUSNIDAR'];
const ROSMANIAR = ['1310044101800002', 'Rosmaniar'];

interface Spp {
  readonly id: number;
  readonly state: string;
}

const nagari = await httpNagari();
const { app, client, operator, verifier } = nagari;
await nagari.asSystem(() => calculate(app, nagari.people, [JULY, AUGUST]));
const outsider = await nagari.member('yeni', 'operator', SITIUNG);

const csv = (...rows: string[][]) => {
  return { name: 'permintaan.csv', content: [HEADER, ...rows].map((cells) => cells.join(';')).join('\n') };
};

async function drafted(month: string): Promise<number> {
  const body = { payer: SIGUNTUR, months: [month] };
  const { request } = await client.call<{ request: Spp }>(operator, 'Requests.draft', { body });
  return request.id;
}

/** The list as somebody brings it who has just looked at the request. */
async function brought(id: number, file: { name: string; content: string | Buffer }) {
  const seen = await client.send(operator, 'Requests.show', { path: { id } });
  return { path: { id }, headers: { 'If-Match': String(seen.headers.etag) }, file };
}

async function stateOf(id: number): Promise<string> {
  const { request } = await client.call<{ request: Spp }>(operator, 'Requests.show', { path: { id } });
  return request.state;
}

describe("a nagari's own list of whom to pay, uploaded with the submission", () => {
  it('stops the submission where it differs, and names everybody it differs of', async () => {
    const id = await drafted('2026-07');
    const file = csv(
      [...YUSNIDAR, 'Juli 2026', '375000'],
      ['1310044101800009', 'TIDAK ADA', 'Juli 2026', '75000'],
    );
    const answer = await client.send(operator, 'Claims.submit', await brought(id, file));
    const { problems } = answer.body as { problems: { code: string; facts: { kader: string } }[] };
    expect(answer.status).toBe(422);
    expect(problems.map(({ code, facts }) => [code, facts.kader])).toEqual([
      ['payment.claim-differs', 'YUSNIDAR'],
      ['payment.claim-not-entitled', 'TIDAK ADA'],
      ['payment.claim-left-out', 'Rosmaniar'],
    ]);
    expect(JSON.stringify(answer.body)).not.toContain('1310044101800009');
    expect(await stateOf(id)).toBe('draft');
  });

  it('submits when it fits, row by row', async () => {
    const file = csv([...YUSNIDAR, 'Juli 2026', '75000'], [...ROSMANIAR, 'Juli 2026', '75000']);
    expect(await client.call(operator, 'Claims.submit', await brought(1, file))).toMatchObject({
      applied: true,
      problems: [],
      request: { id: 1, state: 'submitted', kaderCount: 2, gross: 150_000 },
    });
    expect(await stateOf(1)).toBe('submitted');
  });

  it('may be a workbook, and is read for what was seen only', async () => {
    const id = await drafted('2026-08');
    const rows = [HEADER, [...YUSNIDAR, 'Agustus 2026', 75_000], [...ROSMANIAR, 'Agustus 2026', 75_000]];
    const fitting = await brought(id, {
      name: 'permintaan.xlsx',
      content: await tableBytes('Permintaan', rows),
    });
    const stale = { ...fitting, headers: { 'If-Match': '"x"' } };
    expect(await client.send(operator, 'Claims.submit', stale)).toMatchObject({ status: 412 });
    expect(await client.send(verifier, 'Claims.submit', fitting)).toMatchObject({ status: 403 });
    expect(await client.send(outsider, 'Claims.submit', fitting)).toMatchObject({ status: 404 });
    expect(await stateOf(id)).toBe('draft');
    expect(await client.call(operator, 'Claims.submit', fitting)).toMatchObject({
      applied: true,
      request: { id, state: 'submitted' },
    });
  });
});
