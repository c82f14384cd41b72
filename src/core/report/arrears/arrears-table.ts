import { monthsPhrase } from '../../formats/months-phrase.js';
import { groupBy } from '../../shared/group-by.js';
import { formatDate } from '../../shared/plain-date.js';
import { formatRupiah, sumRupiah } from '../../shared/rupiah.js';
import type { ReportTable } from '../report-table.js';
import { owedPartKeys, owedPartNames } from '../owed/owed-parts.js';
import { ageClasses } from './age-class.js';
import type { ArrearsGroup, ArrearsGrouping } from './arrears-by.js';
import type { Arrears } from './arrears.js';

const groupingWords = {
  kader: 'kader',
  nagari: 'nagari',
  payer: 'pembayar',
  source: 'sumber dana',
} as const satisfies Record<ArrearsGrouping, string>;

/** More than so many nagari are counted instead of named. */
const NAGARI_NAMED_MAX = 4;

/** Reasons as few words as a column holds. */
const reasonWords: Readonly<Record<string, string>> = {
  'report.held-returned': 'diretur bank',
  'report.held-no-account': 'tanpa rekening',
  'report.held-account-pending': 'rekening belum dikonfirmasi',
  'report.held-deceased': 'meninggal, tanpa ahli waris',
  'report.held-heir-unconfirmed': 'ahli waris belum dikonfirmasi',
  'report.held-heir-death-differs': 'tanggal meninggal berbeda',
  'report.held-waits': 'SPP berjalan',
  'report.held-budget-short': 'belum ada dana',
  'report.held-not-requested': 'belum masuk SPP',
  'report.held-prior-year': 'utang tahun lalu',
  'report.held-paid-later': 'dibayar sesudahnya',
};

/** Arrears as a table, a row a group. */
export function arrearsTable(
  arrears: Arrears,
  groups: readonly ArrearsGroup[],
  grouping: ArrearsGrouping,
): ReportTable {
  const ages = ageClasses.map(({ code }) => code);
  return {
    title: 'Tunggakan Honor',
    subtitle: `menurut ${groupingWords[grouping]}, keadaan ${formatDate(arrears.asOf)}`,
    facts: [],
    columns: columnsOf(ages),
    rows: groups.map((group) => [
      group.key,
      group.name,
      group.kader,
      group.since,
      ...ages.map((code) => group.ages[code] ?? 0n),
      group.owed,
      ...owedPartKeys.map((key) => group.parts[key]),
      group.overpaid,
      group.reasons
        .map(({ code, amount }) => `${reasonWords[code] ?? code} ${formatRupiah(amount)}`)
        .join(', '),
    ]),
    totals: [
      'Jumlah',
      '',
      new Set(arrears.rows.map(({ kader }) => kader)).size,
      '',
      ...ages.map((code) => sumRupiah(groups.map((group) => group.ages[code] ?? 0n))),
      arrears.owed,
      ...owedPartKeys.map((key) => sumRupiah(groups.map((group) => group.parts[key]))),
      arrears.overpaid,
      '',
    ],
    remarks: [
      ...(groups.length === 0 ? ['Tidak ada honor terhitung yang belum dibayar.'] : []),
      ...notCalculatedRemarks(arrears),
      ledgerRemark(arrears),
    ],
  };
}

function columnsOf(ages: readonly string[]): ReportTable['columns'] {
  return [
    { title: 'Kode', width: 24 },
    { title: 'Nama', width: 30 },
    { title: 'Kader', width: 7 },
    { title: 'Sejak', width: 12 },
    ...ages.map((code) => ({ title: `${code} hari`, width: 15 })),
    { title: 'Jumlah', width: 16 },
    ...owedPartKeys.map((key) => ({ title: capitalized(owedPartNames[key]), width: 15 })),
    { title: 'Lebih bayar', width: 14 },
    { title: 'Sebab', width: 36 },
  ];
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Nagari that lack the same months are told together. */
function notCalculatedRemarks({ notCalculated }: Arrears): string[] {
  const lacking = [...groupBy(notCalculated, ({ nagariCode }) => nagariCode).values()].map((ofNagari) => ({
    name: `${ofNagari[0].nagariName} (${ofNagari[0].nagariCode})`,
    months: monthsPhrase(ofNagari.map(({ month }) => month)),
    count: ofNagari.reduce((sum, { kader }) => sum + kader, 0),
  }));
  return [...groupBy(lacking, ({ months }) => months)].map(([months, nagari]) => {
    const count = nagari.reduce((sum, one) => sum + one.count, 0);
    const where =
      nagari.length <= NAGARI_NAMED_MAX
        ? nagari.map(({ name }) => name).join(', ')
        : `${String(nagari.length)} nagari`;
    return `Belum dihitung, jadi belum ada nilainya: ${months} di ${where}, ${String(count)} bulan-kader.`;
  });
}

function ledgerRemark({ ledger: { payable, differences }, owed, overpaid }: Arrears): string {
  if (differences.length === 0) {
    return `Cocok dengan buku besar: utang honor ${formatRupiah(payable)} = ${formatRupiah(owed)} tunggakan - ${formatRupiah(overpaid)} lebih bayar.`;
  }
  const each = differences.map(
    ({ source, rows, ledger }) =>
      `${source}: laporan ${formatRupiah(rows)}, buku besar ${formatRupiah(ledger)}`,
  );
  return `TIDAK COCOK dengan buku besar. ${each.join('; ')}. Jalankan honor ledger verify.`;
}
