import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { csrfTokenOf } from '../../src/api/security/session-cookie.js';
import { IdentityService } from '../../src/modules/identity/identity.service.js';
import { SessionsService } from '../../src/modules/identity/sessions.service.js';
import { PaymentRequestsService } from '../../src/modules/payment-requests/payment-requests.service.js';
import type { ApiDocument } from '../support/api-client.js';
import type { Caller, Sent } from '../support/caller.js';
import { httpOffice } from '../support/http-app.js';
import { ORIGIN } from '../support/identity.js';
import { addFunding, addKader, addPolicy, anOffice, SIGUNTUR, SITIUNG } from '../support/nagari.js';
import { addOpd, addReferral, addSpm } from '../support/spm.js';
import { calculate, importPolicy, JULY, policyDocument } from '../support/payments.js';
import { isExpected, matrixAskers, seesSitiung, type Asker } from '../support/matrix-askers.js';
import { moneyWishes, seedMoney } from '../support/money-wishes.js';
import { routesOf, type Route } from '../support/routes.js';

const NIK = '1310044101800001';

const office = await httpOffice();
// Who signs out does so in a session of her own: she is needed afterwards.
const signsOut = ({ id }: Route) => id === 'Sessions.signOut' || id === 'SignInPages.signOut';
const routes = routesOf(office.app);
const seeded = await office.asSystem(seed);
const askers = await matrixAskers(office, seeded);

describe('every route', () => {
  it('states who may ask it', () => {
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
  });

  it('is in the OpenAPI document, and nothing else is', async () => {
    const document = (await office.caller().get('/api/openapi.json')).body as ApiDocument;
    const documented = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    const ofPrograms = routes.filter(({ isPage }) => !isPage);
    expect(documented.map(({ operationId }) => operationId).sort()).toEqual(
      ofPrograms.map(({ id }) => id).sort(),
    );
  });

  it.each(routes.map((route) => [route.id, route] as const))(
    '%s is open to whom the table says, and shows nothing of elsewhere',
    async (_, route) => {
      const anonymous = await ask(office.caller(), route);
      const answers = await Promise.all(askers.map((asker) => ask(asker.caller, route, asker.mandate)));
      const told = answers.some(({ text }, index) => isInside(askers[index], route) && tells(text));
      const expected = askers.map((asker) => `${asker.name} ${String(isExpected(route, asker))}`);
      const found = answers.map((answer, index) => {
        const leak = told && !isInside(askers[index], route) ? leakIn(answer) : '';
        return `${askers[index]?.name ?? ''} ${String(isLetIn(answer))}${leak}`;
      });
      expect(isLetIn(anonymous)).toBe(route.access === 'open');
      expect(found).toEqual(expected);
    },
  );

  it.each(['Kader.show', 'Requests.show', 'Requests.list', 'Reports.roster', 'Audit.list'])(
    '%s has something to show that must be shown to nobody elsewhere',
    async (id) => {
      const route = must(routes.find((one) => one.id === id));
      const asker = must(askers.find(({ name }) => name === 'all of the kabupaten'));
      expect(tells((await ask(asker.caller, route)).text)).toBe(true);
    },
  );
});

function isInside(asker: Asker | undefined, { id }: Route): boolean {
  return asker !== undefined && seesSitiung(asker, id);
}

/** Whether an answer tells of somebody or something that is nowhere but in Sitiung. */
function tells(text: string): boolean {
  return seeded.marks.some((mark) => text.includes(mark));
}

/** What is not hers is not there: not in a list, and by its number nowhere. */
function leakIn({ status, text, route }: Awaited<ReturnType<typeof ask>>): string {
  if (tells(text)) return ` and shows ${seeded.marks.filter((mark) => text.includes(mark)).join(', ')}`;
  const isNamed = route.path.includes(':') && route.method === 'get';
  return isNamed && ![401, 403, 404].includes(status) ? ` and answers ${String(status)}` : '';
}

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('it is there');
  return value;
}

/** The answers about something that is nowhere, or outside somebody's scopes. */
const HIDING = new Set([
  'payment.request-unknown',
  'roster.number-unknown',
  'overpayment.unknown',
  'approval.delegation-unknown',
]);

/** What is outside somebody's scopes is not there for her: 404 refuses her as 403 does, when somebody inside finds it. */
function isLetIn({ status, code, route }: { status: number; code: unknown; route: Route }): boolean | string {
  if (status >= 500 || code === 'http.no-route' || code === 'http.key-needed')
    return `${String(status)} ${String(code)}`;
  return status !== 401 && status !== 403 && !(HIDING.has(String(code)) && route.method !== 'get');
}

async function ask(caller: Caller, route: Route, mandate?: Asker['mandate']) {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => partOf(route, name));
  const wish = inNameOf(mandate, route, wishes[route.id] ?? moneyWishes[route.id] ?? {});
  const asker = signsOut(route) ? await inAnotherSession(caller) : caller;
  const isForm = route.isPage && route.method === 'post';
  const answer = await asker.send(route.method, path, isForm ? asForm(asker, route, wish) : wish);
  const { status, text } = answer;
  return { status, text, code: (answer.body as { code?: unknown }).code, route };
}

/** Who stands in for somebody says for whom, where there is something to do. */
function inNameOf(mandate: Asker['mandate'], { access, isPage, method }: Route, wish: Sent): Sent {
  const isMeant = mandate?.operations.some((name) => name === access) === true;
  if (!isMeant || isPage || method === 'get') return wish;
  return { ...wish, body: { ...(wish.body as object | undefined), onBehalfOf: mandate.principal } };
}

/** What a browser sends of a form: hidden fields for headers, and for the open ones the cookie of their token. */
function asForm(caller: Caller, route: Route, { body }: Sent): Sent {
  const secret = 'x'.repeat(43);
  const isOpen = route.access === 'open';
  const fields = {
    ...(body as object | undefined),
    csrf: isOpen ? csrfTokenOf(secret) : caller.csrfToken,
    kunci: randomUUID(),
    versi: '"basi"',
  };
  const cookies = [...(isOpen ? [`honor-form=${secret}`] : []), ...(caller.cookie ?? '').split('; ')];
  const headers = {
    cookie: cookies.filter((cookie) => cookie !== '').join('; '),
    'content-type': 'application/x-www-form-urlencoded',
  };
  return { body: fields, headers };
}

async function inAnotherSession(caller: Caller): Promise<Caller> {
  if (caller.cookie === undefined) return caller;
  const { app } = office;
  const known = await app.get(IdentityService).sessionOf(caller.cookie.replace('honor=', ''));
  if (known === undefined) throw new Error('the asker is signed in');
  const { userId, method, hasSecondFactor } = known;
  const { token } = await app
    .get(DataSource)
    .transaction((tx) => app.get(SessionsService).open(tx, { userId, method, hasSecondFactor }, ORIGIN));
  const another = office.caller();
  [another.cookie, another.csrfToken] = [`honor=${token}`, csrfTokenOf(token)];
  return another;
}

function partOf({ id, access }: Route, name: string): string {
  if (access === 'signed-in' || id === 'Users.revoke') return '2147483647';
  if (id === 'Referrals.answer') return String(seeded.referralId);
  if (id === 'HonorPolicies.withdraw') return name === 'code' ? 'honor-2099' : '1';
  const own = { Overpayments: '1', Delegations: '1' }[id.split('.')[0] ?? ''];
  if (name === 'id' && own !== undefined) return own;
  const first = { kader: '1', finding: '1', batch: '1', sequence: '1', month: '2026-07' };
  return { id: String(seeded.requestId), ...first, username: 'ani' }[name] ?? 'x';
}

async function seed() {
  const { app } = office;
  const people = await anOffice(app);
  await addPolicy(app, people);
  await addFunding(app, people, SITIUNG, 1_000_000n);
  await addFunding(app, people, SIGUNTUR, 1_000_000n);
  const inside = await addKader(app, people, { nik: NIK, name: 'Yusnidar' });
  const outside = await addKader(app, people, {
    nik: '1310044101800002',
    name: 'Rosmaniar',
    nagari: SIGUNTUR,
  });
  await addSpm(app, people);
  await addOpd(app, people, { code: 'OPD-S', region: SITIUNG });
  const referralId = await addReferral(app, people, NIK);
  await calculate(app, people, [JULY], SITIUNG);
  const wish = { payer: SITIUNG, months: [JULY], by: people.operator };
  const { request } = await app.get(PaymentRequestsService).draft(wish);
  const later = { code: 'honor-2099', scope: SITIUNG, validFrom: '2099-01-01', validTo: null };
  await importPolicy(app, people, policyDocument(later));
  await seedMoney(app, people, { kader: inside, payer: SITIUNG });
  const marks = ['Yusnidar', request.number];
  return { inside, outside, referralId, opd: 'OPD-S', requestId: request.id, marks };
}

// What is asked lies in Sitiung. Nothing of it comes to anything that another cell of the matrix needs.
const stale = { 'If-Match': '"basi"' };
const reason = { reason: 'uji' };
const sheet = (content: string, query?: object): Sent => ({ file: { name: 'uji.csv', content }, query });
const source = { payer: SITIUNG, label: 'TIADA', fiscalYear: 2026 };
const fundingRow =
  'KODE PEMBAYAR;NAMA PEMBAYAR;KODE WILAYAH;SUMBER DANA;NAMA SUMBER DANA;TAHUN ANGGARAN;KODE KEGIATAN;KODE REKENING;PAGU;DASAR HUKUM';
const wishes: Readonly<Record<string, Sent>> = {
  'LinkPages.accept': { body: { password: 'x', again: 'x' } },
  'RequestStepPages.reject': { body: reason },
  'RequestStepPages.answer': { body: { text: 'uji' } },
  'RequestStepPages.countersign': { body: { jabatan: 'Camat' } },
  'SecondFactorPages.confirm': { body: { code: '000000' } },
  'Disclosures.reveal': { body: { field: 'nik', reason: 'Diminta untuk uji matriks' } },
  'Retention.record': { body: { years: 10, from: '2020-01-01', basis: 'uji', reason: 'Uji matriks akses' } },
  'Retention.page': { query: { before: '2026-10-01' } },
  'Retention.pseudonymise': { body: { before: '2199-01-01', reason: 'Uji matriks akses' } },
  'DataPacks.make': { body: { reason: 'Diminta untuk uji matriks' } },
  'Imports.regionsFile': sheet('a'),
  'Imports.posyandu': sheet('a', { region: SITIUNG }),
  'Imports.roster': sheet('a', { region: SITIUNG }),
  'Imports.activity': sheet('a', { region: SITIUNG }),
  'Imports.fundingFile': sheet(
    `${fundingRow}\n${SITIUNG};${SITIUNG};${SITIUNG};DDS;DDS;2026;2.2.02;5.2.2.03;1000000;DPA 1/2026`,
  ),
  'Imports.facts': sheet(`NIK;NAMA;BERLAKU SEJAK;NPWP;GOLONGAN;KPJ\n${NIK};Yusnidar;2026-01-01;;;`),
  'Referrals.file': sheet('a', { region: SITIUNG }),
  'Referrals.record': {
    body: {
      posyandu: '13.10.04.2001.999',
      kader: seeded.inside,
      bidang: 'sosial',
      on: '2026-09-25',
      subject: 'bansos',
      count: 1,
      description: 'uji',
    },
  },
  'Referrals.answer': { body: { answer: 'done', on: '2020-01-01', text: 'uji' } },
  'SettingFiles.bidangOpds': sheet('a'),
  'SettingFiles.bidangStarts': sheet('a'),
  'SettingFiles.activityTypes': { file: { name: 'uji.yaml', content: '{}' } },
  'SettingFiles.year': { file: { name: 'uji.yaml', content: '{}' } },
  'Kader.list': { query: { region: SITIUNG } },
  'Audit.list': { query: { table: 'kader' } },
  'KaderAccounts.confirmAccount': { body: { account: '1234' } },
  'KaderAccounts.confirm': { body: { account: '1234' }, headers: stale },
  'KaderAccounts.record': {
    body: {
      name: 'x',
      relation: 'tiada',
      diedOn: '2026-08-14',
      proof: { kind: 'x', number: '1', date: '2026-08-14', issuer: 'x' },
      account: { bank: 'x', number: '1', name: 'x' },
    },
  },
  'Reports.recap': { query: { region: SITIUNG, months: '2026-07..2026-09' } },
  'Reports.roster': { query: { region: SITIUNG } },
  'Users.add': { body: { username: '-', fullName: 'x', position: 'x' } },
  'UserStanding.deactivate': { body: { reason: ' ' } },
  'UserStanding.reactivate': { body: { reason: ' ' } },
  'UserStanding.resetSecondFactor': { body: { reason: ' ' } },
  'UserStanding.link': { body: { subject: 'dua kata' } },
  'PolicyFiles.honorFile': {
    file: { name: 'uji.yaml', content: JSON.stringify(policyDocument({ scope: SITIUNG })) },
  },
  'PolicyFiles.deductionFile': { file: { name: 'uji.yaml', content: '{}' } },
  'PolicyFiles.settings': { file: { name: 'uji.yaml', content: '{}' } },
  'PolicyFiles.ceilings': { file: { name: 'uji.yaml', content: '{}' } },
  'Honor.verify': { body: { region: SITIUNG, month: '2026-07' } },
  'Honor.calculate': { body: { region: SITIUNG, months: ['2026-07'] } },
  'Honor.explain': { query: { month: '2026-07' } },
  'Requests.draft': { body: { payer: SITIUNG, months: ['2026-07'] } },
  'Requests.submit': { headers: stale },
  'Requests.verify': { headers: stale },
  'Requests.approve': { headers: stale },
  'Requests.release': { headers: stale },
  'Requests.reject': { headers: stale, body: reason },
  'Requests.cancel': { headers: stale, body: reason },
  'Controls.answer': { body: { text: 'uji' } },
  'Disbursements.reconcile': sheet('NO_REFERENSI,NOMINAL,STATUS,KETERANGAN'),
  'Deductions.choose': { body: { payer: SITIUNG, policy: 'tiada', from: '2026-01-01', note: 'uji' } },
  'Deductions.remit': {
    body: {
      payer: SITIUNG,
      kind: 'pph21',
      period: '2026-07',
      amount: 1,
      proof: 'ABCDEF0123456789',
      on: '2026-10-01',
    },
  },
  'LedgerExports.make': { body: { format: 'hledger' } },
  'Funding.receive': { body: { ...source, amount: 1, on: '2026-10-01', reference: 'uji' } },
  'Funding.retract': { body: { ...source, ...{ reference: 'uji' }, ...reason } },
  'Funding.revise': { body: { ...source, ceiling: 1, legalBasis: 'uji' } },
};
