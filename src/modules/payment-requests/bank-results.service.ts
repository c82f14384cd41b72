import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { maskNumbers } from '../../core/formats/mask-numbers.js';
import { refusal, type Problem } from '../../core/formats/sheet/problem.js';
import { bankResultLayout } from '../../core/payment/bank-result-sheet.js';
import { planBankResult } from '../../core/payment/bank-results.js';
import { assertTransition } from '../../core/payment/request-state.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { readTable, type ReadTable } from '../../platform/spreadsheet/read-table.js';
import { AccessService } from '../access/access.service.js';
import {
  DisbursementsService,
  type DisbursementRecord,
  type DisbursementResult,
} from '../disbursements/disbursements.service.js';
import { FundingSourcesService } from '../funding-sources/funding-sources.service.js';
import type { User } from '../users/users.service.js';
import { PaymentFilesRepository, type ReturnedTransfer } from './payment-files.repository.js';
import type { PaymentRequestRow } from './payment-request.row.js';
import { PaymentRequestsRepository } from './payment-requests.repository.js';

type ResultTable = ReadTable<typeof bankResultLayout.columns>;

export interface ReconciliationReport {
  readonly problems: readonly Problem[];
  readonly paid: number;
  readonly returned: number;
  /** Lines that said what was known already. */
  readonly known: number;
  /** Disbursements the bank has not answered yet. */
  readonly outstanding: number;
  readonly state: PaymentRequestRow['state'];
  readonly applied: boolean;
  /** Everyone of the request whose transfer came back, now or before, with her account masked. */
  readonly returnedTo: readonly ReturnedTransfer[];
}

/** What a refused answer records. */
const nothing = { paid: 0, returned: 0, known: 0, returnedTo: [], applied: false } as const;

/** Takes the bank's answer in: per line, whole file or nothing; a request settles when every line is answered. */
@Injectable()
export class BankResultsService {
  @Inject() private readonly access!: AccessService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: PaymentRequestsRepository,
    private readonly files: PaymentFilesRepository,
    private readonly disbursements: DisbursementsService,
    private readonly funding: FundingSourcesService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError when the request is unknown or was never released, or the file cannot be read */
  async reconcile(number: string, path: string, by: User): Promise<ReconciliationReport> {
    await this.access.requireRequest('disbursement.reconcile', number);
    const table = await readTable(path, bankResultLayout);
    return this.dataSource.transaction((tx) => this.reconcileWithin(tx, number, table, by));
  }

  private async reconcileWithin(
    tx: Tx,
    number: string,
    table: ResultTable,
    by: User,
  ): Promise<ReconciliationReport> {
    const request = await this.repository.lockByNumber(tx, number);
    if (request === null) throw new DomainError('missing', 'payment.request-unknown', { request: number });
    // The same answer may come twice: a settled request can still be compared with it.
    if (request.state !== 'settled') assertTransition(number, request.state, 'settled');
    const sent = await this.disbursements.ofRequest(tx, request.id);
    const plan = planResults(table, sent, number);
    const open = sent.filter((one) => one.state === 'released').length;
    const problems = [...table.problems, ...plan.problems];
    if (problems.length > 0) return { ...nothing, problems, outstanding: open, state: request.state };
    const { cashAccountId } = await this.funding.payingBodyById(tx, request.payingBodyId);
    const results = await this.withMaskedNotes(tx, plan.results);
    await this.disbursements.recordResults(tx, { id: request.id, number, cashAccountId }, results, by);
    const outstanding = open - plan.results.length;
    const state = outstanding === 0 ? await this.settle(tx, request, by) : request.state;
    return {
      paid: countOf(plan.results, 'paid'),
      returned: countOf(plan.results, 'returned'),
      known: plan.known,
      problems: [],
      outstanding,
      state,
      applied: true,
      returnedTo: await this.files.returned(tx, request.id),
    };
  }

  /** Banks repeat the account in what they say of it; that is kept as text, which anybody reads. */
  private async withMaskedNotes(
    tx: Tx,
    results: readonly DisbursementResult[],
  ): Promise<readonly DisbursementResult[]> {
    const told = results.filter(({ note }) => /\d/.test(note)).map(({ id }) => id);
    if (told.length === 0) return results;
    const accounts = await this.files.accountsPaid(tx, told);
    return results.map((result) => ({
      ...result,
      note: maskNumbers(result.note, accounts.get(result.id)),
    }));
  }

  private async settle(tx: Tx, request: PaymentRequestRow, by: User): Promise<'settled'> {
    if (request.state === 'settled') return 'settled';
    await this.repository.updateRequest(tx, request.id, { state: 'settled' });
    const step = { requestId: request.id, from: request.state, to: 'settled' as const, takenBy: by.id };
    await this.repository.insertStep(tx, { ...step, takenAt: this.clock.now(), reason: null });
    return 'settled';
  }
}

function planResults(table: ResultTable, sent: readonly DisbursementRecord[], number: string) {
  const byReference = new Map(sent.map((one) => [one.reference, one]));
  const seen = new Set<string>();
  const results: DisbursementResult[] = [];
  const problems: Problem[] = [];
  let known = 0;
  for (const row of table.rows) {
    if (row.values === undefined) continue;
    const { reference, status, remark } = row.values;
    const plan = planBankResult(row.values, byReference, number);
    if (seen.has(reference))
      problems.push(row.problemAt('reference', refusal('payment.result-twice', { reference })));
    else if ('refused' in plan) problems.push(row.problemAt(plan.field, plan.refused));
    else if ('known' in plan) known += 1;
    else results.push({ id: plan.settles.id, state: status, note: remark ?? '' });
    seen.add(reference);
  }
  return { results, problems, known };
}

function countOf(results: readonly DisbursementResult[], state: DisbursementResult['state']): number {
  return results.filter((result) => result.state === state).length;
}
