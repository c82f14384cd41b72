import type { PrintRow, PrintStyle } from '../print-sheet.js';
import { monthsPhrase } from '../months-phrase.js';
import { LAST_COLUMN, recipientsColumns } from './columns.js';
import type { RecipientsList } from './recipients-list.js';

const LABEL_COLUMN = 2;
const VALUE_COLUMN = 3;

/** Everything above the first recipient; the last two rows are the ones each printed page repeats. */
export function headingRows(list: RecipientsList): PrintRow[] {
  return [
    ...letterhead(list),
    across('DAFTAR PENERIMAAN HONOR KADER POSYANDU', 'title', 20),
    across(periodOf(list), 'subtitle', 17),
    across('', 'subtitle', 6),
    ...references(list),
    across('', 'subtitle', 6),
    { cells: recipientsColumns.map(({ title }, index) => cell(index + 1, title, 'header')), height: 32 },
    {
      cells: recipientsColumns.map((_, index) => cell(index + 1, String(index + 1), 'column-number')),
      height: 13,
    },
  ];
}

function letterhead({ offices, address }: RecipientsList): PrintRow[] {
  const [payer = '', ...above] = offices.map((office) => office.toUpperCase()).reverse();
  return [
    ...above.reverse().map((office) => across(office, 'letterhead', 18)),
    across(payer, 'letterhead-village', 22),
    ...(address === undefined ? [] : [across(address, 'letterhead-address', 14)]),
    across('', 'rule', 4),
    across('', 'subtitle', 8),
  ];
}

function references(list: RecipientsList): PrintRow[] {
  const lines = [
    ['Nomor SPP', list.requestNumber],
    ['Kegiatan', list.activityCode],
    ['Kode rekening', list.accountCode],
    ['Sumber dana', list.fundingSources.join('; ')],
  ] as const;
  return lines.map(([label, value]) => ({
    cells: [
      { ...cell(1, label, 'label'), span: LABEL_COLUMN },
      { ...cell(VALUE_COLUMN, `: ${value}`, 'value'), span: LAST_COLUMN - LABEL_COLUMN },
    ],
    height: 15,
  }));
}

function periodOf({ months }: RecipientsList): string {
  const years = [...new Set(months.map((month) => month.slice(0, 4)))].sort();
  return `Bulan ${monthsPhrase(months)} - Tahun Anggaran ${years.join(' dan ')}`;
}

function across(value: string, style: PrintStyle, height: number): PrintRow {
  return { cells: [{ ...cell(1, value, style), span: LAST_COLUMN }], height };
}

function cell(column: number, value: string, style: PrintStyle) {
  return { column, value, style };
}
