import type {
  InstalmentUnderControl,
  LineUnderControl,
  OverpaymentUnderControl,
  RequestUnderControl,
} from '../../src/core/control/request-under-control.js';
import { serviceMonth } from '../../src/core/shared/service-month.js';

type Row = Readonly<Record<string, string>>;

/** What a case says of overpayments that are not given back yet. */
export interface OverpaymentCircumstances {
  readonly 'kelebihan bayar'?: readonly Row[];
  readonly cicilan?: readonly Row[];
  /** The budget line of everything that is paid. */
  readonly 'dibayar dari'?: string;
}

const plans: Readonly<Record<string, OverpaymentUnderControl['plan']>> = {
  'belum ada': 'none',
  'menunggu orang kedua': 'proposed',
  disahkan: 'confirmed',
};

/** The cases, their instalments, and what the request pays on which budget line. */
export function overpaymentsOfCase(
  said: OverpaymentCircumstances,
  lines: readonly LineUnderControl[],
  idOf: (row: Row) => number,
): Pick<RequestUnderControl, 'overpayments' | 'instalments' | 'shares'> {
  const { 'kelebihan bayar': cases = [], cicilan = [], 'dibayar dari': paidFrom = 'DDS' } = said;
  const overpayments = cases.map((row, index) => caseOf(row, index, idOf));
  const labels = [...new Set([paidFrom, ...cicilan.map(({ sumber = paidFrom }) => sumber)])];
  const instalments = cicilan.flatMap((row, index) => {
    const own = overpayments.find(({ number }) => number === row.kasus);
    const sourceId = labels.indexOf(row.sumber ?? paidFrom);
    return own === undefined
      ? []
      : [instalmentOf(row, index, own, { sourceId, label: labels[sourceId] ?? '' })];
  });
  const shares = lines.map(({ kaderId, month, component, amount }, entitlementId) => ({
    ...{ entitlementId, kaderId, component, amount },
    serviceMonth: month,
    sourceId: labels.indexOf(paidFrom),
  }));
  return { overpayments, instalments, shares };
}

function caseOf(row: Row, index: number, idOf: (row: Row) => number): OverpaymentUnderControl {
  const plan = plans[row.rencana ?? ''];
  if (plan === undefined)
    throw new Error(`rencana "${row.rencana ?? ''}" is none of ${Object.keys(plans).join(', ')}`);
  return {
    overpaymentId: index + 1,
    number: row.kasus ?? '',
    kaderId: idOf(row),
    amount: BigInt(row.sisa ?? ''),
    plan,
    isTakenHere: row['dipotong di SPP ini'] === 'ya',
  };
}

function instalmentOf(
  row: Row,
  index: number,
  { overpaymentId, kaderId }: OverpaymentUnderControl,
  { sourceId, label }: { readonly sourceId: number; readonly label: string },
): InstalmentUnderControl {
  return {
    entitlementId: 500 + index,
    overpaymentId,
    kaderId,
    sourceId,
    source: `13.10.04.2001/${label}/2026`,
    serviceMonth: serviceMonth('2026-06'),
    component: 'honor-bulanan',
    amount: -BigInt(row.jumlah ?? ''),
    instalment: Number(row.ke),
    due: serviceMonth(row['jatuh tempo'] ?? ''),
    mode: row.cara === 'tunai' ? 'cash' : 'set-off',
  };
}
