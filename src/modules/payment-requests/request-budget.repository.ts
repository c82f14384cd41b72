import { Injectable } from '@nestjs/common';
import type { CashOfLine } from '../../core/funding/cash-cover.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';

/** What a budget line can still take, less what drafts already count on. */
export interface BudgetRoom {
  readonly id: number;
  /** `13.10.04.2001/DDS/2026`. */
  readonly source: string;
  readonly available: Rupiah;
}

export interface RequestedCash extends CashOfLine {
  readonly source: string;
}

/** Budget lines as a request meets them. */
@Injectable()
export class RequestBudgetRepository {
  /** A draft reserves nothing yet; two that count on the same money would be one too many at submission. */
  roomOf(database: Queryable, payingBodyId: number): Promise<BudgetRoom[]> {
    return queryRows(
      database,
      `select source.id, body.code || '/' || label || '/' || fiscal_year as source,
              greatest(case when lapse.funding_source_id is null then source.ceiling - source.reserved - source.spent else 0 end
                - coalesce(drafted.amount, 0), 0)::bigint as available
       from funding_source source join paying_body body on body.id = source.paying_body_id
       left join budget_lapse lapse on lapse.funding_source_id = source.id
       left join (
         select coalesce(debt_source_id, funding_source_id) as id, sum(amount) as amount
         from payment_request request join request_entitlement on request_id = request.id
         join entitlement on entitlement.id = entitlement_id
         where request.paying_body_id = $1 and state = 'draft' group by 1) drafted on drafted.id = source.id
       where source.paying_body_id = $1 order by source.id`,
      [payingBodyId],
    );
  }

  /** What a request asks of each line, and the cash that came in for it. */
  cashOf(database: Queryable, requestId: number): Promise<RequestedCash[]> {
    return queryRows(
      database,
      `select body.code || '/' || label || '/' || fiscal_year as source, asked.amount as asked, received,
              (spent - case when request.state in ('disbursing', 'settled') then asked.amount else 0 end)::bigint as paid,
              (select coalesce(sum(held), 0)::bigint from (
                select reference, max(id) filter (where kind = 'reserve') as reserved_at,
                  sum(case kind when 'reserve' then amount else -amount end) as held
                from budget_move where funding_source_id = source.id and kind in ('reserve', 'release', 'spend')
                group by reference) earlier
               where reference <> request.number and held > 0 and (request.state = 'draft' or reserved_at < (
                 select max(id) from budget_move own where own.funding_source_id = source.id
                   and own.reference = request.number and own.kind = 'reserve'))) as bound,
              exists (select 1 from funding_source other where other.paying_body_id = body.id and other.received > 0
                and other.fiscal_year = source.fiscal_year) as "recordsCash"
       from payment_request request join paying_body body on body.id = request.paying_body_id
       join lateral (
         select coalesce(request.debt_source_id, funding_source_id) as id, sum(amount)::bigint as amount
         from request_entitlement join entitlement on entitlement.id = entitlement_id
         where request_id = request.id and returned_at is null group by 1) asked on true
       join funding_source source on source.id = asked.id
       where request.id = $1 order by source.id`,
      [requestId],
    );
  }
}
