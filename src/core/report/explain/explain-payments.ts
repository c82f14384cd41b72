import { monthsPhrase } from '../../formats/months-phrase.js';
import { stateNames } from '../../payment/request-state.js';
import { formatDate } from '../../shared/plain-date.js';
import { formatMonth } from '../../shared/service-month.js';
import { shownAccount } from '../owed/why-unpaid.js';
import type { ExplainedEntry, ExplainedPayment } from './explanation.js';
import type { LedgerPlace, PaymentRow } from './facts.js';

/** What became of her money in each request, oldest first. */
export function explainPayments(payments: readonly PaymentRow[]): ExplainedPayment[] {
  return payments.map((payment) => ({
    number: payment.number,
    state: stateNames[payment.state],
    payer: `${payment.payerName} (${payment.payer})`,
    months: monthsPhrase(payment.months),
    steps: [
      { on: payment.preparedOn, text: `disusun ${payment.preparedBy}` },
      ...payment.steps.map(({ on, to, by, position, reason }) => {
        const name = to === 'draft' ? 'dikembalikan' : stateNames[to];
        return { on, text: `${name} oleh ${by}, ${position}${reason === null ? '' : `: ${reason}`}` };
      }),
    ],
    gross: payment.gross,
    net: payment.net,
    deductions: payment.net === null ? null : payment.gross - payment.net,
    deducted: payment.deducted.map(deductionOf),
    reference: payment.reference,
    account: shownAccount(payment.account),
    outcome: outcomeOf(payment),
  }));
}

/** The entries of the ledger about her month: what was recognised, what was paid, what came back. */
export function explainLedger(
  accruals: readonly LedgerPlace[],
  payments: readonly PaymentRow[],
): ExplainedEntry[] {
  return [
    ...accruals.map((place) => entryOf('pengakuan honor', place)),
    ...payments.flatMap(({ number, entry, returnEntry }) => [
      ...(entry === null ? [] : [entryOf(`pembayaran SPP ${number}`, entry)]),
      ...(returnEntry === null ? [] : [entryOf(`retur SPP ${number}`, returnEntry)]),
    ]),
  ].sort((one, other) => Number(one.position - other.position) || one.sequence - other.sequence);
}

function entryOf(what: string, { batchId, sequence, position, on }: LedgerPlace): ExplainedEntry {
  const proveWith = `ledger proof --entry ${String(batchId)}:${String(sequence)}`;
  return { what, on, batch: batchId, sequence, position, proveWith };
}

function deductionOf({ kind, month, amount, policy, legalBasis, borneBy }: PaymentRow['deducted'][number]) {
  const name = kind === 'pph21' ? 'PPh 21' : 'Iuran BPJS Ketenagakerjaan';
  const when = month === null ? '' : ` ${formatMonth(month)}`;
  const who = borneBy === null ? '' : `; ditanggung ${borneBy}, tidak memotong honor`;
  return { text: `${name}${when}, kebijakan ${policy}, dasar hukum ${legalBasis}${who}`, amount };
}

function outcomeOf({ state, entry, paidOn, returnedOn, note }: PaymentRow): string {
  if (returnedOn !== null)
    return `dikembalikan bank pada ${formatDate(returnedOn)}: ${note ?? 'tanpa alasan'}`;
  if (paidOn !== null) return `masuk rekening pada ${formatDate(paidOn)}`;
  if (entry !== null) return `dikirim pada ${formatDate(entry.on)}; bank belum menjawab`;
  return state === 'cancelled' ? 'SPP dibatalkan; tidak jadi dibayar' : 'belum dikirim';
}
