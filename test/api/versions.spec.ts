import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { Response } from 'supertest';
import { serviceMonth } from '../../src/core/shared/service-month.js';
import { ControlDataService } from '../../src/modules/controls/control-data.service.js';
import { ControlsService } from '../../src/modules/controls/controls.service.js';
import { PaymentRequestsService } from '../../src/modules/payment-requests/payment-requests.service.js';
import type { Caller } from '../support/caller.js';
import { httpOffice } from '../support/http-app.js';
import { SIGUNTUR, withFile, type Office } from '../support/nagari.js';
import { aDraft, aPayingNagari, AUGUST, JULY } from '../support/payments.js';
import { untilSomebodyWaitsFor } from '../support/waiting.js';

const office = await httpOffice();
const codeOf = (answer: Response) => [answer.status, (answer.body as { code?: string }).code];
const FEBRUARY = serviceMonth('2026-02');
const tagOf = (answer: Response) => String(answer.headers.etag);

let people: Office;
let olga: Caller;
let path: string;

const show = (headers?: Record<string, string>) => olga.send('get', path, { headers });
const cancel = (version: string | undefined, to = path) =>
  olga.post(`${to}/cancellation`, { reason: 'uji' }, { 'if-match': version });

async function drafted(month: typeof JULY): Promise<string> {
  const number = await office.asSystem(() => aDraft(office.app, people, [month]));
  const { id } = await office.asSystem(() => office.app.get(PaymentRequestsService).byNumber(number));
  return `/api/v1/requests/${String(id)}`;
}

/** From now on honor above Rp50.000 a month needs an answer. */
async function warnAboveStandardPrice(): Promise<void> {
  const data = office.app.get(ControlDataService);
  const shipped = await readFile('config/controls.yaml', 'utf8');
  const lenient = shipped.replace('above-ceiling: block', 'above-ceiling: warn');
  await withFile('kontrol.yaml', lenient, (file) => data.importSettings(file, people.operator.id));
  const price = `{ kind: rate, scope: '13.10', component: honor-bulanan, limit: 50000, from: 2026-01-01, to: 2026-12-31, basis: SSH 1/2026 }`;
  await withFile('batas.yaml', `ceilings:\n  - ${price}\n`, (file) =>
    data.importCeilings(file, people.operator.id),
  );
}

beforeAll(async () => {
  people = await office.asSystem(() => aPayingNagari(office.app));
  await office.people('olga');
  await office.grant('olga', 'operator', { kind: 'region', code: SIGUNTUR });
  olga = await office.signedIn('olga');
  path = await drafted(JULY);
});

describe('what is shown', () => {
  it('has a strong ETag, and is not sent again to whoever has it', async () => {
    const shown = await show();
    expect(tagOf(shown)).toMatch(/^"[\w-]{27}"$/);
    for (const known of [tagOf(shown), `W/${tagOf(shown)}`, `"lain", ${tagOf(shown)}`, '*']) {
      const again = await show({ 'if-none-match': known });
      expect([again.status, again.text, tagOf(again)]).toEqual([304, '', tagOf(shown)]);
    }
    expect((await show({ 'if-none-match': '"lain"' })).status).toBe(200);
  });
});

describe('a step', () => {
  it('is not taken without the version of what was seen: 428', async () => {
    for (const nothing of [undefined, '*', '  ', '"lain", *'])
      expect(codeOf(await cancel(nothing))).toEqual([428, 'http.version-needed']);
  });

  it('is not taken on another version than the one there is: 412', async () => {
    const tag = tagOf(await show());
    for (const other of ['"basi"', `W/${tag}`, tag.slice(1, -1), `"${tag}"`]) {
      const refused = await cancel(other);
      expect(codeOf(refused)).toEqual([412, 'payment.changed-since-seen']);
      expect(refused.type).toBe('application/problem+json');
    }
    expect((await show()).body).toMatchObject({ request: { state: 'draft' } });
  });

  it('is refused when the request changes while the step waits for it', async () => {
    const tag = tagOf(await show());
    const holder = new pg.Client({ connectionString: office.databaseUrl });
    await holder.connect();
    try {
      await holder.query('begin; select from payment_request for update');
      const cancelled = cancel(tag).then(codeOf);
      await untilSomebodyWaitsFor(holder);
      await holder.query(`update kader set name = name || ' B'; commit`);
      expect(await cancelled).toEqual([412, 'payment.changed-since-seen']);
    } finally {
      await holder.end();
    }
  });

  it('is taken once of several who saw the same', async () => {
    const other = await drafted(AUGUST);
    const tag = tagOf(await olga.get(other));
    const answers = await Promise.all([1, 2, 3].map(() => cancel(tag, other)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('is not taken when a finding was answered otherwise since it was seen; finding the same again is nothing new', async () => {
    const controls = office.app.get(ControlsService);
    await office.asSystem(warnAboveStandardPrice);
    const dear = await drafted(FEBRUARY);
    const shown = () => olga.get(dear);
    const { request } = (await shown()).body as { request: { number: string } };
    const found = await office.asSystem(() => controls.run(request.number));
    const [warning] = found.filter(({ severity }) => severity === 'warn');
    const answered = (text: string) =>
      office.asSystem(() => controls.answer(request.number, warning?.finding ?? 0, text, people.operator.id));
    await answered('Belum dicek');
    const tag = tagOf(await shown());
    await office.asSystem(() => controls.run(request.number));
    expect(tagOf(await shown())).toBe(tag);
    await answered('Sudah cocok dengan SK');
    expect(codeOf(await cancel(tag, dear))).toEqual([412, 'payment.changed-since-seen']);
  });

  it('is taken on the version there is, named among others', async () => {
    expect((await cancel(`"lain", ${tagOf(await show())}`)).status).toBe(200);
  });
});
