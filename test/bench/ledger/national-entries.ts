import type { JournalEntry } from '../../../src/core/ledger/journal.js';

/** The two accounts of one budget line. */
export interface BudgetLine {
  readonly expense: number;
  readonly payable: number;
}

const ENTRIES_A_REGION = 20.27;
const HONOR = 75_000n;
const TOP_UP = 50_000n;

/**
 * A month of honor for a whole country: one kader an entry, 20 a region, two lines each, and one in ten on two
 * budget lines. The same `count` gives the same entries.
 */
export function* nationalEntries(count: number, budgetLines: readonly BudgetLine[]): Generator<JournalEntry> {
  const random = seeded(20_260_731);
  for (let index = 0; index < count; index += 1) {
    const first = budgetLines[random(budgetLines.length)];
    const second = index % 10 === 9 ? budgetLines[random(budgetLines.length)] : undefined;
    const lines = [...linesOn(first, HONOR), ...linesOn(second, TOP_UP)];
    const regionCode = regionOf(Math.floor(index / ENTRIES_A_REGION));
    yield { partyId: index + 1, regionCode, lines, memo: 'Honor kader Juli 2026' };
  }
}

function linesOn(budgetLine: BudgetLine | undefined, amount: bigint): JournalEntry['lines'] {
  if (budgetLine === undefined) return [];
  return [
    { accountId: budgetLine.expense, amount },
    { accountId: budgetLine.payable, amount: -amount },
  ];
}

/** The code of the village of this number: 15 a kecamatan, 14 kecamatan a kabupaten, 15 kabupaten a province. */
function regionOf(number: number): string {
  const [kecamatan, kabupaten] = [Math.floor(number / 15), Math.floor(number / 210)];
  const parts = [11 + Math.floor(number / 3_150), 1 + (kabupaten % 15), 1 + (kecamatan % 14)];
  return `${parts.map((part) => String(part).padStart(2, '0')).join('.')}.${String(2001 + (number % 15))}`;
}

/** Whole numbers below `limit`, the same each time. */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % limit;
  };
}
