import type { Refusal } from '../formats/sheet/problem.js';
import { refusal } from '../formats/sheet/problem.js';
import { regionLevel } from '../region/region.js';
import { formatRupiah } from '../shared/rupiah.js';
import type { FundingRow } from './funding-sheet.js';

/** A budget line as it is registered. */
export interface RegisteredSource {
  readonly payer: string;
  readonly label: string;
  readonly fiscalYear: number;
  readonly activityCode: string;
  readonly accountCode: string;
  readonly ceiling: bigint;
}

export type FundingRowPlan =
  { readonly plan: 'create' | 'unchanged' } | { readonly refused: Refusal; readonly field: keyof FundingRow };

/** What a row is compared with. */
export interface KnownFunding {
  readonly sources: ReadonlyMap<string, RegisteredSource>;
  /** By code: registered, or named by an earlier row of the file. */
  readonly payerNames: ReadonlyMap<string, string>;
  /** Whether a Kemendagri code is registered. */
  isRegion(code: string): boolean;
}

/**
 * What a row of the sheet does. A ceiling or code that is registered otherwise is never overwritten by a sheet:
 * it changes by a budget revision with its own legal basis.
 */
export function planFundingRow(row: FundingRow, known: KnownFunding): FundingRowPlan {
  const problem = payerProblem(row, known) ?? lineProblem(row);
  if (problem !== undefined) return problem;
  const before = known.sources.get(sourceKey(row));
  return before === undefined ? { plan: 'create' } : compare(row, before);
}

/** `13.10.04.2001/DDS/2026`. */
export function sourceKey(source: Pick<RegisteredSource, 'payer' | 'label' | 'fiscalYear'>): string {
  return `${source.payer}/${source.label}/${String(source.fiscalYear)}`;
}

type Problem = Extract<FundingRowPlan, { readonly refused: Refusal }>;

function payerProblem({ payer, payerName, region }: FundingRow, known: KnownFunding): Problem | undefined {
  if (!known.isRegion(region))
    return { field: 'region', refused: refusal('funding.region-unknown', { region }) };
  // An OPD has a code of its own, in letters; a nagari pays under its region code.
  const isPayer = payer === region ? regionLevel(region) === 'nagari' : /^[A-Z][A-Z0-9-]*$/.test(payer);
  if (!isPayer) return { field: 'payer', refused: refusal('funding.payer-unknown', { payer }) };
  const before = known.payerNames.get(payer);
  if (before === undefined || comparable(before) === comparable(payerName)) return undefined;
  const facts = { payer, before, after: payerName };
  return { field: 'payerName', refused: refusal('funding.payer-name-differs', facts) };
}

/** As the database takes them. */
const fiscalYears = { first: 2000, last: 2200 } as const;

function lineProblem({ label, fiscalYear }: FundingRow): Problem | undefined {
  if (!/^[A-Z0-9-]+$/.test(label)) {
    return { field: 'label', refused: refusal('funding.label-unreadable', { label }) };
  }
  if (fiscalYear >= fiscalYears.first && fiscalYear <= fiscalYears.last) return undefined;
  const facts = { year: fiscalYear, ...fiscalYears };
  return { field: 'fiscalYear', refused: refusal('funding.year-out-of-range', facts) };
}

function comparable(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toUpperCase();
}

function compare(row: FundingRow, before: RegisteredSource): FundingRowPlan {
  const differing = (['ceiling', 'activityCode', 'accountCode'] as const).find(
    (field) => row[field] !== before[field],
  );
  if (differing === undefined) return { plan: 'unchanged' };
  const facts = {
    source: sourceKey(row),
    field: fieldNames[differing],
    before: show(before[differing]),
    after: show(row[differing]),
  };
  return { field: differing, refused: refusal('funding.source-exists-differently', facts) };
}

const fieldNames = { ceiling: 'pagu', activityCode: 'kode kegiatan', accountCode: 'kode rekening' } as const;

function show(value: string | bigint): string {
  return typeof value === 'bigint' ? formatRupiah(value) : value;
}
