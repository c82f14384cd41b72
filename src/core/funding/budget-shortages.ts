import { groupBy } from '../shared/group-by.js';
import { DomainError } from '../shared/domain-error.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';

/** A budget line with what is left of it decided: `ceiling - reserved - spent` is available. */
export interface Budget {
  readonly id: number;
  /** `13.10.04.2001/DDS/2026`. */
  readonly key: string;
  readonly ceiling: Rupiah;
  readonly reserved: Rupiah;
  readonly spent: Rupiah;
}

/** Every budget line that cannot carry the reservations asked of it, each with how much it is short. */
export function budgetShortages(
  reservations: readonly { readonly fundingSourceId: number; readonly amount: Rupiah }[],
  budgets: readonly Budget[],
): DomainError[] {
  const bySource = groupBy(reservations, (reservation) => reservation.fundingSourceId);
  return budgets.flatMap(({ id, key, ceiling, reserved, spent }) => {
    const requested = sumRupiah((bySource.get(id) ?? []).map((reservation) => reservation.amount));
    const available = ceiling - reserved - spent;
    if (requested <= available) return [];
    const facts = { source: key, available, requested, short: requested - available };
    return [new DomainError('conflict', 'funding.budget-exceeded', facts)];
  });
}
