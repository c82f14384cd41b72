import { formatSource, type FundingRule } from '../funding/funding-rule.js';
import type { Rounding } from '../shared/rounding.js';
import { formatRupiah } from '../shared/rupiah.js';
import { describePay, type DescribedPay } from './describe-pay.js';
import type { HonorComponent, Proration, LumpComponent } from './honor-component.js';

/** A component as it was understood, in words that its writer can hold against the decree. */
export interface DescribedComponent extends DescribedPay {
  readonly code: string;
  readonly name: string;
  /** How a month or year served in part is paid; null for a component where that makes no difference. */
  readonly proration: string | null;
  /** How a fraction of a rupiah is rounded; null where none can arise. */
  readonly rounding: string | null;
  /** "nagari/DDS 60%, DINKES/BOK 40%". */
  readonly funding: string;
}

export function describeComponent(component: HonorComponent): DescribedComponent {
  const { code, name } = component;
  return {
    code,
    name,
    ...describePay(component),
    proration: prorationOf(component),
    rounding: 'rounding' in component ? roundingWords[component.rounding] : null,
    funding: describeFunding(component.funding),
  };
}

/** One line: "Honor bulanan: Rp75.000 sebulan; bulan tidak penuh: ...; dana: ...". */
export function componentLine({ name, pay, proration, rounding, funding }: DescribedComponent): string {
  const optional = [proration, rounding === null ? null : `pembulatan: ${rounding}`];
  return `${name}: ${[pay, ...optional.filter((part) => part !== null), `dana: ${funding}`].join('; ')}`;
}

/** How a fraction of a rupiah is rounded. */
export const roundingWords = {
  down: 'ke bawah',
  'half-up': 'ke rupiah terdekat, setengah ke atas',
  'half-even': 'ke rupiah terdekat, setengah ke genap',
} as const satisfies Record<Rounding, string>;

const prorationWords = {
  'full-month': 'dibayar penuh',
  'active-on-first': 'penuh bila aktif tanggal 1, selain itu tidak dibayar',
  'from-next-month': 'penuh, tetapi bulan mulai bertugas belum dibayar',
  'by-days': 'menurut hari aktif',
} as const satisfies Record<Extract<Proration, string>, string>;

const lumpProrationWords = {
  full: 'dibayar penuh',
  'months-served': 'menurut jumlah bulan bertugas',
} as const satisfies Record<LumpComponent['proration'], string>;

function prorationOf(component: HonorComponent): string | null {
  const words = describeProration(component);
  if (words === null) return null;
  return `${'paidIn' in component ? 'masa' : 'bulan'} tidak penuh: ${words}`;
}

/** How a month or period served in part is paid; null where that makes no difference. */
export function describeProration(component: HonorComponent): string | null {
  if ('paidIn' in component) return lumpProrationWords[component.proration];
  if (!('proration' in component)) return null;
  const { proration } = component;
  return typeof proration === 'string' ? prorationWords[proration] : halfMonthWords(proration.fullFromDays);
}

function halfMonthWords(days: number): string {
  return `penuh sejak ${String(days)} hari aktif, kurang dari itu setengah`;
}

/** How an amount is put on budget lines. */
export function describeFunding(rule: FundingRule): string {
  if (rule.kind === 'percentage') {
    return rule.parts.map((part) => `${formatSource(part.source)} ${part.percent.toString()}%`).join(', ');
  }
  const steps = rule.steps.map(({ source, amountMax }) =>
    amountMax === null ? formatSource(source) : `${formatSource(source)} sampai ${formatRupiah(amountMax)}`,
  );
  return steps.join(', selebihnya ');
}
