import { Injectable } from '@nestjs/common';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { queryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { PayingBody } from '../funding-sources/funding-sources.service.js';

/** A kader and a month. */
export interface KaderMonth {
  readonly kaderId: number;
  readonly month: ServiceMonth;
}

/** Whose months are asked about, for which request; 0 for a new one. */
export interface PremiumWish {
  readonly kaderIds: readonly number[];
  readonly months: readonly ServiceMonth[];
  readonly requestId: number;
}

const MONTH = `daterange((month || '-01')::date, ((month || '-01')::date + interval '1 month')::date)`;

/** What decides whether a month of honor carries a premium. */
@Injectable()
export class PremiumMonthsRepository {
  /** Months in which they served in the region of a paying body. */
  served(
    tx: Tx,
    { regionCode }: Pick<PayingBody, 'regionCode'>,
    { kaderIds, months }: PremiumWish,
  ): Promise<KaderMonth[]> {
    return queryRows(
      tx,
      `select distinct kader_id as "kaderId", month
       from unnest($2::text[]) as month join appointment on kader_id = any($1) and active && ${MONTH}
       join posyandu on posyandu.id = posyandu_id
       where nagari_code = $3 or starts_with(nagari_code, $3 || '.')`,
      [kaderIds, months, regionCode],
    );
  }

  /** Premiums that another request carries, and that were not returned. */
  carriedElsewhere(tx: Tx, { kaderIds, months, requestId }: PremiumWish): Promise<KaderMonth[]> {
    return queryRows(
      tx,
      `select kader_id as "kaderId", service_month as month from kader_deduction
       where kind = 'bpjs' and returned_at is null and kader_id = any($1) and service_month = any($2) and request_id <> $3`,
      [kaderIds, months, requestId],
    );
  }

  /** Months of which a paying body paid honor in another request, and it was not returned. */
  paidBefore(
    tx: Tx,
    { id }: Pick<PayingBody, 'id'>,
    { kaderIds, months, requestId }: PremiumWish,
  ): Promise<KaderMonth[]> {
    return queryRows(
      tx,
      `select distinct kader_id as "kaderId", service_month as month
       from honor_line join entitlement on honor_line_id = honor_line.id and entitlement.amount > 0
       join request_entitlement held on held.entitlement_id = entitlement.id and returned_at is null
       join payment_request request on request.id = held.request_id and state not in ('draft', 'cancelled')
       where kader_id = any($1) and service_month = any($2) and paying_body_id = $4 and request.id <> $3`,
      [kaderIds, months, requestId, id],
    );
  }
}
