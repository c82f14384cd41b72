import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { knownGrades } from '../../core/deduction/grade.js';
import { planTaxFacts } from '../../core/deduction/plan-tax-facts.js';
import { taxFactsLayout } from '../../core/deduction/tax-facts-sheet.js';
import { refusal, type Problem } from '../../core/formats/sheet/problem.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Tx } from '../../platform/database/transaction.js';
import { fileSha256 } from '../../platform/spreadsheet/file-hash.js';
import { readTable, type ReadTable } from '../../platform/spreadsheet/read-table.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { KaderRosterService } from '../kader-roster/kader-roster.service.js';
import { DeductionPoliciesService } from './deduction-policies.service.js';
import { TaxFactsRepository, type KaderTaxFact } from './tax-facts.repository.js';

export interface TaxFactsImport {
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  /** Facts that were recorded. */
  readonly created: number;
  /** Rows that said what was known already. */
  readonly unchanged: number;
  readonly applied: boolean;
}

type FactsTable = ReadTable<typeof taxFactsLayout.columns>;

/** Takes in what is known of kader for their deductions: NPWP, golongan, KPJ, each from a day on. */
@Injectable()
export class TaxFactsImportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly roster: KaderRosterService,
    private readonly repository: TaxFactsRepository,
    private readonly policies: DeductionPoliciesService,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /** The whole file or nothing; the same file again changes nothing. @throws DomainError when it cannot be read */
  async importFile(path: string, by: number): Promise<TaxFactsImport> {
    const table = await readTable(path, taxFactsLayout);
    const file = { name: basename(path), sha256: await fileSha256(path) };
    const niks = table.rows.flatMap(({ found }) => found.nik ?? []);
    await this.access.requireKader('deduction.facts-import', niks);
    return this.dataSource.transaction(async (tx) => {
      await lockFor(tx, 'tax-facts-import');
      const plan = await this.plan(tx, table);
      const problems = [...table.problems, ...plan.problems];
      const { notes } = table;
      const applied = problems.length === 0;
      if (applied) await this.repository.insert(tx, plan.facts, file, { by, at: this.clock.now() });
      return { problems, notes, created: plan.facts.length, unchanged: plan.unchanged, applied };
    });
  }

  private async plan(tx: Tx, { rows }: FactsTable) {
    const values = rows.flatMap((row) => row.values ?? []);
    const kader = await this.roster.kaderByNik(tx, [...new Set(values.map(({ nik }) => nik))]);
    const known = await this.repository.ofKader(
      tx,
      [...kader.values()].map(({ id }) => id),
    );
    const versions = await this.policies.versions(tx);
    const grades = knownGrades(versions.map(({ policy }) => policy.treatment));
    const facts: KaderTaxFact[] = [];
    const problems: Problem[] = [];
    const seen = new Set<string>();
    let unchanged = 0;
    for (const row of rows) {
      if (row.values === undefined) continue;
      const { nik, from } = row.values;
      const kaderId = kader.get(nik)?.id;
      const plan = planTaxFacts(
        row.values,
        kaderId === undefined ? undefined : (known.get(kaderId) ?? []),
        today(this.clock),
        grades,
      );
      if (seen.has(`${nik}/${from}`))
        problems.push(row.problemAt('nik', refusal('deduction.fact-twice', {})));
      seen.add(`${nik}/${from}`);
      if ('refused' in plan) problems.push(row.problemAt(plan.field, plan.refused));
      else if (plan.facts.length === 0) unchanged += 1;
      else if (kaderId !== undefined) facts.push(...plan.facts.map((fact) => ({ ...fact, kaderId })));
    }
    return { facts, problems, unchanged };
  }
}
