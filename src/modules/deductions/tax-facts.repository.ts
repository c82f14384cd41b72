import { Injectable } from '@nestjs/common';
import type { TaxFact } from '../../core/deduction/tax-facts.js';
import { purposes } from '../../core/privacy/purposes.js';
import { groupBy } from '../../core/shared/group-by.js';
import { copyInto } from '../../platform/database/copy-into.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import type { Recorder } from './deduction-policies.repository.js';

/** A fact with whose it is. */
export interface KaderTaxFact extends TaxFact {
  readonly kaderId: number;
}

@Injectable()
export class TaxFactsRepository {
  constructor(private readonly vault: FieldVault) {}

  /** By kader, in the order in which they were recorded. */
  async ofKader(
    database: Queryable,
    kaderIds: readonly number[],
  ): Promise<ReadonlyMap<number, readonly TaxFact[]>> {
    const rows = await queryRows<KaderTaxFact & { readonly sealed: Buffer | null }>(
      database,
      `select kader_id as "kaderId", kind, value, value_sealed as sealed, valid_from as "from" from kader_tax_fact
       where kader_id = any($1) order by id`,
      [kaderIds],
    );
    const facts = rows.map(({ sealed, ...fact }) =>
      sealed === null ? fact : { ...fact, value: this.vault.open(purposes.participant, sealed) },
    );
    return groupBy(facts, ({ kaderId }) => kaderId);
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
      'kader_id kind value value_sealed valid_from file_name file_sha256 recorded_by recorded_at'.split(' '),
      facts.map((fact) => [
        fact.kaderId,
        fact.kind,
        ...this.columnsOf(fact),
        fact.from,
        file.name,
        file.sha256,
        by,
        at.toISOString(),
      ]),
    );
  }

  /** The value as it is, or sealed where it is the number of a person. */
  private columnsOf({ kind, value }: TaxFact): [string | null, Buffer | null] {
    if (kind !== 'participant' || value === null) return [value, null];
    return [null, this.vault.seal(purposes.participant, value)];
  }
}
