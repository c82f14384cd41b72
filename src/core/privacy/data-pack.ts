import { cellPieces } from '../formats/cell-pieces.js';
import type { PrintRow, PrintSheet } from '../formats/print-sheet.js';
import { formatRupiah } from '../shared/rupiah.js';

export type PackValue = string | number | bigint | boolean | null;

/** A part of the pack: rows of named values, in the order of their columns. */
export interface PackPart {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly Readonly<Record<string, PackValue>>[];
}

/** Everything that is kept of one person, as it is handed to her. */
export interface DataPack {
  readonly kader: { readonly number: number; readonly name: string };
  /** ISO 8601. */
  readonly madeAt: string;
  readonly reason: string;
  readonly parts: readonly PackPart[];
}

const NAMES = 28;
const VALUES = 110;
const LINE = 14;
/** Words are not cut at the end of a line, so that a line holds a little less than it is wide. */
const CHARACTERS = 100;
const LINES_MAX = 28;
const NOTICE =
  'Salinan data pribadi menurut UU 27/2022. Berisi nomor utuh: serahkan hanya kepada orangnya sendiri, atau ahli warisnya.';

/** The pack for people: each part under its title, each row as a list of what it says. */
export function dataPackSheet(pack: DataPack): PrintSheet {
  const top = [
    across(`SALINAN DATA PRIBADI: ${pack.kader.name}`, 'title', 22),
    across(`nomor kader ${String(pack.kader.number)}, dibuat ${pack.madeAt}`, 'subtitle', 17),
    ...cellPieces(`Alasan: ${pack.reason}`, CHARACTERS, LINES_MAX).map(({ text, lines }) =>
      across(text, 'value', lines * LINE + 1),
    ),
    across(NOTICE, 'value', 15),
  ];
  return {
    name: 'Data pribadi',
    widths: [NAMES, VALUES],
    rows: [...top, ...pack.parts.flatMap(partRows)],
    repeatedRows: [1, 1],
    footer: { left: 'Salinan data pribadi', right: pack.kader.name },
  };
}

function partRows({ title, rows }: PackPart): PrintRow[] {
  const count = rows.length === 0 ? 'tidak ada' : `${String(rows.length)} catatan`;
  return [
    across('', 'subtitle', 8),
    {
      cells: [
        { column: 1, value: title, style: 'header' },
        { column: 2, value: count, style: 'header' },
      ],
      height: 18,
    },
    ...rows.flatMap((row, index) => [...(index === 0 ? [] : [across('', 'subtitle', 5)]), ...valueRows(row)]),
  ];
}

function valueRows(row: PackPart['rows'][number]): PrintRow[] {
  return Object.entries(row).flatMap(([name, value]): PrintRow[] => {
    if (value === null || value === '') return [];
    return cellPieces(wordsOf(value), CHARACTERS, LINES_MAX).map(({ text, lines }, index) => ({
      cells: [
        { column: 1, value: index === 0 ? name : `${name} (lanjutan)`, style: 'text' },
        { column: 2, value: text, style: 'text' },
      ],
      height: lines * LINE + 2,
    }));
  });
}

function wordsOf(value: Exclude<PackValue, null>): string {
  if (typeof value === 'bigint') return formatRupiah(value);
  return typeof value === 'boolean' ? (value ? 'ya' : 'tidak') : String(value);
}

function across(value: string, style: PrintRow['cells'][number]['style'], height: number): PrintRow {
  return { cells: [{ column: 1, value, style, span: 2 }], height };
}
