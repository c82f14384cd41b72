import { Injectable } from '@nestjs/common';
import type { EntitledLine, EntitlementChange } from '../../core/honor/entitlement-changes.js';
import type { Exclusion, Share } from '../../core/honor/honor-line.js';
import { groupBy } from '../../core/shared/group-by.js';
import { sumRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { toJson } from '../../core/shared/to-json.js';
import { copyInto } from '../../platform/database/copy-into.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';

export interface CalculationRecord {
  readonly regionCode: string;
  readonly months: readonly ServiceMonth[];
  readonly requestedBy: number;
  readonly calculatedAt: Date;
}

interface ShareRow extends Omit<EntitledLine, 'shares' | 'amount'> {
  readonly sourceId: number;
  readonly share: Rupiah;
}

export interface SourceTotal {
  readonly source: string;
  readonly gross: Rupiah;
}

@Injectable()
export class EntitlementsRepository {
  /** What these kader are entitled to for these months, all revisions added up. */
  async entitled(
    tx: Tx,
    kaderIds: readonly number[],
    months: readonly ServiceMonth[],
  ): Promise<EntitledLine[]> {
    const rows = await queryRows<ShareRow>(
      tx,
      `select kader_id as "kaderId", service_month as month, component, max(revision) over line as revision,
              first_value(policy_id) over newest as "policyId", first_value(appointment_id) over newest as "appointmentId",
              first_value(nagari_code) over newest as "nagariCode", funding_source_id as "sourceId", entitlement.amount as share
       from honor_line join entitlement on honor_line_id = honor_line.id
       where kader_id = any($1) and service_month = any($2)
       window line as (partition by kader_id, service_month, component),
              newest as (partition by kader_id, service_month, component order by revision desc)`,
      [kaderIds, months],
    );
    const byLine = groupBy(rows, (row) => `${String(row.kaderId)}/${row.month}/${row.component}`);
    return [...byLine.values()].map(([first, ...others]) => entitledLine(first, others));
  }

  async insertCalculation(
    tx: Tx,
    calculation: CalculationRecord,
    changes: readonly EntitlementChange[],
  ): Promise<number> {
    const { id } = await queryRow<{ id: number }>(
      tx,
      `insert into calculation (region_code, months, requested_by, calculated_at, line_count, entitlement_count, gross)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        calculation.regionCode,
        calculation.months,
        calculation.requestedBy,
        calculation.calculatedAt,
        changes.length,
        changes.reduce((count, change) => count + change.shares.length, 0),
        sumRupiah(changes.map((change) => change.amount)).toString(),
      ],
    );
    return id;
  }

  async insertLines(tx: Tx, calculationId: number, changes: readonly EntitlementChange[]): Promise<void> {
    const ids = await queryRows<{ id: number }>(
      tx,
      `select nextval('honor_line_id')::int as id from generate_series(1, $1)`,
      [changes.length],
    );
    const numbered = changes.map((change, index) => ({ change, id: ids[index]?.id ?? null }));
    await copyInto(
      tx,
      'honor_line',
      [
        'id',
        'calculation_id',
        'kader_id',
        'service_month',
        'component',
        'revision',
        'amount',
        'policy_id',
        'appointment_id',
        'nagari_code',
        'reasons',
      ],
      numbered.map(({ id, change }) => [
        id,
        calculationId,
        change.kaderId,
        change.month,
        change.component,
        change.revision,
        change.amount,
        change.policyId,
        change.appointmentId,
        change.nagariCode,
        toJson(change.reasons),
      ]),
    );
    await copyInto(
      tx,
      'entitlement',
      ['honor_line_id', 'funding_source_id', 'amount'],
      numbered.flatMap(({ id, change }) => change.shares.map((share) => [id, share.sourceId, share.amount])),
    );
  }

  async insertExclusions(tx: Tx, calculationId: number, exclusions: readonly Exclusion[]): Promise<void> {
    await copyInto(
      tx,
      'honor_exclusion',
      ['calculation_id', 'kader_id', 'service_month', 'component', 'code', 'facts'],
      exclusions.map(({ kaderId, month, component, code, facts }) => [
        calculationId,
        kaderId,
        month,
        component ?? '',
        code,
        toJson(facts),
      ]),
    );
  }

  /** How many kader have honor in a region for these months. */
  async kaderCount(
    database: Queryable,
    regionCode: string,
    months: readonly ServiceMonth[],
  ): Promise<number> {
    const { count } = await queryRow<{ count: number }>(
      database,
      `select count(*)::int as count from (
         select kader_id from honor_line
         where (nagari_code = $1 or starts_with(nagari_code, $1 || '.')) and service_month = any($2)
         group by kader_id having sum(amount) > 0) entitled`,
      [regionCode, months],
    );
    return count;
  }

  /** Everything entitled in a region for these months, by source. */
  totalsBySource(
    database: Queryable,
    regionCode: string,
    months: readonly ServiceMonth[],
  ): Promise<SourceTotal[]> {
    return queryRows(
      database,
      `select body.code || '/' || source.label || '/' || source.fiscal_year as source, sum(entitlement.amount)::bigint as gross
       from entitlement join honor_line on honor_line.id = honor_line_id
       join funding_source source on source.id = funding_source_id
       join paying_body body on body.id = source.paying_body_id
       where (honor_line.nagari_code = $1 or starts_with(honor_line.nagari_code, $1 || '.')) and service_month = any($2)
       group by 1 order by 1`,
      [regionCode, months],
    );
  }
}

function entitledLine(first: ShareRow, others: readonly ShareRow[]): EntitledLine {
  const bySource = new Map<number, Rupiah>();
  for (const { sourceId, share } of [first, ...others]) {
    bySource.set(sourceId, (bySource.get(sourceId) ?? 0n) + share);
  }
  const shares: Share[] = [...bySource]
    .map(([sourceId, amount]) => ({ sourceId, amount }))
    .filter((share) => share.amount !== 0n);
  const { kaderId, month, component, revision, policyId, appointmentId, nagariCode } = first;
  const amount = sumRupiah(shares.map((share) => share.amount));
  return { kaderId, month, component, revision, policyId, appointmentId, nagariCode, shares, amount };
}
