import type { Refusal } from '../formats/sheet/problem.js';
import { refusal } from '../formats/sheet/problem.js';
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

/**
 * What a row of the sheet does. A ceiling or code that is registered otherwise is never overwritten by a sheet:
 * it changes by a budget revision with its own legal basis.
 *
 * @param isRegion whether a Kemendagri code is registered
 */
export function planFundingRow(
  row: FundingRow,
  registered: ReadonlyMap<string, RegisteredSource>,
  isRegion: (code: string) => boolean,
): FundingRowPlan {
  const unknown = isRegion(row.region) ? isUnknownPayer(row) : true;
  if (unknown) return { field: 'payer', refused: refusal('funding.payer-unknown', { payer: row.payer }) };
  if (!/^[A-Z0-9-]+$/.test(row.label)) {
    return { field: 'label', refused: refusal('funding.label-unreadable', { label: row.label }) };
  }
  const before = registered.get(sourceKey(row));
  return before === undefined ? { plan: 'create' } : compare(row, before);
}

/** `13.10.04.2001/DDS/2026`. */
export function sourceKey(source: Pick<RegisteredSource, 'payer' | 'label' | 'fiscalYear'>): string {
  return `${source.payer}/${source.label}/${String(source.fiscalYear)}`;
}

// An OPD has a code of its own, in letters; a nagari pays under its region code.
function isUnknownPayer(row: FundingRow): boolean {
  return row.payer !== row.region && !/^[A-Z][A-Z0-9-]*$/.test(row.payer);
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
