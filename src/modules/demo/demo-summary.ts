import { relative } from 'node:path';
import { controlOf } from '../../core/payment/control-of.js';
import { groupBy } from '../../core/shared/group-by.js';
import { sumRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import type { CalculationReport } from '../entitlements/entitlements.service.js';
import type { Verification } from '../ledger/ledger-verification.service.js';
import type { PaymentFile } from '../payment-requests/payment-files.service.js';
import type { CheckedFault } from './check-faults.js';
import { demoQuarter } from './demo-context.js';
import type { Intake } from './demo-intake.js';
import type { BookFile } from './demo-books.js';
import type { Payments } from './demo-payments.js';
import type { DemoCash } from './demo-tranches.js';

/** A file in the summary; the journal has no total of its own. */
interface SummaryFile extends Omit<PaymentFile, 'kind' | 'total'> {
  readonly kind: PaymentFile['kind'] | 'journal';
  readonly total: Rupiah;
}

export interface DemoResult {
  readonly out: string;
  readonly intake: Intake;
  readonly calculation: CalculationReport;
  readonly payments: Payments;
  readonly cash: DemoCash;
  readonly entitlements: number;
  readonly paidKader: number;
  readonly ledger: Verification & { readonly postings: number };
  readonly journal: Omit<SummaryFile, 'kind'>;
  readonly books: readonly BookFile[];
  readonly faults: readonly CheckedFault[];
  readonly durationsMs: Readonly<Record<string, number>>;
}

/** `out/summary.json`: amounts in whole rupiah, paths relative to the folder. */
export function demoSummary(result: DemoResult) {
  const { payments, ledger, calculation, cash } = result;
  const gross = sumRupiah(payments.requests.map((request) => request.gross));
  const net = sumRupiah(payments.requests.map((request) => request.net));
  const files = [...payments.files, { kind: 'journal' as const, ...result.journal }, ...result.books];
  return {
    kader: result.paidKader,
    months: demoQuarter,
    entitlements: result.entitlements,
    gross,
    deductions: gross - net,
    net,
    bySource: calculation.bySource.map((total) => ({ ...total, received: cash.bySource.get(total.source) })),
    requests: payments.requests.map(({ id, number, payer, status, net: paid, kader }) => ({
      id,
      number,
      status,
      net: paid,
      kader,
      nagari: payer,
    })),
    findings: findingsOf(result),
    faults: result.faults,
    ledger: {
      entries: ledger.entries,
      postings: ledger.postings,
      head: ledger.head,
      verified: ledger.verified,
    },
    files: files.map((file) => ({ ...file, path: relative(result.out, file.path) })),
    durationsMs: result.durationsMs,
  };
}

/**
 * How often each control spoke: at import, at calculation and at submission, where it blocked, and in the requests
 * that were paid, where it was answered.
 */
function findingsOf({ intake, calculation, payments }: DemoResult) {
  const refused = [
    ...intake.found.map(({ problem }) => problem.code),
    ...new Map(calculation.exclusions.map((exclusion) => [exclusion.kaderId, exclusion.code])).values(),
    ...payments.refusedClaims.map(({ code }) => code),
  ].map((code) => ({ control: controlOf(code), severity: 'block' }));
  const spoken = [...refused, ...payments.findings];
  return [...groupBy(spoken, ({ control, severity }) => `${control} ${severity}`).values()]
    .map((same) => ({ control: same[0].control, severity: same[0].severity, count: same.length }))
    .sort((one, other) => one.control.localeCompare(other.control, 'en', { numeric: true }));
}
