import type { DeductionKind } from './deduction-policy.js';

/** The ledger accounts of one kind of deduction of one paying body. */
export interface WithheldAccounts {
  /** What is owed on, until it is remitted. */
  readonly payable: string;
  /** What a premium costs the body that bears it. */
  readonly expense: string;
}

const names = {
  pph21: { payable: 'TaxPayable:PPh21', expense: 'PPh21' },
  bpjs: { payable: 'BpjsPayable', expense: 'Bpjs' },
} as const satisfies Record<DeductionKind, WithheldAccounts>;

/** Account codes; `payer` is the code of a paying body, `13.10.04.2002` or `DINKES`. */
export function withheldAccounts(kind: DeductionKind, payer: string): WithheldAccounts {
  const { payable, expense } = names[kind];
  const part = payer.replaceAll('.', '-');
  return { payable: `Liabilities:${payable}:${part}`, expense: `Expenses:${expense}:${part}` };
}
