import { Injectable } from '@nestjs/common';
import { invariant } from '../../core/shared/invariant.js';
import { CalculationWork } from '../honor/calculation.work.js';
import { ImportWork } from '../imports/import.work.js';
import { LedgerExportWork } from '../ledger-exports/ledger-export.work.js';
import type { LongWork } from './long-work.js';

/** Everything that may become a job, by its kind. */
@Injectable()
export class LongWorks {
  private readonly byKind: ReadonlyMap<string, LongWork>;

  constructor(calculation: CalculationWork, sheets: ImportWork, exports: LedgerExportWork) {
    const works: readonly LongWork[] = [calculation, sheets, exports];
    this.byKind = new Map(works.map((work) => [work.kind, work]));
  }

  get kinds(): readonly string[] {
    return [...this.byKind.keys()];
  }

  of(kind: string): LongWork {
    const work = this.byKind.get(kind);
    invariant(work !== undefined, 'a job is of a kind that is known');
    return work;
  }
}
