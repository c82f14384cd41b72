import { monthName } from '../shared/plain-date.js';
import { formatRupiah, type Rupiah } from '../shared/rupiah.js';
import type {
  AttendanceComponent,
  ByActivityKindComponent,
  ByBidangComponent,
  ByTierComponent,
  HonorComponent,
} from './honor-component.js';

/** What a component pays. */
export interface DescribedPay {
  /** "Rp75.000 sebulan". */
  readonly pay: string;
  /** The amounts behind the words, in rupiah: by role, tier and the like, else under `setiap kader` and the like. */
  readonly amounts: Readonly<Record<string, Rupiah>>;
}

/** What a component pays, in words and as amounts. */
export function describePay(component: HonorComponent): DescribedPay {
  if ('activityKinds' in component || 'rates' in component) return activityPay(component);
  switch (component.kind) {
    case 'flat-monthly':
      return forEach('setiap kader', component.amount, `${formatRupiah(component.amount)} sebulan`);
    case 'by-role':
      return byName(component.amounts, '');
    case 'by-tier':
      return byTier(component);
    case 'by-bidang':
      return byBidang(component);
    case 'top-up': {
      const pay = `tambahan di atas ${component.of} sampai ${formatRupiah(component.total)} sebulan`;
      return forEach('jumlah dengan honor dasar', component.total, pay);
    }
    case 'lump': {
      const pay = `${formatRupiah(component.amount)} sekaligus, dibayar untuk ${monthsOf(component.paidIn)}`;
      return forEach('setiap kader', component.amount, pay);
    }
    case 'thirteenth-month': {
      const pay = `bulan ke-13 sebesar ${component.of} sebulan, dibayar untuk ${monthsOf(component.paidIn)}`;
      return { pay, amounts: {} };
    }
  }
}

function monthsOf(paidIn: readonly number[]): string {
  return paidIn.map(monthName).join(', ');
}

type ActivityPay = Extract<
  HonorComponent,
  { kind: 'per-activity' | 'by-activity-kind' | 'transport' | 'attendance-threshold' }
>;

function activityPay(component: ActivityPay): DescribedPay {
  switch (component.kind) {
    case 'per-activity': {
      const { rate, activityKinds, activityCountMax } = component;
      const limit = `paling banyak ${String(activityCountMax)} sebulan`;
      const pay = `${formatRupiah(rate)} tiap ${activityKinds.join(' atau ')}, ${limit}`;
      return forEach('setiap kegiatan', rate, pay);
    }
    case 'transport': {
      const { rate, activityKinds, eventCountMax } = component;
      const limit = `paling banyak ${String(eventCountMax)} sebulan`;
      const pay = `transport ${formatRupiah(rate)} tiap hadir di ${activityKinds.join(' atau ')}, ${limit}`;
      return forEach('setiap kehadiran', rate, pay);
    }
    case 'by-activity-kind':
      return byActivityKind(component);
    case 'attendance-threshold':
      return byAttendance(component);
  }
}

function forEach(what: string, amount: Rupiah, pay: string): DescribedPay {
  return { pay, amounts: { [what]: amount } };
}

function byName(amounts: ReadonlyMap<string, Rupiah>, after: string): DescribedPay {
  const each = [...amounts].map(([name, amount]) => `${name} ${formatRupiah(amount)}`);
  return { pay: `${each.join(', ')} sebulan${after}`, amounts: Object.fromEntries(amounts) };
}

function byTier({ amounts, withoutTier }: ByTierComponent): DescribedPay {
  const none = 'tanpa tingkatan';
  return withoutTier === null
    ? byName(amounts, `; ${none} belum dibayar`)
    : byName(new Map([...amounts, [none, withoutTier]]), '');
}

function byBidang({ amounts, unpaid }: ByBidangComponent): DescribedPay {
  return byName(amounts, unpaid.length === 0 ? '' : `; belum dibayar: ${unpaid.join(', ')}`);
}

function byActivityKind({ rates, amountMax }: ByActivityKindComponent): DescribedPay {
  const each = [...rates].map(
    ([kind, { rate, countMax }]) =>
      `${formatRupiah(rate)} tiap ${kind} (paling banyak ${String(countMax)} sebulan)`,
  );
  const limit = amountMax === null ? '' : `, seluruhnya paling banyak ${formatRupiah(amountMax)} sebulan`;
  const amounts = Object.fromEntries([...rates].map(([kind, { rate }]) => [kind, rate]));
  return { pay: `${each.join(', ')}${limit}`, amounts };
}

function byAttendance({ amount, activityKinds, threshold, below }: AttendanceComponent): DescribedPay {
  const kinds = activityKinds.join(' dan ');
  const needed =
    'percent' in threshold
      ? `${String(threshold.percent)}% ${kinds} di posyandunya`
      : `${String(threshold.count)} ${kinds}`;
  const otherwise = below === 'none' ? 'tidak dibayar' : 'sebanding dengan kehadirannya';
  const pay = `${formatRupiah(amount)} sebulan bila hadir sedikitnya ${needed}; kurang dari itu ${otherwise}`;
  return forEach('setiap kader', amount, pay);
}
