import { groupBy } from '../shared/group-by.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';
import type { DeductionKind } from './deduction-policy.js';

/** As much of a deduction as can differ from what a request was composed of. */
export interface ComparedDeduction {
  readonly kaderId: number;
  readonly kind: DeductionKind;
  readonly month: ServiceMonth | null;
  readonly amount: Rupiah;
  readonly borneBy: string | null;
}

export interface ChangedDeduction {
  readonly kaderId: number;
  /** Of all kinds and bearers together. */
  readonly before: Rupiah;
  readonly after: Rupiah;
}

/** Whose deductions would come out otherwise now; what comes to nothing is as good as none. */
export function changedDeductions(
  stored: readonly ComparedDeduction[],
  worked: readonly ComparedDeduction[],
): ChangedDeduction[] {
  const [before, after] = [takenByKader(stored), takenByKader(worked)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort((one, other) => one - other)
    .flatMap((kaderId) => {
      const [was, is] = [before.get(kaderId) ?? [], after.get(kaderId) ?? []];
      return keysOf(was) === keysOf(is) ? [] : [{ kaderId, before: totalOf(was), after: totalOf(is) }];
    });
}

function takenByKader(
  deductions: readonly ComparedDeduction[],
): ReadonlyMap<number, readonly ComparedDeduction[]> {
  return groupBy(
    deductions.filter(({ amount }) => amount > 0n),
    ({ kaderId }) => kaderId,
  );
}

function keysOf(deductions: readonly ComparedDeduction[]): string {
  const keys = deductions.map(({ kind, month, amount, borneBy }) =>
    [kind, month ?? '', amount.toString(), borneBy ?? ''].join('/'),
  );
  return keys.sort().join(' ');
}

function totalOf(deductions: readonly ComparedDeduction[]): Rupiah {
  return sumRupiah(deductions.map(({ amount }) => amount));
}
