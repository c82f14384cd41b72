import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Bidang } from '../../src/core/kader/vocabulary.js';
import type { ServiceMonth } from '../../src/core/shared/service-month.js';
import { EntitlementsService } from '../../src/modules/entitlements/entitlements.service.js';
import { FundingSourcesService } from '../../src/modules/funding-sources/funding-sources.service.js';
import { AccessTokensService } from '../../src/modules/identity/access-tokens.service.js';
import { SessionsService } from '../../src/modules/identity/sessions.service.js';
import { JobWorker } from '../../src/modules/jobs/job-worker.service.js';
import { OverpaymentsService } from '../../src/modules/overpayments/overpayments.service.js';
import { PaymentRequestsService } from '../../src/modules/payment-requests/payment-requests.service.js';
import { UsersService } from '../../src/modules/users/users.service.js';
import { addSpm } from './spm.js';
import type { Caller } from './caller.js';
import type { HttpOffice } from './http-app.js';
import { actorOf } from './identity.js';
import {
  addFunding,
  addKader,
  anOffice,
  chooseDeductions,
  SIGUNTUR,
  SITIUNG,
  withFile,
  type Office,
} from './nagari.js';
import { settle } from './overpayments.js';
import { delegate } from './signatures.js';
import { AUGUST, calculate, endService, importPolicy, JULY, policyDocument, takeSteps } from './payments.js';
import { addDeadKader, changeAccount, refer, type Person } from './waiting-people.js';

/** What an office has that somebody else could ask for, and one person with every role in it. */
export interface AttackedOffice {
  readonly caller: Caller;
  readonly username: string;
  readonly region: string;
  /** Who pays beside the nagari. */
  readonly opd: string;
  /** Of one with an account that waits for a second person. */
  readonly kaderId: number;
  /** Of one with an heir who does. */
  readonly deadKaderId: number;
  readonly nik: string;
  readonly paid: PaidRequest;
  readonly draft: { readonly id: number; readonly number: string };
  readonly sessionId: number;
  readonly grantId: number;
  /** Of an access token of its person. */
  readonly tokenId: number;
  /** Of a job that she asked for. */
  readonly jobId: number;
  readonly delegationId: number;
  readonly overpaymentId: number;
  readonly referralId: number;
  /** Texts that stand nowhere but in what belongs to it: names, NIK, numbers of requests and transfers. */
  readonly marks: readonly string[];
}

interface PaidRequest {
  readonly id: number;
  readonly number: string;
  readonly references: readonly string[];
}

/** Names of nothing that anybody has; laid over an office. */
export const NOBODY = {
  kaderId: 2_147_483_646,
  deadKaderId: 2_147_483_645,
  sessionId: 2_147_483_646,
  grantId: 2_147_483_646,
  tokenId: 2_147_483_646,
  jobId: 2_147_483_646,
  delegationId: 2_147_483_646,
  overpaymentId: 2_147_483_646,
  referralId: 2_147_483_646,
  draft: { id: 2_147_483_645, number: 'TIADA-1' },
  paid: { id: 2_147_483_646, number: 'TIADA-2', references: [] },
} as const satisfies Partial<AttackedOffice>;

interface Plan {
  readonly region: string;
  readonly opd: string;
  readonly username: string;
  /** The first fourteen digits. */
  readonly nik: string;
  readonly names: readonly [string, string, string];
  /** Of a referral to its OPD. */
  readonly bidang: Bidang;
  readonly subject: string;
}

const plans = [
  {
    region: SITIUNG,
    opd: 'DINKES',
    username: 'serba-sitiung',
    nik: '13100441018000',
    names: ['Marni', 'Murni', 'Mardiah'],
    bidang: 'kesehatan',
    subject: 'deteksi-dini-kesehatan',
  },
  {
    region: SIGUNTUR,
    opd: 'DISDIK',
    username: 'serba-siguntur',
    nik: '13100541018010',
    names: ['Zalbina', 'Zulfah', 'Zubaidah'],
    bidang: 'pendidikan',
    subject: 'literasi-digital',
  },
] as const satisfies readonly [Plan, Plan];

const officeRoles = ['operator', 'verifier', 'approver', 'treasurer'] as const;

/** Two nagari and two OPD, with the same objects in each. */
export async function twoOffices(http: HttpOffice): Promise<readonly [AttackedOffice, AttackedOffice]> {
  const people = await http.asSystem(() => anOffice(http.app));
  await http.asSystem(() => addSpm(http.app, people));
  await http.people(plans[0].username, plans[1].username);
  await http.asSystem(() => importPolicy(http.app, people, policyDocument()));
  return [await fill(http, people, plans[0]), await fill(http, people, plans[1])];
}

async function fill(http: HttpOffice, people: Office, plan: Plan): Promise<AttackedOffice> {
  const { app } = http;
  const { region, opd, username, names } = plan;
  const niks = names.map((_, index) => `${plan.nik}0${String(index + 1)}`);
  const made = await http.asSystem(() => fillBooks(app, people, plan, niks));
  const grantId = await grantEverything(http, plan, made.kaderId);
  const caller = await http.signedIn(username, { secondFactor: true });
  const sessionId = await http.asSystem(() => sessionOf(app, username));
  const tokenId = await http.asSystem(() => tokenOf(app, username));
  const jobId = await jobOf(caller, region);
  // What it writes would else look like the doing of somebody who is refused.
  await app.get(JobWorker).idle();
  const marks = [...names, ...niks, made.paid.number, made.draft.number, ...made.paid.references];
  return {
    caller,
    username,
    region,
    opd,
    nik: niks[0] ?? '',
    sessionId,
    grantId,
    tokenId,
    jobId,
    marks,
    ...made,
  };
}

async function fillBooks(app: INestApplicationContext, people: Office, plan: Plan, niks: readonly string[]) {
  const { region, names, bidang, subject } = plan;
  await addFunding(app, people, region, 1_000_000n);
  await addOpd(app, people, plan.opd);
  const ids: number[] = [];
  const persons = names.map((name, index) => ({ name, nik: niks[index] ?? '', nagari: region }));
  const [first, second, dead] = persons as [Person, Person, Person];
  for (const person of [first, second]) ids.push(await addKader(app, people, person));
  const paid = await draft(app, people, { region, month: JULY, number: `SPP-${names[0]}-1` });
  await takeSteps(app, people, paid.number, 'release');
  await settle(app, people, paid.number);
  const references = await referencesOf(app, paid.number);
  const open = await draft(app, people, { region, month: AUGUST, number: `SPP-${names[0]}-2` });
  const delegated = await delegate(app, {
    from: people.wali,
    to: people.treasurer,
    payer: region,
    by: people.operator,
  });
  const overpaymentId = await overpay(app, people, plan);
  const [kaderId = 0] = ids;
  await changeAccount(app, people, kaderId);
  const deadKaderId = await addDeadKader(app, people, dead);
  const referralId = await refer(app, people, { ...first, bidang, subject });
  const made = { delegationId: delegated.id, overpaymentId, deadKaderId, referralId };
  return { kaderId, paid: { ...paid, references }, draft: open, ...made };
}

async function draft(
  app: INestApplicationContext,
  people: Office,
  { region, month, number }: { region: string; month: ServiceMonth; number: string },
): Promise<{ id: number; number: string }> {
  await calculate(app, people, [month], region);
  const wish = { payer: region, months: [month], number, by: people.operator };
  const { request } = await app.get(PaymentRequestsService).draft(wish);
  return { id: request.id, number };
}

async function addOpd(app: INestApplicationContext, people: Office, opd: string): Promise<void> {
  const header =
    'KODE PEMBAYAR;NAMA PEMBAYAR;KODE WILAYAH;SUMBER DANA;NAMA SUMBER DANA;TAHUN ANGGARAN;KODE KEGIATAN;KODE REKENING;PAGU;DASAR HUKUM';
  const row = `${opd};${opd};13.10;DAU;DAU;2026;2.2.02;5.2.2.03;1000000;DPA 1/2026`;
  await withFile('dana.csv', `${header}\n${row}`, (path) =>
    app.get(FundingSourcesService).importFile(path, people.operator.id),
  );
  await chooseDeductions(app, people.operator.id, opd, ['tanpa-pph21', 'tanpa-bpjs']);
}

async function referencesOf(app: INestApplicationContext, number: string): Promise<string[]> {
  const rows = await app.get(DataSource).query<{ reference: string }[]>(
    `select reference from disbursement join payment_request on payment_request.id = request_id
     where number = $1 order by reference`,
    [number],
  );
  return rows.map(({ reference }) => reference);
}

async function grantEverything(http: HttpOffice, plan: Plan, kaderId: number): Promise<number> {
  const { username, region, opd } = plan;
  for (const role of officeRoles) await http.grant(username, role, { kind: 'payer', code: opd });
  for (const role of [...officeRoles, 'pokjanal', 'auditor'] as const)
    await http.grant(username, role, { kind: 'region', code: region });
  return http.grant(username, 'kader', { kind: 'person', kaderId });
}

async function sessionOf(app: INestApplicationContext, username: string): Promise<number> {
  const { id } = await app.get(UsersService).require(username);
  const [session] = await app.get(SessionsService).list(id);
  return session?.id ?? 0;
}

async function tokenOf(app: INestApplicationContext, username: string): Promise<number> {
  const by = await actorOf(app, username);
  const wish = { name: 'rekap', operations: ['request.read'], expiresAt: new Date('2026-11-01T00:00:00Z') };
  await app.get(AccessTokensService).create(by.userId, wish, by);
  const [token] = await app.get(AccessTokensService).list(by.userId);
  return token?.id ?? 0;
}

async function jobOf(caller: Caller, region: string): Promise<number> {
  const answer = await caller.post(
    '/api/v1/calculations',
    { region, months: [JULY] },
    { prefer: 'respond-async' },
  );
  expect(answer.status).toBe(202);
  return (answer.body as { id: number }).id;
}

/** It turns out that one of the two was paid for a month in which she did not serve. */
async function overpay(
  app: INestApplicationContext,
  people: Office,
  { region, names }: Plan,
): Promise<number> {
  await endService(app, names[1], '2026-06-30');
  await app.get(EntitlementsService).calculate({ regionCode: region, months: [JULY], by: people.operator });
  const [opened] = await app.get(OverpaymentsService).open(region, undefined, people.treasurer);
  return opened?.id ?? 0;
}
