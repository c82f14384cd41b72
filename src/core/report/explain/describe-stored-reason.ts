import { formatDate, parsePlainDate } from '../../shared/plain-date.js';
import { formatRupiah, type Rupiah } from '../../shared/rupiah.js';

/** A step as it is stored beside an amount: whatever the engine of that day wrote. */
export interface StoredReason {
  readonly step: string;
  readonly [fact: string]: unknown;
}

/** A step in words, with the amount it comes to; null where it comes to none. */
export interface ExplainedStep {
  readonly text: string;
  readonly amount: Rupiah | null;
}

type Wording = (fact: (name: string) => string, reason: StoredReason) => string;

const wordings: Readonly<Record<string, Wording>> = {
  policy: (fact) => `Kebijakan ${fact('policy')} versi ${fact('version')}, dasar hukum ${fact('legalBasis')}`,
  appointment: (fact) => `Aktif menurut SK ${fact('sk')}, ${fact('from')} s.d. ${fact('to')}`,
  'flat-monthly': () => 'Tarif sebulan, sama untuk semua kader',
  'by-role': (fact) => `Tarif sebulan untuk jabatan ${fact('role')}`,
  'per-activity': (fact, { counted, verified, countMax }) => {
    const limit =
      counted === verified ? '' : `, dihitung ${String(counted)} (paling banyak ${String(countMax)})`;
    return `${fact('verified')} kegiatan terverifikasi${limit} x ${money(fact('rate'))}`;
  },
  'prorated-by-days': (fact) => `Bulan tidak penuh: ${fact('days')} dari ${fact('ofDays')} hari`,
  funded: (fact) => `Dibebankan pada ${fact('source')}`,
};

/**
 * A stored step in Bahasa Indonesia. A step that this version does not know yet is told with all its facts: an
 * amount is never shown without where it came from.
 */
export function describeStoredReason(reason: StoredReason): ExplainedStep {
  const fact = (name: string): string => shown(reason[name]);
  const text = wordings[reason.step]?.(fact, reason) ?? everyFactOf(reason);
  return { text, amount: amountOf(reason) };
}

function everyFactOf({ step, ...facts }: StoredReason): string {
  const told = Object.entries(facts)
    .filter(([name]) => name !== 'amount')
    .map(([name, value]) => `${name} ${shown(value)}`);
  return [step, ...told].join(', ');
}

/** JSON keeps money as a whole number. */
function amountOf({ amount }: StoredReason): Rupiah | null {
  return typeof amount === 'number' && Number.isSafeInteger(amount) ? BigInt(amount) : null;
}

function money(text: string): string {
  return /^\d+$/.test(text) ? formatRupiah(BigInt(text)) : text;
}

function shown(value: unknown): string {
  if (value === undefined) return '-';
  const date = typeof value === 'string' ? parsePlainDate(value) : undefined;
  if (date !== undefined) return formatDate(date);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
