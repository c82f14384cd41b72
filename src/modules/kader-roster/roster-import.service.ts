import { basename } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { maskNik } from '../../core/formats/mask.js';
import { inReadingOrder } from '../../core/formats/sheet/in-reading-order.js';
import type { Problem } from '../../core/formats/sheet/problem.js';
import { bankFinder } from '../../core/kader/bank.js';
import type { KaderChange } from '../../core/kader/compare-kader.js';
import type { FieldChange } from '../../core/kader/field-change.js';
import { planRosterImport, type KnownRoster, type RosterPlan } from '../../core/kader/plan-roster-import.js';
import { rosterLayout, type RosterRow } from '../../core/kader/roster-layout.js';
import type { RosterReferences } from '../../core/kader/roster-references.js';
import { nagariFinder } from '../../core/region/find-nagari.js';
import { posyanduFinder } from '../../core/region/find-posyandu.js';
import { liesIn } from '../../core/region/region.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import { refreshStatistics } from '../../platform/database/refresh-statistics.js';
import type { Tx } from '../../platform/database/transaction.js';
import { fileSha256 } from '../../platform/spreadsheet/file-hash.js';
import { readTable } from '../../platform/spreadsheet/read-table.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { RegionsService } from '../regions/regions.service.js';
import { BanksService } from './banks.service.js';
import { KaderRosterRepository } from './kader-roster.repository.js';
import { RosterWriteRepository } from './roster-write.repository.js';

export interface RosterImportOptions {
  readonly path: string;
  /** The app_user who imports; recorded as who entered the accounts. */
  readonly by: number;
  readonly dryRun?: boolean;
  /** Without it a file that changes kader already on the roster is only compared. */
  readonly acceptChanges?: boolean;
  /** Only nagari in this region may be in the file. */
  readonly regionCode?: string;
}

/** A kader on the roster whom the file states otherwise. */
export interface ChangedKader {
  /** Masked. */
  readonly nik: string;
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly changes: readonly FieldChange[];
}

export interface RosterImportReport {
  readonly fileSha256: string;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly created: number;
  readonly changed: readonly ChangedKader[];
  readonly unchanged: number;
  /** True when the roster now holds what the file says. */
  readonly applied: boolean;
}

/** Imports a roster file: the whole file or nothing, and one file at a time. */
@Injectable()
export class RosterImportService {
  @Inject() private readonly access!: AccessService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: KaderRosterRepository,
    private readonly writes: RosterWriteRepository,
    private readonly regions: RegionsService,
    private readonly banks: BanksService,
    private readonly clock: Clock,
  ) {}

  async importRoster(options: RosterImportOptions): Promise<RosterImportReport> {
    this.access.requireRegion('roster.import', options.regionCode);
    const sha256 = await fileSha256(options.path);
    const table = await readTable(options.path, rosterLayout);
    return this.dataSource.transaction(async (tx) => {
      await lockFor(tx, 'roster-import');
      const references = await this.references(tx, options.regionCode);
      const known = await this.known(tx, table.rows, references);
      const plan = planRosterImport(table.rows, known, references);
      const problems = inReadingOrder([...table.problems, ...plan.problems]);
      const accepted = plan.changed.length === 0 || options.acceptChanges === true;
      const applied = problems.length === 0 && accepted && options.dryRun !== true;
      if (applied) await this.apply(tx, plan, options, sha256);
      return {
        fileSha256: sha256,
        problems,
        notes: [...table.notes, ...plan.notes],
        created: plan.created.length,
        changed: plan.changed.map(forPeople),
        unchanged: plan.unchanged,
        applied,
      };
    });
  }

  private async references(tx: Tx, regionCode: string | undefined): Promise<RosterReferences> {
    const banks = await this.banks.list();
    return {
      findNagari: nagariFinder(await this.regions.under(regionCode, tx), await this.regions.all(tx)),
      findPosyandu: posyanduFinder(await this.regions.posyanduUnder(regionCode, tx)),
      covers: (code) => regionCode === undefined || liesIn(code, regionCode),
      findBank: bankFinder(banks),
      bankNames: banks.map(({ name }) => name).join(', '),
      today: today(this.clock),
    };
  }

  private async known(
    tx: Tx,
    rows: readonly RosterRow[],
    { findBank }: RosterReferences,
  ): Promise<KnownRoster> {
    const niks = rows.flatMap(({ found }) => found.nik ?? []);
    const accounts = rows.flatMap(({ found: { bank, accountNumber } }) => {
      const code = bank === undefined ? undefined : findBank(bank)?.code;
      return code === undefined || accountNumber === undefined
        ? []
        : [{ bankCode: code, number: accountNumber }];
    });
    return {
      kaderByNik: await this.repository.kaderByNik(tx, niks),
      accountHolders: await this.repository.accountHolders(tx, accounts),
    };
  }

  // The same file again leaves no trace: there is nothing to trace.
  private async apply(tx: Tx, plan: RosterPlan, options: RosterImportOptions, sha256: string): Promise<void> {
    const counts = { created: plan.created.length, changed: plan.changed.length, unchanged: plan.unchanged };
    if (counts.created + counts.changed === 0) return;
    const person = { by: options.by, at: this.clock.now() };
    const file = { name: basename(options.path), sha256, counts };
    const stamp = { ...person, importId: await this.writes.recordImport(tx, file, person) };
    if (plan.changed.length > 0) await this.writes.changeKader(tx, plan.changed, stamp);
    if (plan.created.length > 0) await this.writes.addKader(tx, plan.created, stamp);
    await refreshStatistics(tx, ['kader', 'appointment', 'bank_account']);
  }
}

function forPeople({ existing, record, changes }: KaderChange): ChangedKader {
  const { sheet, row } = record.row;
  return { nik: maskNik(existing.nik), name: existing.name, sheet, row, changes };
}
