import { refusal, type Problem } from '../formats/sheet/problem.js';
import { addDays, formatDate, type PlainDate } from '../shared/plain-date.js';
import type { BidangOpd } from './bidang-opd.js';
import type { OpdRow } from './opd-sheet.js';

/** A recorded OPD, with its number. */
export interface RecordedOpd extends BidangOpd {
  readonly id: number;
}

export interface OpdPlan {
  readonly problems: readonly Problem[];
  readonly created: readonly BidangOpd[];
  /** Open ones that end the day before the next begins. */
  readonly ended: readonly { readonly id: number; readonly to: PlainDate }[];
  readonly unchanged: number;
}

/**
 * Holds a sheet of OPD against those recorded. What is recorded is never changed: another OPD begins on a later day,
 * and ends the open one the day before.
 */
export function planOpdImport(
  rows: readonly OpdRow[],
  recorded: readonly RecordedOpd[],
  regionCodes: ReadonlySet<string>,
): OpdPlan {
  const problems: Problem[] = [];
  const created: BidangOpd[] = [];
  const ended: { id: number; to: PlainDate }[] = [];
  const firstRows = new Map<BidangOpd, OpdRow>();
  let unchanged = 0;
  for (const row of rows) {
    const stated = readRow(row, regionCodes, problems);
    if (stated === undefined) continue;
    const twice = created.find((one) => overlaps(one, stated));
    if (twice !== undefined) {
      problems.push(row.problemAt('from', twiceOf(stated, firstRows.get(twice))));
      continue;
    }
    const others = recorded.filter((one) => overlaps(one, stated));
    if (others.some((one) => isSame(one, stated))) {
      unchanged += 1;
      continue;
    }
    const open = others.find(({ from, to }) => to === null && from < stated.from);
    const inTheWay = others.find((one) => one !== open);
    if (inTheWay !== undefined) problems.push(row.problemAt('from', overlapOf(inTheWay)));
    if (open !== undefined) ended.push({ id: open.id, to: addDays(stated.from, -1) });
    created.push(stated);
    firstRows.set(stated, row);
  }
  return { problems, created, ended, unchanged };
}

const LIMIT_MAX = 365;

function readRow(row: OpdRow, regionCodes: ReadonlySet<string>, problems: Problem[]): BidangOpd | undefined {
  if (row.values === undefined) return undefined;
  const found = problemsOf(row, row.values, regionCodes);
  problems.push(...found);
  const { region, to = null, note = null, ...values } = row.values;
  return found.length === 0 ? { ...values, regionCode: region, to, note } : undefined;
}

function problemsOf(
  row: OpdRow,
  { region, opdCode, limitDays, from, to }: NonNullable<OpdRow['values']>,
  regionCodes: ReadonlySet<string>,
): Problem[] {
  const found: Problem[] = [];
  if (!regionCodes.has(region)) {
    found.push(row.problemAt('region', refusal('bidang.region-unknown', { region })));
  }
  if (!/^[A-Z][A-Z0-9-]*$/.test(opdCode)) {
    found.push(row.problemAt('opdCode', refusal('bidang.opd-code', { opd: opdCode })));
  }
  if (limitDays < 1 || limitDays > LIMIT_MAX) {
    found.push(row.problemAt('limitDays', refusal('bidang.limit-days', { days: limitDays })));
  }
  if (to !== undefined && to < from) {
    const facts = { from: formatDate(from), to: formatDate(to) };
    found.push(row.problemAt('to', refusal('bidang.opd-dates-reversed', facts)));
  }
  return found;
}

function overlaps(one: BidangOpd, other: BidangOpd): boolean {
  return (
    one.bidang === other.bidang &&
    one.regionCode === other.regionCode &&
    one.from <= (other.to ?? '9999') &&
    other.from <= (one.to ?? '9999')
  );
}

/** The end may be known later: an open row in the sheet is the same as one that has ended since. */
function isSame(recorded: BidangOpd, stated: BidangOpd): boolean {
  const fields = ['opdCode', 'opdName', 'limitDays', 'from', 'basis', 'note'] as const;
  return (
    fields.every((field) => recorded[field] === stated[field]) &&
    (stated.to === null || recorded.to === stated.to)
  );
}

function twiceOf({ bidang, regionCode }: BidangOpd, first: OpdRow | undefined) {
  const place = first === undefined ? '?' : `lembar ${first.sheet} baris ${String(first.row)}`;
  return refusal('bidang.opd-twice', { bidang, region: regionCode, first: place });
}

function overlapOf({ bidang, regionCode, opdName, from }: BidangOpd) {
  const facts = { bidang, region: regionCode, opd: opdName, from: formatDate(from) };
  return refusal('bidang.opd-overlaps', facts);
}
