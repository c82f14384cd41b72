import type { Response } from 'supertest';
import { DataSource } from 'typeorm';
import { routeKinds } from '../../../src/api/jobs/long-work.js';
import { JobWorker } from '../../../src/modules/jobs/job-worker.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import type { Caller, Method, Sent } from '../../support/caller.js';
import { whileCalculatingIsHeldUp } from '../../support/held-up.js';
import { httpNagari } from '../../support/http-nagari.js';
import { SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { aDraft, JULY, takeSteps } from '../../support/payments.js';
import { untilSomebodyWaitsFor } from '../../support/waiting.js';

interface Job {
  readonly kind: string;
  readonly self: string;
  readonly state: string;
}

interface Route extends Sent {
  readonly kind: (typeof routeKinds)[number];
  readonly method?: Method;
  readonly path: string;
}

const office = await httpNagari();
const { app, people, operator, treasurer } = office;
const request = await office.asSystem(async () => {
  const number = await aDraft(app, people);
  await takeSteps(app, people, number, 'release');
  const { id } = await app.get(PaymentRequestsService).byNumber(number);
  return id;
});
const auditor = await office.member('nita', 'auditor', '13.10');
const neighbour = await office.member('sari', 'operator', SITIUNG);
const administrator = await office.member('siti', 'administrator');

const later = { prefer: 'respond-async' };
const roster = { kind: 'report', path: 'reports/roster', query: { region: '13.10' } } as const;
const book = { payer: SIGUNTUR, month: '2026-10' };
const paid = `HK${String(request)}-1-0001,75000,BERHASIL,`;
const answered = ['NO_REFERENSI,NOMINAL,STATUS,KETERANGAN', paid].join('\r\n');
const codeOf = ({ status, body }: Response) => [status, (body as { code?: string }).code];
const drained = () => app.get(JobWorker).idle();

/** One of each kind, and of each way its answer looks. */
const routes: readonly (Route & { readonly by: Caller })[] = [
  { kind: 'book', path: 'books/general', query: book, by: operator },
  { kind: 'book', path: 'books/general', query: { ...book, as: 'pdf' }, by: operator },
  { ...roster, by: operator },
  { ...roster, by: neighbour },
  { kind: 'report', path: 'reports/validation', query: { as: 'xlsx' }, by: auditor },
  {
    kind: 'report',
    path: 'reports/activity-recap',
    query: { region: SIGUNTUR, months: '2026-07' },
    by: operator,
  },
  { kind: 'verification', path: 'ledger/verification', by: auditor },
  { kind: 'verification', path: 'budget-proof', by: auditor },
  { kind: 'control-run', method: 'post', path: `requests/${String(request)}/findings`, by: operator },
  {
    kind: 'bank-results',
    method: 'post',
    path: `requests/${String(request)}/bank-results`,
    file: { name: 'hasil.csv', content: answered },
    by: treasurer,
  },
];

const ask = (caller: Caller, { path, method = 'get', query, file }: Route, headers = {}) =>
  caller.send(method, `/api/v1/${path}`, { query, file, headers, binary: true });

async function asJob(caller: Caller, route: Route): Promise<Job> {
  const answer = await ask(caller, route, later);
  expect([answer.status, answer.headers['preference-applied']]).toEqual([202, 'respond-async']);
  const job = JSON.parse((answer.body as Buffer).toString()) as Job;
  expect([job.kind, answer.headers.location]).toEqual([route.kind, job.self]);
  return job;
}

const resultOf = (caller: Caller, { self }: Job, binary = false) =>
  caller.send('get', `${self}/result`, { binary });

it('answers a job where it is wanted, and its result is what the route answers at once', async () => {
  // What the bank answered is known the second time.
  const last = routes.at(-1);
  if (last !== undefined) await ask(last.by, last);
  for (const { by, ...route } of routes) {
    const atOnce = await ask(by, route);
    expect([route.path, atOnce.status]).toEqual([route.path, 200]);
    const job = await asJob(by, route);
    await drained();
    const result = await resultOf(by, job, true);
    expect([route.path, result.status, result.type]).toEqual([route.path, 200, atOnce.type]);
    expect((result.body as Buffer).equals(atOnce.body as Buffer)).toBe(true);
  }
  expect(new Set(routes.map(({ kind }) => kind))).toEqual(new Set(routeKinds));
});

it('shows in a result only what whoever asked for it may see', async () => {
  const [own, others] = [await asJob(operator, roster), await asJob(neighbour, roster)];
  await drained();
  const [seen, unseen] = [await resultOf(operator, own), await resultOf(neighbour, others)];
  expect(JSON.stringify(seen.body)).toContain('Yusnidar');
  expect(JSON.stringify(unseen.body)).not.toContain('Yusnidar');
});

it('keeps what it made sealed', async () => {
  const { self } = await asJob(operator, roster);
  await drained();
  const [kept] = await app
    .get(DataSource)
    .query<{ text: string }[]>(
      `select encode(wish, 'escape') || encode(outcome, 'escape') as text from job where id = $1`,
      [Number(self.split('/').at(-1))],
    );
  expect(kept?.text).not.toContain('Yusnidar');
  expect(kept?.text).not.toContain('Reports');
});

it('refuses at once what the route refuses, also whoever may not ask it', async () => {
  const refusals = [
    await operator.send('get', '/api/v1/books/general', { query: { payer: SIGUNTUR }, headers: later }),
    await operator.send('get', '/api/v1/audit/verification', { headers: later }),
    await operator.send('post', `/api/v1/requests/${String(request)}/findings`, {
      headers: { ...later, 'idempotency-key': undefined },
    }),
  ];
  expect(refusals.map(codeOf)).toEqual([
    [422, 'http.field-invalid'],
    [403, 'access.no-role'],
    [422, 'http.key-needed'],
  ]);
});

it('is the same act when it is asked again with the same key', async () => {
  const path = `/api/v1/requests/${String(request)}/findings`;
  const headers = { ...later, 'idempotency-key': 'periksa-sekali' };
  const [first, again] = [
    await operator.send('post', path, { headers }),
    await operator.send('post', path, { headers }),
  ];
  expect([again.status, again.headers['idempotent-replayed']]).toEqual([202, 'true']);
  expect(again.body).toEqual(first.body);
  await drained();
});

it('is hers no more once she sees otherwise; what was not begun is not begun', async () => {
  const wide = await office.member('wati');
  const grant = await office.grant('wati', 'operator', { kind: 'region', code: '13.10' });
  await office.grant('wati', 'operator', { kind: 'region', code: SITIUNG });
  const done = await asJob(wide, roster);
  await drained();
  expect((await resultOf(wide, done)).status).toBe(200);
  const waiting: Job[] = [];
  await whileCalculatingIsHeldUp(office.databaseUrl, async (holder) => {
    const wish = { region: SIGUNTUR, months: [JULY] };
    expect((await operator.post('/api/v1/calculations', wish, later)).status).toBe(202);
    await untilSomebodyWaitsFor(holder);
    waiting.push(await asJob(wide, roster));
    const revocation = `/api/v1/users/grants/${String(grant)}/revocation`;
    expect((await administrator.post(revocation, { reason: 'pindah tugas' })).status).toBe(200);
    waiting.push(await asJob(wide, roster));
  });
  await drained();
  const [before, after] = await Promise.all(
    waiting.map(async ({ self }) => (await wide.get(self)).body as Job),
  );
  expect(before).toMatchObject({ state: 'failed', problem: { code: 'job.rights-changed', status: 403 } });
  expect(codeOf(await resultOf(wide, done))).toEqual([403, 'job.rights-changed']);
  expect(after).toMatchObject({ state: 'done' });
  const [, latest] = waiting;
  expect(latest && JSON.stringify((await resultOf(wide, latest)).body)).not.toContain('Yusnidar');
});
