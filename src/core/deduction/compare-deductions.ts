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
  const kaderIds = new Set([...stored, ...worked].map(({ kaderId }) => kaderId));
  return [...kaderIds]
    .sort((one, other) => one - other)
    .flatMap((kaderId) => {
      const [before, after] = [ofKader(stored, kaderId), ofKader(worked, kaderId)];
      if (keysOf(before) === keysOf(after)) return [];
      return [{ kaderId, before: totalOf(before), after: totalOf(after) }];
    });
}

function ofKader(deductions: readonly ComparedDeduction[], kaderId: number): ComparedDeduction[] {
  return deductions.filter((one) => one.kaderId === kaderId && one.amount > 0n);
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
