import { Injectable } from '@nestjs/common';
import type { TaxFact } from '../../core/deduction/tax-facts.js';
import { groupBy } from '../../core/shared/group-by.js';
import { copyInto } from '../../platform/database/copy-into.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { Recorder } from './deduction-policies.repository.js';

/** A fact with whose it is. */
export interface KaderTaxFact extends TaxFact {
  readonly kaderId: number;
}

@Injectable()
export class TaxFactsRepository {
  /** By kader, in the order in which they were recorded. */
  async ofKader(
    database: Queryable,
    kaderIds: readonly number[],
  ): Promise<ReadonlyMap<number, readonly TaxFact[]>> {
    const rows = await queryRows<KaderTaxFact>(
      database,
      `select kader_id as "kaderId", kind, value, valid_from as "from" from kader_tax_fact
       where kader_id = any($1) order by id`,
      [kaderIds],
    );
    return groupBy(rows, ({ kaderId }) => kaderId);
  }

  async insert(
    tx: Tx,
    facts: readonly KaderTaxFact[],
    file: { readonly name: string; readonly sha256: string },
    { by, at }: Recorder,
  ): Promise<void> {
    await copyInto(
      tx,
      'kader_tax_fact',
      ['kader_id', 'kind', 'value', 'valid_from', 'file_name', 'file_sha256', 'recorded_by', 'recorded_at'],
      facts.map((fact) => [
        fact.kaderId,
        fact.kind,
        fact.value,
        fact.from,
        file.name,
        file.sha256,
        by,
        at.toISOString(),
      ]),
    );
  }
}
