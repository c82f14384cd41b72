import { sumRupiah, type Rupiah } from '../../shared/rupiah.js';
import { formatDate } from '../../shared/plain-date.js';
import type { PrintCell, PrintRow } from '../print-sheet.js';
import { terbilang } from '../terbilang.js';
import { DEDUCTIONS_COLUMN, GROSS_COLUMN, LAST_COLUMN, NET_COLUMN, TAX_COLUMN } from './columns.js';
import type { Recipient, RecipientsList, Signatory } from './recipients-list.js';

/** The rows between which the recipients stand. */
export interface RecipientRange {
  readonly fromRow: number;
  readonly toRow: number;
}

const SUMMED = [
  [GROSS_COLUMN, (recipient: Recipient) => recipient.gross],
  [TAX_COLUMN, (recipient: Recipient) => recipient.incomeTax],
  [DEDUCTIONS_COLUMN, (recipient: Recipient) => recipient.otherDeductions],
  [NET_COLUMN, (recipient: Recipient) => recipient.net],
] as const;

/** The totals and, in words, what leaves the till. */
export function totalRows(list: RecipientsList, range: RecipientRange): PrintRow[] {
  const net = sumRupiah(list.recipients.map((recipient) => recipient.net));
  const words = terbilang(net);
  return [
    {
      cells: [totalLabel(list), ...sums(list, range), emptyTotal(NET_COLUMN + 1), emptyTotal(LAST_COLUMN)],
      height: 22,
    },
    {
      cells: [
        {
          column: 1,
          value: `Terbilang: ${words.charAt(0).toUpperCase()}${words.slice(1)}`,
          style: 'terbilang',
          span: LAST_COLUMN,
        },
      ],
      height: 22,
    },
  ];
}

function totalLabel({ recipients }: RecipientsList): PrintCell {
  return {
    column: 1,
    value: `JUMLAH (${String(recipients.length)} orang)`,
    style: 'total-label',
    span: GROSS_COLUMN - 1,
  };
}

function sums(list: RecipientsList, range: RecipientRange): PrintCell[] {
  return SUMMED.map(([column, amountOf]: readonly [number, (recipient: Recipient) => Rupiah]) => ({
    column,
    value: { sumOf: { column, ...range }, result: sumRupiah(list.recipients.map(amountOf)) },
    style: 'total-money',
  }));
}

function emptyTotal(column: number): PrintCell {
  return { column, value: '', style: 'total-empty' };
}

/** Where the blocks of so many signatories stand: first column and columns covered, left to right. */
const BLOCKS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[12, 4]],
  [
    [1, 4],
    [12, 4],
  ],
  [
    [1, 3],
    [6, 4],
    [12, 4],
  ],
  [
    [1, 3],
    [4, 3],
    [7, 5],
    [13, 3],
  ],
];

/** How many can sign side by side. */
const MOST_SIGNATORIES = BLOCKS.length - 1;

/** Place, date and one block a signatory, as many beside each other as there is room for. */
export function signatureRows({ place, date, signatories }: RecipientsList): PrintRow[] {
  const first = signatories.slice(0, MOST_SIGNATORIES);
  const last = BLOCKS[first.length]?.at(-1);
  const day = last === undefined ? [] : [dayRow(last, `${place}, ${formatDate(date)}`)];
  return [{ cells: [], height: 10 }, ...day, ...blockRows(first), ...furtherRows(signatories)];
}

function furtherRows(signatories: readonly Signatory[]): PrintRow[] {
  const further = signatories.slice(MOST_SIGNATORIES);
  if (further.length === 0) return [];
  const beside = further.slice(0, MOST_SIGNATORIES);
  return [{ cells: [], height: 10 }, ...blockRows(beside), ...furtherRows(further)];
}

function dayRow([column, span]: readonly [number, number], value: string): PrintRow {
  return { cells: [{ column, span, value, style: 'signature' }], height: 15 };
}

function blockRows(signatories: readonly Signatory[]): PrintRow[] {
  const blocks = BLOCKS[signatories.length] ?? [];
  const line = (textOf: (index: number) => string, style: PrintCell['style']): PrintRow => ({
    cells: blocks.map(([column, span], index) => ({ column, span, value: textOf(index), style })),
    height: 15,
  });
  return [
    line((index) => signatories[index]?.caption ?? '', 'signature'),
    line((index) => signatories[index]?.position ?? '', 'signature'),
    { cells: [], height: 52 },
    line((index) => signatories[index]?.name ?? '', 'signature-name'),
    line((index) => nipText(signatories[index]?.nip), 'signature'),
  ];
}

function nipText(nip: string | undefined): string {
  return nip === undefined ? '' : `NIP ${nip}`;
}
