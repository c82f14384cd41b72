import type { INestApplicationContext } from '@nestjs/common';
import { sourceKey } from '../../core/funding/plan-funding-import.js';
import { groupBy } from '../../core/shared/group-by.js';
import { invariant } from '../../core/shared/invariant.js';
import { plainDate } from '../../core/shared/plain-date.js';
import { sumRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import { BudgetProofService } from '../funding-sources/budget-proof.service.js';
import { FundingSourcesService } from '../funding-sources/funding-sources.service.js';
import { ReceiptsService } from '../funding-sources/receipts.service.js';
import type { DemoContext } from './demo-context.js';
import { demoOffice } from './demo-office.js';

/** The cash of the demonstration, when all is paid. */
export interface DemoCash {
  readonly received: Rupiah;
  /** How many times money came in. */
  readonly tranches: number;
  /** Cash received for each budget line, by its key. */
  readonly bySource: ReadonlyMap<string, Rupiah>;
  /** Budget lines that paid more than they received; the demonstration has none. */
  readonly overdrawn: readonly string[];
  /** Whether the nightly proof of the budgets holds. */
  readonly proven: boolean;
}

interface Tranche {
  readonly name: string;
  readonly on: string;
  /** Of the ceiling. */
  readonly percent: bigint;
}

/** When money usually comes: Dana Desa and BOK in two stages, ADN month by month, told here at once. */
const tranchesByLabel: Readonly<Record<string, readonly Tranche[]>> = {
  DDS: [
    { name: 'I', on: '2026-04-20', percent: 60n },
    { name: 'II', on: '2026-09-10', percent: 40n },
  ],
  ADN: [{ name: '01-09', on: '2026-09-15', percent: 75n }],
  BOK: [
    { name: 'I', on: '2026-03-16', percent: 50n },
    { name: 'II', on: '2026-08-14', percent: 50n },
  ],
};

/** Records what each paying body received before it pays, each by its own treasurer. */
export async function receiveTranches(context: DemoContext): Promise<void> {
  const { app } = context;
  const byPayer = groupBy(await app.get(FundingSourcesService).list(), (source) => source.payer);
  await context.progress('Uang masuk', [...byPayer], async ([code, sources]) => {
    const office = { code, name: sources[0].payerName, isNagari: /^\d/.test(code) };
    const { treasurer: by } = await demoOffice(context, office);
    for (const { payer, label, fiscalYear, ceiling } of sources) {
      for (const { name, on, percent } of tranchesOf(label)) {
        const reference = `SP2D ${payer}/${label}/${name}/${String(fiscalYear)}`;
        const amount = (ceiling * percent) / 100n;
        const receipt = { amount, on: plainDate(on), reference, note: null };
        await app.get(ReceiptsService).receive({ payer, label, fiscalYear, ...receipt, by });
      }
    }
  });
}

/** What came in and whether the budgets are proven. */
export async function cashOfDemo(app: INestApplicationContext): Promise<DemoCash> {
  const sources = await app.get(FundingSourcesService).list();
  const { proven } = await app.get(BudgetProofService).prove();
  return {
    received: sumRupiah(sources.map((source) => source.received)),
    tranches: sources.flatMap((source) => tranchesOf(source.label)).length,
    bySource: new Map(sources.map((source) => [sourceKey(source), source.received])),
    overdrawn: sources.filter(({ received, spent }) => spent > received).map(sourceKey),
    proven,
  };
}

function tranchesOf(label: string): readonly Tranche[] {
  const tranches = tranchesByLabel[label];
  invariant(tranches !== undefined, `the demonstration knows how ${label} comes in`);
  return tranches;
}
