import { join } from 'node:path';
import { plainDate } from '../../core/shared/plain-date.js';
import { sumRupiah } from '../../core/shared/rupiah.js';
import { toJson } from '../../core/shared/to-json.js';
import { projectFolder } from '../../platform/configuration.js';
import { writeFileAtomically } from '../../platform/files/write-file-atomically.js';
import { DeductionPoliciesService } from '../deductions/deduction-policies.service.js';
import { EntitlementsService } from '../entitlements/entitlements.service.js';
import { FundingSourcesService } from '../funding-sources/funding-sources.service.js';
import { HonorPoliciesService } from '../honor-policies/honor-policies.service.js';
import { LedgerExportService } from '../ledger/ledger-export.service.js';
import { LedgerVerificationService } from '../ledger/ledger-verification.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { RegionImportService } from '../regions/region-import.service.js';
import { invariant } from '../../core/shared/invariant.js';
import { checkFaults } from './check-faults.js';
import { closeQuarter, writeBooks } from './demo-books.js';
import { demoDays, demoQuarter, demoRegion, type DemoContext } from './demo-context.js';
import { writeDemoFunding } from './demo-funding.js';
import { takeIn } from './demo-intake.js';
import { demoOffice } from './demo-office.js';
import { payEveryone } from './demo-payments.js';
import { demoSummary, type DemoResult } from './demo-summary.js';
import { cashOfDemo, receiveTranches } from './demo-tranches.js';
import { DemoRepository } from './demo.repository.js';
import { Stopwatch } from './stopwatch.js';
import type { DemoRegion } from './sheets/places.js';

/** What a rightful kader is paid for the quarter: three months at Rp75.000. */
const HONOR_A_QUARTER = 225_000n;

/** Runs the whole main job on the sheets of the context and writes everything to its folder. */
export async function runDemo(context: DemoContext, regions: readonly DemoRegion[]): Promise<DemoResult> {
  const { app, clock, out, sheets } = context;
  const watch = new Stopwatch();
  const dinkes = { code: 'DINKES', name: 'Dinas Kesehatan', isNagari: false };
  const { operator, verifier } = await demoOffice(context, dinkes);
  await watch.measure('setup', () => setUp(context, regions, operator.id));
  const intake = await watch.measure('import', () => takeIn(context, operator, verifier));
  await watch.measure('receive', () => receiveTranches(context));
  clock.moveTo(demoDays.calculation);
  const wish = { regionCode: demoRegion, months: demoQuarter, by: operator };
  const calculation = await watch.measure('calculate', () => app.get(EntitlementsService).calculate(wish));
  const payments = await watch.measure('pay', () => payEveryone(context));
  await watch.measure('close', () => closeQuarter(context));
  const verification = await watch.measure('verify', () => app.get(LedgerVerificationService).verify());
  const journalPath = join(out, 'ledger.journal');
  const journal = await watch.measure('journal', () =>
    app.get(LedgerExportService).writeJournal(journalPath),
  );
  const books = await watch.measure('books', () => writeBooks(context, payments.requests));
  const counts = await app.get(LedgerService).counts();
  const repository = app.get(DemoRepository);
  const paidByNik = await repository.paidByNik();
  const result: DemoResult = {
    out,
    intake,
    calculation,
    payments,
    cash: await cashOfDemo(app),
    entitlements: (await repository.counts()).entitlements,
    paidKader: paidByNik.size,
    ledger: { ...verification, postings: counts.postings },
    books,
    journal: { ...journal, total: sumRupiah(payments.requests.map((request) => request.net)) },
    faults: checkFaults(
      sheets.plantedFaults,
      intake.found,
      payments.refusedClaims,
      paidByNik,
      HONOR_A_QUARTER,
    ),
    durationsMs: watch.durationsMs(),
  };
  await writeFileAtomically(join(out, 'summary.json'), [`${toJson(demoSummary(result), 2)}\n`]);
  return result;
}

/** What went wrong with a demonstration; nothing when it did its whole job. */
export function demoFailures(result: DemoResult, kader: number): string[] {
  const expected = HONOR_A_QUARTER * BigInt(kader);
  const net = sumRupiah(result.payments.requests.map((request) => request.net));
  return [
    ...(result.paidKader === kader
      ? []
      : [`dibayar ${String(result.paidKader)} kader, seharusnya ${String(kader)}`]),
    ...(net === expected ? [] : [`dibayar ${String(net)} rupiah, seharusnya ${String(expected)}`]),
    ...(result.ledger.verified ? [] : ['buku besar tidak utuh']),
    ...(result.cash.proven ? [] : ['anggaran tidak sama dengan mutasi, buku besar dan SPP-nya']),
    ...result.cash.overdrawn.map((source) => `${source} dibayar melebihi uang yang masuk`),
    ...result.faults
      .filter((fault) => !fault.isHandled)
      .map((fault) => `kesalahan ${fault.fault} tidak tertangani`),
    ...result.payments.requests
      .filter((request) => request.status !== 'settled')
      .map((request) => `SPP ${request.number} masih ${request.status}`),
  ];
}

async function setUp(context: DemoContext, regions: readonly DemoRegion[], operator: number): Promise<void> {
  const { app, out, sheets } = context;
  const config = join(projectFolder(), 'config');
  const imports = app.get(RegionImportService);
  const loaded = await imports.importRegions(join(config, 'regions', '13.10-dharmasraya.csv'));
  const posyandu = await imports.importPosyandu({ path: sheets.posyandu });
  for (const file of ['dharmasraya-2026.yaml', 'sitiung-2026.yaml']) {
    await app.get(HonorPoliciesService).importFile(join(config, 'policies', file), operator);
  }
  const fundingSheet = await writeDemoFunding(join(out, 'lembar'), regions);
  const funding = await app.get(FundingSourcesService).importFile(fundingSheet, operator);
  await chooseNoDeductions(context, operator);
  invariant(
    loaded.applied && posyandu.applied && funding.applied,
    'regions, posyandu and budgets are loaded',
  );
}

/** Every paying body says that it takes nothing off: honor far below the threshold of tax, and no premiums. */
async function chooseNoDeductions({ app }: DemoContext, by: number): Promise<void> {
  const policies = app.get(DeductionPoliciesService);
  const codes = ['tanpa-pph21', 'tanpa-bpjs'];
  for (const code of codes) {
    await policies.importFile(join(projectFolder(), 'config', 'deductions', `${code}.yaml`), by);
  }
  const payers = new Set((await app.get(FundingSourcesService).list()).map(({ payer }) => payer));
  const choice = { from: plainDate('2026-01-01'), note: 'Contoh: honor di bawah PTKP, tanpa iuran', by };
  for (const payer of payers) for (const policy of codes) await policies.choose({ payer, policy, ...choice });
}
