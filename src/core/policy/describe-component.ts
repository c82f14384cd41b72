import { formatSource, type FundingRule } from '../funding/funding-rule.js';
import { formatRupiah, type Rupiah } from '../shared/rupiah.js';
import type { FlatMonthlyComponent, HonorComponent } from './honor-policy.js';

/** A component as it was understood, in words that its writer can hold against the decree. */
export interface DescribedComponent {
  readonly code: string;
  readonly name: string;
  /** "Rp75.000 sebulan". */
  readonly pay: string;
  /** The amounts behind the words, in rupiah: by role, else under `setiap kader` or `setiap kegiatan`. */
  readonly amounts: Readonly<Record<string, Rupiah>>;
  /** How a month served in part is paid; null for a component that has no such month. */
  readonly proration: string | null;
  /** "nagari/DDS 60%, DINKES/BOK 40%". */
  readonly funding: string;
}

export function describeComponent(component: HonorComponent): DescribedComponent {
  const { code, name } = component;
  const funding = describeFunding(component.funding);
  const proration = component.kind === 'per-activity' ? null : prorationWords[component.proration];
  return { code, name, ...describePay(component), proration, funding };
}

/** One line: "Honor bulanan: Rp75.000 sebulan; bulan tidak penuh: ...; dana: ...". */
export function componentLine({ name, pay, proration, funding }: DescribedComponent): string {
  const partial = proration === null ? [] : [`bulan tidak penuh: ${proration}`];
  return `${name}: ${[pay, ...partial, `dana: ${funding}`].join('; ')}`;
}

const prorationWords = {
  'full-month': 'dibayar penuh',
  'active-on-first': 'penuh bila aktif tanggal 1, selain itu tidak dibayar',
  'by-days': 'menurut hari aktif',
} as const satisfies Record<FlatMonthlyComponent['proration'], string>;

function describePay(component: HonorComponent): Pick<DescribedComponent, 'pay' | 'amounts'> {
  switch (component.kind) {
    case 'flat-monthly':
      return {
        pay: `${formatRupiah(component.amount)} sebulan`,
        amounts: { 'setiap kader': component.amount },
      };
    case 'by-role': {
      const each = [...component.amounts].map(([role, amount]) => `${role} ${formatRupiah(amount)}`);
      return { pay: `${each.join(', ')} sebulan`, amounts: Object.fromEntries(component.amounts) };
    }
    case 'per-activity': {
      const { rate, activityKinds, activityCountMax } = component;
      const limit = `paling banyak ${String(activityCountMax)} sebulan`;
      return {
        pay: `${formatRupiah(rate)} tiap ${activityKinds.join(' atau ')}, ${limit}`,
        amounts: { 'setiap kegiatan': rate },
      };
    }
  }
}

function describeFunding(rule: FundingRule): string {
  if (rule.kind === 'percentage') {
    return rule.parts.map((part) => `${formatSource(part.source)} ${part.percent.toString()}%`).join(', ');
  }
  const steps = rule.steps.map(({ source, amountMax }) =>
    amountMax === null ? formatSource(source) : `${formatSource(source)} sampai ${formatRupiah(amountMax)}`,
  );
  return steps.join(', selebihnya ');
}
