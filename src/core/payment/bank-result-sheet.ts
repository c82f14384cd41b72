import {
  bankResultColumns,
  bankResultStatuses,
  type BankResultStatus,
} from '../formats/bank-transfer/bank-result.js';
import {
  asWritten,
  blankAllowedColumn,
  defineLayout,
  filledColumn,
  type CellParser,
} from '../formats/sheet/layout.js';
import { maskNumbers } from '../formats/mask-numbers.js';
import { parseRupiah } from '../formats/sheet/parse-rupiah.js';
import { parseText } from '../formats/sheet/parse-text.js';
import { readAs, refuse } from '../formats/sheet/reading.js';
import { shownText } from '../formats/sheet/cell.js';

const parseStatus: CellParser<BankResultStatus> = (cell) => {
  const word = shownText(cell).toUpperCase();
  for (const status of ['paid', 'returned'] as const) {
    if ((bankResultStatuses[status] as readonly string[]).includes(word)) return readAs(status);
  }
  return refuse('payment.result-status-unreadable', {});
};

const [reference, ...otherReferences] = bankResultColumns.reference;
const [amount, ...otherAmounts] = bankResultColumns.amount;
const [status, ...otherStatuses] = bankResultColumns.status;
const [remark, ...otherRemarks] = bankResultColumns.remark;

/** What a bank answers: one row a transfer, with our reference. */
export const bankResultLayout = defineLayout({
  reference: filledColumn(reference, parseText, {
    headers: spellingsApart(reference, otherReferences),
    mask: maskNumbers,
  }),
  amount: filledColumn(amount, parseRupiah, {
    mask: asWritten,
    headers: spellingsApart(amount, otherAmounts),
  }),
  status: filledColumn(status, parseStatus, { headers: spellingsApart(status, otherStatuses) }),
  remark: blankAllowedColumn(remark, parseText, {
    headers: spellingsApart(remark, otherRemarks),
    mask: maskNumbers,
  }),
});

function spellingsApart(first: string, others: readonly string[]): readonly string[] {
  return others.filter((other) => other !== first);
}
