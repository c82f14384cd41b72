import { invariant } from '../../shared/invariant.js';
import { paginate } from '../print-page.js';
import type { PrintRow, PrintSheet } from '../print-sheet.js';
import { signatureRows, totalRows } from './closing-rows.js';
import { recipientsColumns } from './columns.js';
import { headingRows } from './heading-rows.js';
import { recipientRow } from './recipient-row.js';
import type { Recipient, RecipientsList } from './recipients-list.js';

/** How much of the ledger's head is printed: enough to compare by eye. */
const PRINTED_HEAD = 16;

/** Rows of the heading that each printed page repeats. */
const REPEATED = 2;

/** Recipients that stay on the page of the totals. */
const WITH_TOTALS = 2;

const widths = recipientsColumns.map(({ width }) => width);

/** The recipients' list as it stands on paper, ready for a sheet writer. */
export function buildRecipientsList(list: RecipientsList): PrintSheet {
  invariant(list.recipients.length > 0, 'a recipients list has recipients');
  list.recipients.forEach(checkNet);
  const heading = headingRows(list);
  return {
    name: 'Daftar Penerimaan',
    widths,
    rows: rowsOf(list, heading),
    repeatedRows: [heading.length - REPEATED + 1, heading.length],
    footer: {
      left: `SPP ${list.requestNumber}`,
      right: `Buku besar ${list.ledgerHead.slice(0, PRINTED_HEAD)}`,
    },
  };
}

function checkNet({ name, gross, incomeTax, otherDeductions, net }: Recipient): void {
  invariant(gross - incomeTax - otherDeductions === net, `net of ${name} is gross less deductions`);
}

function rowsOf(list: RecipientsList, heading: readonly PrintRow[]): PrintRow[] {
  const range = { fromRow: heading.length + 1, toRow: heading.length + list.recipients.length };
  const rows = [
    ...heading,
    ...list.recipients.map(recipientRow),
    ...totalRows(list, range),
    ...signatureRows(list),
  ];
  const repeated = heading.slice(-REPEATED).reduce((sum, { height }) => sum + height, 0);
  // The totals never open a page alone: the last recipients go with them.
  const start = range.toRow - Math.min(WITH_TOTALS, list.recipients.length - 1);
  return paginate(rows, widths, { start, repeated });
}
