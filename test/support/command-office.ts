import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { serviceMonth } from '../../src/core/shared/service-month.js';
import { EntitlementsService } from '../../src/modules/entitlements/entitlements.service.js';
import { FundingSourcesService } from '../../src/modules/funding-sources/funding-sources.service.js';
import { HonorPoliciesService } from '../../src/modules/honor-policies/honor-policies.service.js';
import { RosterImportService } from '../../src/modules/kader-roster/roster-import.service.js';
import { PaymentRequestStepsService } from '../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../src/modules/payment-requests/payment-requests.service.js';
import { RegionImportService } from '../../src/modules/regions/region-import.service.js';
import { UsersService } from '../../src/modules/users/users.service.js';
import { openApp } from '../../src/open-app.js';
import { SteppedClock } from '../../src/platform/clock.js';
import { projectFolder, readConfiguration } from '../../src/platform/configuration.js';
import { OCTOBER_5 } from './app.js';
import { temporaryFolder } from './embedded-folder.js';
import { chooseDeductions } from './nagari.js';
import { answerFindings } from './findings.js';
import { reportActivity } from './reports.js';

/** One nagari with work lying ready for each command: every test of a spec takes another one. */
interface ReadyNagari {
  readonly code: string;
  /** A roster file of two kader who are not on the roster yet. */
  readonly newcomers: string;
  /** A month that is over and not calculated, for the two kader on the roster: Rp150.000. */
  readonly month: string;
  /** A draft, and requests that wait for the third and the fourth person. */
  readonly draft: string;
  readonly verified: string;
  readonly approved: string;
}

/** The people of the office by what they do; usernames. */
export const PEOPLE = { prepares: 'ani', verifies: 'budi', approves: 'datuk', releases: 'eka' } as const;

const [DRAFTED, VERIFIED, APPROVED, OPEN] = ['2026-01', '2026-02', '2026-03', '2026-04'].map(serviceMonth);
const KADER_EACH = 2;

/** Fills a data folder, through the services, with as many ready nagari; nothing runs there afterwards. */
export async function fillOffice(dataFolder: string, nagariCodes: readonly string[]): Promise<ReadyNagari[]> {
  const app = await openApp({
    configuration: readConfiguration({ HONOR_DATA_DIR: dataFolder }),
    database: { name: 'honor', fresh: false },
    clock: new SteppedClock(OCTOBER_5),
  });
  try {
    const folder = await temporaryFolder();
    await register(app, folder, nagariCodes);
    const ready: ReadyNagari[] = [];
    for (const [index, code] of nagariCodes.entries()) {
      ready.push({
        code,
        newcomers: await rosterFile(folder, code, 10 * index + 5),
        month: OPEN ?? '',
        draft: await requestFor(app, code, DRAFTED, []),
        verified: await requestFor(app, code, VERIFIED, ['submit', 'verify']),
        approved: await requestFor(app, code, APPROVED, ['submit', 'verify', 'approve']),
      });
    }
    return ready;
  } finally {
    await app.close();
  }
}

async function register(
  app: INestApplicationContext,
  folder: string,
  nagariCodes: readonly string[],
): Promise<void> {
  const users = app.get(UsersService);
  for (const username of Object.values(PEOPLE))
    await users.add({ username, fullName: username, position: 'Staf' });
  const by = await users.require(PEOPLE.prepares);
  const regions = app.get(RegionImportService);
  await regions.importRegions(join(projectFolder(), 'config/regions/13.10-dharmasraya.csv'));
  await regions.importPosyandu({ path: await posyanduFile(folder, nagariCodes) });
  await app.get(HonorPoliciesService).importFile(await policyFile(folder), by.id);
  await app.get(FundingSourcesService).importFile(await fundingFile(folder, nagariCodes), by.id);
  for (const code of nagariCodes) await chooseDeductions(app, by.id, code, ['tanpa-pph21', 'tanpa-bpjs']);
  for (const [index, code] of nagariCodes.entries()) {
    const path = await rosterFile(folder, code, 10 * index);
    const report = await app.get(RosterImportService).importRoster({ path, by: by.id });
    expect(report).toMatchObject({ problems: [], applied: true, created: KADER_EACH });
  }
  const months = [DRAFTED, VERIFIED, APPROVED].flatMap((month) => month ?? []);
  await reportActivity(app, months);
  await app.get(EntitlementsService).calculate({ regionCode: '13.10', months, by });
}

async function requestFor(
  app: INestApplicationContext,
  payer: string,
  month: ReturnType<typeof serviceMonth> | undefined,
  steps: readonly ('submit' | 'verify' | 'approve')[],
): Promise<string> {
  const users = app.get(UsersService);
  const preparer = await users.require(PEOPLE.prepares);
  const months = month === undefined ? [] : [month];
  const { request } = await app.get(PaymentRequestsService).draft({ payer, months, by: preparer });
  // Months that end long before they are paid need an answer.
  await answerFindings(app, request.number, preparer.id);
  const hands = { submit: PEOPLE.prepares, verify: PEOPLE.verifies, approve: PEOPLE.approves };
  for (const step of steps) {
    await app.get(PaymentRequestStepsService)[step](request.number, await users.require(hands[step]));
  }
  return request.number;
}

/** A roster of two kader; their numbers begin after `serial`. */
async function rosterFile(folder: string, nagari: string, serial: number): Promise<string> {
  const header =
    'NO,NAMA,NIK,TGL LAHIR,L/P,KODE NAGARI,POSYANDU,JABATAN,BIDANG,NO SK,TGL SK,TMT,BANK,NO. REKENING,NAMA REKENING';
  const rows = [1, 2].map((number) => {
    const digits = String(serial + number).padStart(4, '0');
    const person = `Kader Nomor ${digits},131004450185${digits},05/01/1985,P`;
    const appointment = `${nagari},${nagari}.001,Kader,Kesehatan,140/1/2024,02/01/2024,01/01/2024`;
    return `${String(number)},${person},${appointment},Bank Nagari,1002021009${digits},Kader Nomor ${digits}`;
  });
  return written(folder, `kader-${nagari}-${String(serial)}.csv`, [header, ...rows]);
}

async function posyanduFile(folder: string, nagariCodes: readonly string[]): Promise<string> {
  const rows = nagariCodes.map((code) => `${code}.001,Melati ${code.slice(-1)},${code},`);
  return written(folder, 'posyandu.csv', ['NO REGISTRASI,NAMA POSYANDU,KODE NAGARI,JORONG', ...rows]);
}

async function fundingFile(folder: string, nagariCodes: readonly string[]): Promise<string> {
  const header =
    'KODE PEMBAYAR;NAMA PEMBAYAR;KODE WILAYAH;SUMBER DANA;TAHUN ANGGARAN;KODE KEGIATAN;KODE REKENING;PAGU;DASAR HUKUM';
  const rows = nagariCodes.map(
    (code) => `${code};${code};${code};DDS;2026;2.2.02;5.2.2.03;10000000;DPA 1/2026`,
  );
  return written(folder, 'dana.csv', [header, ...rows]);
}

async function policyFile(folder: string): Promise<string> {
  return written(folder, 'kebijakan.yaml', [
    `code: honor-kader`,
    `name: Honor kader`,
    `scope: '13.10'`,
    `legalBasis: { number: 1/2026, date: '2026-01-01', title: Besaran honor kader 2026 }`,
    `validFrom: '2026-01-01'`,
    `validTo: '2026-12-31'`,
    `components:`,
    `  - code: honor-bulanan`,
    `    name: Honor bulanan`,
    `    kind: flat-monthly`,
    `    amount: 75000`,
    `    proration: active-on-first`,
    `    rounding: down`,
    `    funding:`,
    `      waterfall:`,
    `        - source: nagari/DDS`,
  ]);
}

async function written(folder: string, name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  return path;
}
