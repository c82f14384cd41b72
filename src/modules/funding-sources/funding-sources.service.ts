import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fundingLayout, type FundingRow } from '../../core/funding/funding-sheet.js';
import { planFundingRow, sourceKey } from '../../core/funding/plan-funding-import.js';
import { FundingSources } from '../../core/funding/funding-source.js';
import { refusal, type Problem } from '../../core/formats/sheet/problem.js';
import type { TableRow } from '../../core/formats/sheet/table-reader.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Tx } from '../../platform/database/transaction.js';
import { readTable } from '../../platform/spreadsheet/read-table.js';
import { AccessService } from '../access/access.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { RegionsService } from '../regions/regions.service.js';
import { BudgetService } from './budget.service.js';
import {
  FundingSourcesRepository,
  type FundingSourceRecord,
  type PayingBody,
  type SourceFilter,
} from './funding-sources.repository.js';

export type { PayingBody } from './funding-sources.repository.js';

export interface FundingImport {
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly created: number;
  readonly unchanged: number;
  readonly applied: boolean;
}

@Injectable()
export class FundingSourcesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: FundingSourcesRepository,
    private readonly budget: BudgetService,
    private readonly ledger: LedgerService,
    private readonly regions: RegionsService,
    private readonly access: AccessService,
  ) {}

  /** Registers budget lines and their ceilings from a sheet: the whole file or nothing. */
  async importFile(path: string, by: number): Promise<FundingImport> {
    const { rows, problems, notes } = await readTable(path, fundingLayout);
    const payers = new Set(rows.flatMap(({ found }) => found.payer ?? []));
    await this.access.requirePayers('funding.import', [...payers]);
    return this.dataSource.transaction(async (tx) => {
      await lockFor(tx, 'funding-import');
      const plan = await this.plan(tx, rows);
      const allProblems = [...problems, ...plan.problems];
      const applied = allProblems.length === 0;
      if (applied) for (const row of plan.created) await this.register(tx, row, by);
      return {
        problems: allProblems,
        notes,
        created: plan.created.length,
        unchanged: plan.unchanged,
        applied,
      };
    });
  }

  page(filter: SourceFilter): Promise<FundingSourceRecord[]> {
    return this.repository.page(this.dataSource, filter);
  }

  list(): Promise<FundingSourceRecord[]> {
    return this.repository.sources(this.dataSource);
  }

  /** The budget lines as a calculation needs them. */
  async forCalculation(
    tx: Tx,
  ): Promise<{ sources: FundingSources; records: ReadonlyMap<number, FundingSourceRecord> }> {
    const records = await this.repository.sources(tx);
    const sources = new FundingSources(
      records.map((record) => ({ ...record, payingBodyCode: record.payer })),
    );
    return { sources, records: new Map(records.map((record) => [record.id, record])) };
  }

  /** The paying bodies with these ids, by id. */
  async payingBodiesById(ids: readonly number[]): Promise<ReadonlyMap<number, PayingBody>> {
    const bodies = await this.repository.payingBodies(this.dataSource, [...new Set(ids)]);
    return new Map(bodies.map((body) => [body.id, body]));
  }

  payingBody(tx: Tx, code: string): Promise<PayingBody | undefined> {
    return this.repository.payingBody(tx, code);
  }

  payingBodyById(tx: Tx, id: number): Promise<PayingBody> {
    return this.repository.payingBodyById(tx, id);
  }

  private async plan(tx: Tx, rows: readonly TableRow<typeof fundingLayout.columns>[]) {
    const sources = await this.repository.sources(tx);
    const registered = new Map(sources.map((source) => [sourceKey(source), source]));
    const closed = new Set(sources.filter(({ lapsed }) => lapsed !== null).map(yearOf));
    const payerNames = new Map([...registered.values()].map((source) => [source.payer, source.payerName]));
    const regionCodes = new Set((await this.regions.all()).map((region) => region.code));
    const created: FundingRow[] = [];
    const problems: Problem[] = [];
    const inFile = new Set<string>();
    let unchanged = 0;
    for (const row of rows) {
      if (row.values === undefined) continue;
      const key = sourceKey(row.values);
      if (inFile.has(key))
        problems.push(row.problemAt('label', refusal('funding.source-twice', { source: key })));
      inFile.add(key);
      const outcome = planFundingRow(row.values, {
        sources: registered,
        payerNames,
        isRegion: (code) => regionCodes.has(code),
      });
      const { payer, payerName } = row.values;
      if (!payerNames.has(payer)) payerNames.set(payer, payerName);
      if ('refused' in outcome) problems.push(row.problemAt(outcome.field, outcome.refused));
      else if (outcome.plan === 'create' && closed.has(yearOf(row.values))) {
        const facts = { source: key, year: row.values.fiscalYear };
        problems.push(row.problemAt('fiscalYear', refusal('funding.year-closed', facts)));
      } else if (outcome.plan === 'create') created.push(row.values);
      else unchanged += 1;
    }
    return { created, problems, unchanged };
  }

  private async register(tx: Tx, row: FundingRow, by: number): Promise<void> {
    const payer = row.payer.replaceAll('.', '-');
    const line = `${payer}:${row.label}-${String(row.fiscalYear)}`;
    const body = await this.repository.payingBody(tx, row.payer);
    const payingBodyId =
      body?.id ??
      (await this.repository.insertPayingBody(
        tx,
        row,
        await this.ledger.ensureAccount(tx, `Assets:Cash:${payer}`, 'A'),
      ));
    const id = await this.repository.insertSource(tx, row, {
      payingBodyId,
      expenseAccountId: await this.ledger.ensureAccount(tx, `Expenses:Honor:${line}`, 'X'),
      payableAccountId: await this.ledger.ensureAccount(tx, `Liabilities:HonorPayable:${line}`, 'L'),
      incomeAccountId: await this.ledger.ensureAccount(tx, `Income:Transfer:${line}`, 'R'),
    });
    if (row.ceiling === 0n) return;
    const allotment = {
      kind: 'allot',
      reference: row.legalBasis,
      idempotencyKey: `first/${row.legalBasis}`,
    } as const;
    await this.budget.move(tx, [{ fundingSourceId: id, amount: row.ceiling, ...allotment }], by);
  }
}

/** The fiscal year of a payer: it is closed as a whole. */
function yearOf({ payer, fiscalYear }: { readonly payer: string; readonly fiscalYear: number }): string {
  return `${payer}/${String(fiscalYear)}`;
}
