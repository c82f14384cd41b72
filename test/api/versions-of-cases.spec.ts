import pg from 'pg';
import type { Response } from 'supertest';
import { httpNagari } from '../support/http-nagari.js';
import { SIGUNTUR } from '../support/nagari.js';
import { aPaidQuarter, lowerTheRate } from '../support/overpayments.js';
import { calculate } from '../support/payments.js';
import { untilSomebodyWaitsFor } from '../support/waiting.js';

const nagari = await httpNagari(async (app) => {
  const { office, quarter } = await aPaidQuarter(app);
  await lowerTheRate(app, office, 50_000);
  await calculate(app, office, quarter);
  return office;
});
const { treasurer, wali } = nagari;
const codeOf = (answer: Response) => [answer.status, (answer.body as { code?: string }).code];
const tagOf = (answer: Response) => String(answer.headers.etag);

const opened = (await treasurer.post('/api/v1/overpayments', { payer: SIGUNTUR })).body as {
  items: { id: number }[];
};
const [path, other] = opened.items.map(({ id }) => `/api/v1/overpayments/${String(id)}`) as [string, string];
const show = (headers?: Record<string, string>) => wali.send('get', path, { headers });
const propose = (document: string, version: string | undefined, instalment = 25_000) =>
  treasurer.post(
    `${path}/plans`,
    { instalment, from: '2026-11', mode: 'cash', document },
    { 'if-match': version },
  );
const confirm = (version: string | undefined) =>
  wali.post(`${path}/plan-confirmation`, undefined, { 'if-match': version });
const receive = (receipt: string, version: string | undefined, to = path) =>
  treasurer.post(`${to}/receipts`, { amount: 1_000, on: '2026-10-05', receipt }, { 'if-match': version });

it('a case is shown with a strong ETag, and not sent again to whoever has it', async () => {
  const shown = await show();
  expect(tagOf(shown)).toMatch(/^"[\w-]{27}"$/);
  expect((await show({ 'if-none-match': tagOf(shown) })).status).toBe(304);
  expect(tagOf(await treasurer.get(path))).toBe(tagOf(shown));
});

it('nobody changes a case without saying which version she saw', async () => {
  for (const nothing of [undefined, '*']) {
    expect(codeOf(await propose('Surat A', nothing))).toEqual([428, 'http.version-needed']);
    expect(codeOf(await confirm(nothing))).toEqual([428, 'http.version-needed']);
    expect(codeOf(await receive('K-1', nothing))).toEqual([428, 'http.version-needed']);
  }
});

it('an approver confirms the plan that she saw, and no other', async () => {
  expect((await propose('Surat A', tagOf(await show()))).status).toBe(200);
  const seen = tagOf(await show());
  expect((await propose('Surat B', seen, 75_000)).status).toBe(200);
  expect(codeOf(await confirm(seen))).toEqual([412, 'overpayment.changed-since-seen']);
  expect((await show()).body).toMatchObject({ state: 'proposed', plans: [{}, { confirmer: null }] });
});

it('is refused when another plan comes while she waits for the case', async () => {
  const seen = tagOf(await show());
  const holder = new pg.Client({ connectionString: nagari.databaseUrl });
  await holder.connect();
  try {
    await holder.query('begin; select from paying_body for update');
    const confirmed = confirm(seen).then(codeOf);
    await untilSomebodyWaitsFor(holder);
    await holder.query(
      `insert into overpayment_plan (overpayment_id, instalment, first_month, mode, document, proposed_by, proposed_at)
       select overpayment_id, 1000, first_month, mode, 'Surat C', proposed_by, proposed_at from overpayment_plan limit 1;
       commit`,
    );
    expect(await confirmed).toEqual([412, 'overpayment.changed-since-seen']);
  } finally {
    await holder.end();
  }
});

it('is confirmed as it was seen', async () => {
  expect((await confirm(tagOf(await show()))).body).toMatchObject({ plan: { document: 'Surat C' } });
});

it('cash is recorded once of several who saw the same, and one receipt stands for one case', async () => {
  const seen = tagOf(await show());
  const answers = await Promise.all(['K-1', 'K-2', 'K-3'].map((receipt) => receive(receipt, seen)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  const recorded = answers.find(({ status }) => status === 200)?.body as { receipt: string };
  // The same again is answered again, though it changed the case itself.
  expect((await receive(recorded.receipt, seen)).body).toMatchObject({ isNew: false });
  expect(codeOf(await receive('K-9', tagOf(await show()), other))).toEqual([
    412,
    'overpayment.changed-since-seen',
  ]);
});
