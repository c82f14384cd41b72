/** Questions to the database that share nothing with the services. Every answer is amounts by key. */
export interface KeyedAmount {
  readonly key: string;
  readonly amount: string;
}

/** What a NIK is known by. */
const MARK = `encode(nik_digest, 'hex')`;
const SOURCE = `body.code || '/' || source.label`;
const SHARES = `entitlement join honor_line line on line.id = honor_line_id join kader on kader.id = line.kader_id
  join funding_source source on source.id = funding_source_id join paying_body body on body.id = source.paying_body_id`;
const SHARE_KEY = `concat_ws('|', ${MARK}, service_month, component, ${SOURCE})`;

/** By kader, month, component and source: every revision there is. */
export const ENTITLED = `select ${SHARE_KEY} as key, sum(entitlement.amount)::text as amount from ${SHARES} group by 1`;

/** The same for what left and did not come back, and what came in cash of what was overpaid. */
export const GIVEN = `
  with gone as (
    select entitlement_id as id from request_entitlement join payment_request on payment_request.id = request_id
      where returned_at is null and state in ('disbursing', 'settled')
    union all select entitlement_id from overpayment_receipt_part)
  select ${SHARE_KEY} as key, sum(entitlement.amount)::text as amount
  from gone join ${SHARES.replace('entitlement join', 'entitlement using (id) join')} group by 1`;

/** What the ledger says honor cost, and is owed (a credit), by kader and source. */
export const BOOKS = `
  select concat_ws('|', side, ${MARK}, ${SOURCE}) as key, sum(posted.amount)::text as amount
  from ledger.line posted join kader on kader.id = party_id
  join funding_source source on account_id in (expense_account_id, payable_account_id)
  join paying_body body on body.id = source.paying_body_id
  cross join lateral (select case account_id when expense_account_id then 'expense' else 'payable' end as side) sides
  group by 1`;

/** What each budget line counts as spent. */
export const LINES = `
  select ${SOURCE} as key, spent::text as amount
  from funding_source source join paying_body body on body.id = source.paying_body_id`;

/** Cash of each body by the ledger, less the tranches that its lines received. */
export const TILL = `
  select body.code as key, (coalesce(sum(posted.amount), 0)
    - (select sum(received) from funding_source where paying_body_id = body.id))::text as amount
  from paying_body body left join ledger.line posted on account_id = cash_account_id group by body.id`;

/** Every payment that arrived, by its reference: its amount, and what it was made of. */
export const SETTLED = `
  select concat_ws('|', reference, ${MARK}, sum(entitlement.amount), count(*),
           md5(string_agg(entitlement.id::text || '=' || entitlement.amount::text, ',' order by entitlement.id))) as key,
         disbursement.amount::text as amount
  from disbursement join kader on kader.id = disbursement.kader_id
  join request_entitlement held using (request_id)
  join entitlement on entitlement.id = held.entitlement_id
  join honor_line line on line.id = honor_line_id and line.kader_id = disbursement.kader_id
  where disbursement.state = 'paid' group by disbursement.id, kader.id`;

/** What each case of overpayment was opened for, less what was set off in a payment and the receipts of cash. */
export const CASES = `
  select number as key, (
    (select -sum(amount) from overpayment_part join entitlement on entitlement.id = entitlement_id
       where overpayment_id = overpayment.id and is_claim)
    + (select coalesce(sum(entitlement.amount), 0) from overpayment_part part
       join entitlement on entitlement.id = part.entitlement_id
       join request_entitlement held on held.entitlement_id = entitlement.id and returned_at is null
       join payment_request request on request.id = request_id and state in ('disbursing', 'settled')
       where part.overpayment_id = overpayment.id)
    - (select coalesce(sum(amount), 0) from overpayment_receipt where overpayment_id = overpayment.id))::text as amount
  from overpayment`;
