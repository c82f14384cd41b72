import { join } from 'node:path';
import { bankResultLines } from '../../core/formats/bank-transfer/bank-result.js';
import { Refusals } from '../../core/shared/refusals.js';
import type { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import { writeFileAtomically } from '../../platform/files/write-file-atomically.js';
import { FundingSourcesService } from '../funding-sources/funding-sources.service.js';
import { BankResultsService } from '../payment-requests/bank-results.service.js';
import { ClaimSheetService } from '../payment-requests/claim-sheet.service.js';
import { PaymentFilesService, type PaymentFile } from '../payment-requests/payment-files.service.js';
import { PaymentRequestStepsService } from '../payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../payment-requests/payment-requests.service.js';
import { demoDays, demoQuarter, type DemoContext } from './demo-context.js';
import { answerWarnings, type DemoFinding } from './demo-findings.js';
import { demoOffice, type DemoOffice } from './demo-office.js';
import { DemoRepository } from './demo.repository.js';

/** One request as it ended. */
export interface SettledRequest {
  readonly id: number;
  readonly number: string;
  readonly payer: string;
  readonly payerCode: string;
  readonly status: string;
  readonly gross: bigint;
  readonly net: bigint;
  readonly kader: number;
}

export interface Payments {
  readonly requests: readonly SettledRequest[];
  readonly files: readonly PaymentFile[];
  /** Why somebody's money waits. */
  readonly waiting: readonly DomainError[];
  /** What the nagari's own lists asked wrongly, refused at submission. */
  readonly refusedClaims: readonly DomainError[];
  /** What the controls found in the requests that were paid; each was answered. */
  readonly findings: readonly DemoFinding[];
}

/** Every paying body's request, from draft to settled, by four people of its own. */
export async function payEveryone(context: DemoContext): Promise<Payments> {
  const requests: SettledRequest[] = [];
  const files: PaymentFile[] = [];
  const waiting: DomainError[] = [];
  const refusedClaims: DomainError[] = [];
  const findings: DemoFinding[] = [];
  const sources = await context.app.get(FundingSourcesService).list();
  const payers = new Map(sources.map((source) => [source.payer, source.payerName]));
  await context.progress('SPP sampai lunas', [...payers], async ([code, name]) => {
    const office = await demoOffice(context, { code, name, isNagari: /^\d/.test(code) });
    const draft = await context.app
      .get(PaymentRequestsService)
      .draft({ payer: code, months: demoQuarter, by: office.operator });
    // Of the planted people one died: what she earned until then waits for her heir.
    const others = draft.heldOut.filter(({ reason }) => reason.code !== 'payment.deceased');
    invariant(others.length === 0, `everyone alive whom ${name} owes can be paid`);
    waiting.push(...draft.heldOut.map(({ reason }) => reason));
    const { id, number, gross, net, kaderCount: kader } = draft.request;
    refusedClaims.push(...(await submit(context, code, number, office)));
    findings.push(...(await answerWarnings(context, number, office)));
    files.push(...(await pay(context, number, office)));
    const { state: status } = await context.app.get(PaymentRequestsService).byNumber(number);
    requests.push({ id, number, payer: name, payerCode: code, status, gross, net, kader });
  });
  return { requests, files, waiting, refusedClaims, findings };
}

/** Submits; where the nagari sent a list of its own, the list is compared first, and mended if refused. */
async function submit(
  { app, sheets, clock }: DemoContext,
  payer: string,
  number: string,
  { operator }: DemoOffice,
): Promise<readonly DomainError[]> {
  clock.moveTo(demoDays.approval);
  const steps = app.get(PaymentRequestStepsService);
  const sent = sheets.sent.claims.find((claim) => claim.nagari === payer);
  const mended = sheets.mended.claims.find((claim) => claim.nagari === payer);
  if (sent === undefined || mended === undefined) {
    await steps.submit(number, operator);
    return [];
  }
  const claims = app.get(ClaimSheetService);
  const refused = await steps.submit(number, operator, (await claims.read(sent.path)).claims).then(
    () => [],
    (error: unknown) => problemsOf(error),
  );
  await steps.submit(number, operator, (await claims.read(mended.path)).claims);
  return refused;
}

async function pay(context: DemoContext, number: string, office: DemoOffice): Promise<PaymentFile[]> {
  const { app, clock, out } = context;
  const steps = app.get(PaymentRequestStepsService);
  await steps.verify(number, office.verifier);
  await steps.approve(number, office.approver);
  clock.moveTo(demoDays.release);
  await steps.release(number, office.treasurer);
  const folder = join(out, 'pembayaran', folderName(number));
  const files = await app.get(PaymentFilesService).export(number, folder);
  clock.moveTo(demoDays.bankAnswer);
  const sent = await app.get(DemoRepository).sentTransfers(number);
  const answer = bankResultLines(sent.map((one) => ({ ...one, status: 'paid' as const, remark: '' })));
  const { path } = await writeFileAtomically(
    join(out, 'lembar', '3-jawaban-bank', `${folderName(number)}.csv`),
    answer,
  );
  const report = await app.get(BankResultsService).reconcile(number, path, office.treasurer);
  invariant(report.applied && report.outstanding === 0, `the bank's answer settles ${number}`);
  return files;
}

function folderName(number: string): string {
  return number.replace(/[^A-Za-z0-9]+/g, '-');
}

function problemsOf(error: unknown): readonly DomainError[] {
  if (error instanceof Refusals) return error.problems;
  throw error;
}
