import { sumRupiah, type Rupiah } from '../../shared/rupiah.js';
import { isUnreserved, type BudgetCover } from './budget-cover.js';
import type { UnpaidShare } from './unpaid-shares.js';

/** What is owed, by how near its payment is; together they are all that is owed, and nothing twice. */
export interface OwedParts {
  /** In a submitted request, its money reserved or already on the way. */
  readonly inRequest: Rupiah;
  /** In no submitted request; the ceiling of its line reaches it. */
  readonly funded: Rupiah;
  /** Accrued, and no ceiling reaches it. */
  readonly unfunded: Rupiah;
  /** Of a fiscal year that is closed, and in no submitted request. */
  readonly priorYear: Rupiah;
}

/** How people call each part. */
export const owedPartNames = {
  inRequest: 'dalam proses SPP',
  funded: 'terutang, dana tersedia',
  unfunded: 'terutang, belum ada dana',
  priorYear: 'utang tahun lalu',
} as const satisfies Record<keyof OwedParts, string>;

export const owedPartKeys = [
  'inRequest',
  'funded',
  'unfunded',
  'priorYear',
] as const satisfies readonly (keyof OwedParts)[];

const nothing: OwedParts = { inRequest: 0n, funded: 0n, unfunded: 0n, priorYear: 0n };

/** The parts of one share; the part that the ceiling does not reach may be less than the whole. */
export function owedPartsOf(share: UnpaidShare, cover: BudgetCover): OwedParts {
  const { amount } = share;
  if (amount <= 0n) return nothing;
  if (!isUnreserved(share)) return { ...nothing, inRequest: amount };
  if (cover.isClosed) return { ...nothing, priorYear: amount };
  const unfunded = cover.missing.get(share) ?? 0n;
  return { ...nothing, funded: amount - unfunded, unfunded };
}

/** The parts of many, each added up. */
export function sumOfParts(all: readonly OwedParts[]): OwedParts {
  const sumOf = (key: keyof OwedParts): Rupiah => sumRupiah(all.map((parts) => parts[key]));
  return {
    inRequest: sumOf('inRequest'),
    funded: sumOf('funded'),
    unfunded: sumOf('unfunded'),
    priorYear: sumOf('priorYear'),
  };
}
