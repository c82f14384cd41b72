import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { serviceMonth, type ServiceMonth } from '../../src/core/shared/service-month.js';
import {
  EntitlementsService,
  type CalculationReport,
} from '../../src/modules/entitlements/entitlements.service.js';
import { HonorPoliciesService } from '../../src/modules/honor-policies/honor-policies.service.js';
import { BankResultsService } from '../../src/modules/payment-requests/bank-results.service.js';
import { PaymentRequestStepsService } from '../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../src/modules/payment-requests/payment-requests.service.js';
import { openApp } from '../../src/open-app.js';
import { SteppedClock } from '../../src/platform/clock.js';
import { readConfiguration } from '../../src/platform/configuration.js';
import { OCTOBER_5 } from './app.js';
import { databaseEnvironment, ownerUrlOf } from './database.js';
import { addFunding, addKader, addPolicy, anOffice, SIGUNTUR, withFile, type Office } from './nagari.js';
import { reportActivity } from './reports.js';

export const JULY = serviceMonth('2026-07');
export const AUGUST = serviceMonth('2026-08');

/** What most payment specs need: the office of Siguntur, the shipped policy, its budget, and two kader. */
export async function aPayingNagari(app: INestApplicationContext, ceiling = 1_000_000n): Promise<Office> {
  const office = await anOffice(app);
  await addPolicy(app, office);
  await addFunding(app, office, SIGUNTUR, ceiling);
  await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar', nagari: SIGUNTUR });
  await addKader(app, office, { nik: '1310044101800002', name: 'Rosmaniar', nagari: SIGUNTUR });
  return office;
}

/** The next app on the same database, as another process would be; closed after the last test. */
export async function anotherApp(url: string): Promise<INestApplicationContext> {
  const configuration = readConfiguration(databaseEnvironment(url));
  const database = { name: 'honor', fresh: false };
  const app = await openApp({ configuration, database, clock: new SteppedClock(OCTOBER_5) });
  afterAll(() => app.close());
  return app;
}

/** Opens every connection of a pool and answers the server processes behind them. */
export async function openConnections(app: INestApplicationContext, count: number): Promise<number[]> {
  const runners = Array.from({ length: count }, () => app.get(DataSource).createQueryRunner());
  const pids = await Promise.all(
    runners.map(async (runner) => {
      const rows = (await runner.query('select pg_backend_pid() as pid')) as [{ pid: number }];
      return rows[0].pid;
    }),
  );
  for (const runner of runners) await runner.release();
  return pids;
}

/** Calculates the honor of months in which everybody was active. */
export async function calculate(
  app: INestApplicationContext,
  office: Office,
  months: readonly ServiceMonth[] = [JULY],
  regionCode = SIGUNTUR,
): Promise<CalculationReport> {
  await reportActivity(app, months);
  return app.get(EntitlementsService).calculate({ regionCode, months, by: office.operator });
}

/** Ends the appointment of a kader on this day, as the roster does when an SK ended earlier than was known. */
export async function endService(app: INestApplicationContext, name: string, on: string): Promise<void> {
  await app.get(DataSource).query(
    `update appointment set ended_on = $2, end_reason = 'mengundurkan-diri'
     where kader_id = (select id from kader where name = $1)`,
    [name, on],
  );
}

/** Calculates, drafts, and answers the number of the request. */
export async function aDraft(
  app: INestApplicationContext,
  office: Office,
  months: readonly ServiceMonth[] = [JULY],
  payer = SIGUNTUR,
): Promise<string> {
  await calculate(app, office, months);
  const { request } = await app.get(PaymentRequestsService).draft({ payer, months, by: office.operator });
  return request.number;
}

const steps = ['submit', 'verify', 'approve', 'release'] as const;
type Step = (typeof steps)[number];
const handOf = {
  submit: 'operator',
  verify: 'verifier',
  approve: 'wali',
  release: 'treasurer',
} as const satisfies Record<Step, keyof Office>;

/** Takes every step up to this one, each by its own person. */
export async function takeSteps(
  app: INestApplicationContext,
  office: Office,
  number: string,
  last: Step,
): Promise<void> {
  const service = app.get(PaymentRequestStepsService);
  for (const step of steps.slice(0, steps.indexOf(last) + 1))
    await service[step](number, office[handOf[step]]);
}

/** Reads an answer of the bank: `reference,amount,status` a line. */
export function answerOfBank(
  app: INestApplicationContext,
  office: Office,
  number: string,
  lines: readonly string[],
): ReturnType<BankResultsService['reconcile']> {
  const content = ['NO_REFERENSI,NOMINAL,STATUS,KETERANGAN', ...lines].join('\r\n');
  return withFile('hasil.csv', content, (path) =>
    app.get(BankResultsService).reconcile(number, path, office.treasurer),
  );
}

/** A flat monthly policy as a file would give it. */
export function policyDocument(change: Readonly<Record<string, unknown>> = {}, amount = 75_000): object {
  return {
    code: 'honor-uji',
    name: 'Honor',
    scope: '13.10',
    legalBasis: { number: '1/2026', date: '2026-01-02', title: 'Honor' },
    validFrom: '2026-01-02',
    validTo: '2026-12-31',
    components: [
      {
        code: 'honor-bulanan',
        name: 'Honor bulanan',
        kind: 'flat-monthly',
        amount,
        proration: 'active-on-first',
        rounding: 'down',
        funding: { percentage: [{ source: 'nagari/DDS', percent: 100 }] },
      },
    ],
    ...change,
  };
}

/** Imports a policy document; JSON is YAML too. */
export function importPolicy(
  app: INestApplicationContext,
  office: Office,
  document: object,
): ReturnType<HonorPoliciesService['importFile']> {
  return withFile('kebijakan.yaml', JSON.stringify(document), (path) =>
    app.get(HonorPoliciesService).importFile(path, office.operator.id),
  );
}

/** What the database says to its owner for written statements: its error code, or `accepted`. */
export function sqlVerdict(app: INestApplicationContext, ...statements: readonly string[]): Promise<string> {
  return verdictFor(ownerUrlOf(app.get(DataSource)), statements);
}

/** The same for the login that the application uses. */
export function sqlVerdictForApplication(
  app: INestApplicationContext,
  ...statements: readonly string[]
): Promise<string> {
  const url = databaseEnvironment(ownerUrlOf(app.get(DataSource))).DATABASE_URL;
  return verdictFor(url, ['set role honor_app', ...statements]);
}

async function verdictFor(url: string, statements: readonly string[]): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
    return 'accepted';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.end();
  }
}
