/** Years between two that differ in one of the last two digits, and some more: too many are read rather than too few. */
const ONE_DIGIT = `'{${[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((digit) => [digit, -digit, 10 * digit, -10 * digit]).join(',')}}'::int[]`;

/** Everybody a request pays; materialised, for a plan without statistics would read every account for each of them. */
const SCOPE = `with
  request as materialized (select * from payment_request where id = $1),
  body as materialized (select paying_body.* from paying_body join request on request.paying_body_id = paying_body.id),
  held as materialized (
    select honor_line.kader_id, honor_line.service_month, honor_line.component, funding_source_id, entitlement.amount
    from request_entitlement join entitlement on entitlement.id = entitlement_id
    join honor_line on honor_line.id = honor_line_id where request_id = $1),
  payee as materialized (select distinct kader_id as id from held),
  paid as materialized (
    select kader_id, service_month, component, sum(amount)::bigint as amount from held group by 1, 2, 3),
  alike as materialized (
    select name_key(name) collate "C" as key, upper(name) collate "C" as name, birth_date, make_date(year, 1, 1) as year_begins,
      make_date(year, 12, 31) as year_ends, case when day <= 12 and day <> month then make_date(year, day, month) end as exchanged,
      array(select (birth_date + make_interval(years => years))::date from unnest(${ONE_DIGIT}) years) as other_years
    from payee join kader using (id) cross join lateral (select extract(year from birth_date)::int as year,
      extract(month from birth_date)::int as month, extract(day from birth_date)::int as day) born),
  bound as materialized (
    select unnest(coalesce((select band_set_ids from request_signing where request.state <> 'draft'
        and (request_id, submission) = (request.id, request.submission)),
      array(select approval_sets_in_force(request.paying_body_id, $6::date)))) as set_id from request),
  place as materialized (
    select distinct posyandu_id as id from appointment join payee on payee.id = kader_id),
  claim as materialized (
    select overpayment.* from overpayment
    where kader_id in (select id from payee) and paying_body_id = (select id from body)),
  loose as materialized (
    select part.*, claim.number, claim.kader_id, share.amount, share.funding_source_id, share.honor_line_id
    from claim join overpayment_part part on part.overpayment_id = claim.id
    join entitlement share on share.id = part.entitlement_id
    where part.releases_id is null
      and not exists (select from overpayment_part release where release.releases_id = part.entitlement_id)
      and not exists (select from overpayment_receipt_part settled where settled.entitlement_id = part.entitlement_id)
      and not exists (select from request_entitlement taken
        where taken.entitlement_id = part.entitlement_id and returned_at is null))`;

const PERSON = `kader.id as "kaderId", kader.name, encode(kader.nik_sealed, 'hex') as nik, kader.birth_date as "birthDate",
  coalesce(region.name || ' ', '') || kader.nagari_code as nagari,
  (select json_build_object('bank', account.bank_code, 'sealed', account.account_number_sealed,
     'digest', account.account_number_digest, 'holder', account.account_name,
     'heir', (select json_build_object('name', name, 'nik', encode(nik_sealed, 'hex'), 'isInForce', exists (
        select from current_heir where id = heir.id and kader_id = kader.id and in_force))
       from heir where id = account.heir_id))
   from bank_account account where account.kader_id = kader.id and superseded_at is null
     and (replaces_id is null or confirmed_by is not null)) as account`;

/** What the name of a possible twin sounds like; of the thousands who share it or a date, so many on either side are read. */
const [NAME_KEY, UPPER_NAME, NEAREST] = [
  `name_key(twin.name) collate "C"`,
  `upper(twin.name) collate "C"`,
  '100',
];

const MONTH = `daterange((service_month || '-01')::date, ((service_month || '-01')::date + interval '1 month')::date)`;

/** The month of a line; for a share of a yearly amount her last days under its decree, which may be before. */
const DECREE_DAYS = `case when reasons @> '[{"step": "months-served"}]'
  then (select daterange(min((step ->> 'from')::date), max((step ->> 'to')::date), '[]')
    from jsonb_array_elements(reasons) step where step ->> 'step' = 'appointment')
  else ${MONTH} end`;

const POSYANDU = `posyandu.name || ' (' || posyandu.registration_number || ')'`;

/**
 * What a control looks at, each part a query; money as text, because JSON knows no whole numbers beyond 2^53. The
 * decree of a line is the version that holds in its month: one that renews another without changing the amount
 * writes no line anew. That the amount is what it would be today is asked at every step anyhow.
 */
const PARTS = {
  payer: `select body.code, body.name, ledger.account.code as "cashAccount", request.gross::text as gross,
      case when request.state <> 'draft' then (select max(taken_at) at time zone 'Asia/Jakarta' from payment_request_step
        where request_id = request.id and to_state = 'submitted')::date end as "submittedOn"
    from request cross join body left join ledger.account on ledger.account.id = cash_account_id`,
  members: `select ${PERSON}, kader.sex, kader.deceased_on as "deceasedOn",
      coalesce((select json_agg(json_build_object('skNumber', sk_number, 'skDate', sk_date, 'from', valid_from,
          'to', least(sk_valid_to, ended_on), 'posyandu', ${POSYANDU}) order by valid_from)
        from appointment join posyandu on posyandu.id = posyandu_id
        where kader_id = kader.id and not isempty(active)), '[]') as appointments
    from payee join kader on kader.id = payee.id left join region on region.code = kader.nagari_code order by kader.id`,
  lines: `select paid.kader_id as "kaderId", paid.service_month as month, paid.component, paid.amount::text,
      (select sum(amount)::text from honor_line every
       where (every.kader_id, every.service_month, every.component) = (paid.kader_id, paid.service_month, paid.component))
       as entitled,
      newest.reasons, json_build_object('policy', policy.code, 'number', policy.legal_basis_number,
        'from', policy.first_day, 'to', policy.last_day) as decree,
      case when newest.reasons @? '$[*].step ? (@ == "per-activity" || @ == "transport" || @ starts with "attendance-")'
        then (select listed.value -> 'activityKinds' from jsonb_array_elements(calculated.document -> 'components') listed
          where listed.value ->> 'code' = paid.component) end as "activityKinds"
    from paid join lateral (
      select reasons, policy_id, ${DECREE_DAYS} as decree_days from honor_line
      where (kader_id, service_month, component) = (paid.kader_id, paid.service_month, paid.component)
      order by revision desc limit 1) newest on true
    join honor_policy calculated on calculated.id = newest.policy_id
    join lateral (
      select version.*, coalesce(lower(days), valid_from) as first_day, coalesce(upper(days) - 1,
          case when days is null then valid_to end) as last_day
      from honor_policy version left join lateral unnest(in_force) as days on days && decree_days
      where version.id = calculated.id or (days is not null and scope = calculated.scope
        and tops_up is not distinct from calculated.tops_up
        and (code = calculated.code or calculated.id = any (supersedes)))
      order by days is not null desc, version.id = calculated.id desc, version.id desc, lower(days)
      limit 1) policy on true order by 1, 2, 3`,
  others: `select paid.kader_id as "kaderId", paid.service_month as month, paid.component,
      sum(entitlement.amount)::text as amount, payer.name as payer, other.number as request
    from paid join honor_line line
      on (line.kader_id, line.service_month, line.component) = (paid.kader_id, paid.service_month, paid.component)
    join entitlement on entitlement.honor_line_id = line.id
    join request_entitlement taken on taken.entitlement_id = entitlement.id and returned_at is null and request_id <> $1
    join payment_request other on other.id = taken.request_id and other.state not in ('draft', 'cancelled')
    join paying_body payer on payer.id = other.paying_body_id
    group by paid.kader_id, paid.service_month, paid.component, payer.id, other.id
    union all select paid.kader_id, paid.service_month, paid.component, sum(entitlement.amount)::text, payer.name,
      'kuitansi ' || receipt.number
    from paid join honor_line line
      on (line.kader_id, line.service_month, line.component) = (paid.kader_id, paid.service_month, paid.component)
    join entitlement on entitlement.honor_line_id = line.id
    join overpayment_receipt_part settled on settled.entitlement_id = entitlement.id
    join overpayment_receipt receipt on receipt.id = settled.receipt_id
    join paying_body payer on payer.id = receipt.paying_body_id
    group by paid.kader_id, paid.service_month, paid.component, payer.id, receipt.id`,
  past: `select line.kader_id as "kaderId", line.service_month as month, component,
      sum(entitlement.amount)::text as amount
    from payee join honor_line line on line.kader_id = payee.id and service_month = any($2)
    join entitlement on entitlement.honor_line_id = line.id
    join request_entitlement taken on taken.entitlement_id = entitlement.id and returned_at is null
    join payment_request other on other.id = taken.request_id and other.state in ('disbursing', 'settled')
    join body on body.id = other.paying_body_id
    group by line.kader_id, service_month, component`,
  heads: `select line.kader_id as "kaderId", service_month as month, other.number as request,
      sum(entitlement.amount)::text as amount, bool_and(line.reasons @> '[{"step": "months-served"}]') as "isForYear",
      coalesce((select json_agg(json_build_object('from', lower(active), 'to', upper(active) - 1) order by lower(active))
        from appointment where appointment.kader_id = line.kader_id and active && ${MONTH}), '[]') as served
    from body join payment_request other
      on other.paying_body_id = body.id and other.id <> $1 and other.state not in ('draft', 'cancelled')
    join request_entitlement taken on taken.request_id = other.id and returned_at is null
    join entitlement on entitlement.id = taken.entitlement_id
    join honor_line line on line.id = honor_line_id
      and service_month in (select service_month from paid where amount > 0)
    where exists (select from control_ceiling where kind = 'headcount' and scope = body.code)
    group by line.kader_id, service_month, other.number order by 1, 2, 3`,
  neighbours: `select ${PERSON} from kader left join region on region.code = kader.nagari_code
    where kader.id in (
      select twin.id from alike cross join lateral (values (alike.birth_date), (alike.exchanged)) day (born)
        cross join lateral (
          (select id from kader twin where twin.birth_date = born and ${UPPER_NAME} >= alike.name
            order by ${UPPER_NAME}, id limit ${NEAREST} + 1)
          union all (select id from kader twin where twin.birth_date = born and ${UPPER_NAME} < alike.name
            order by ${UPPER_NAME} desc, id desc limit ${NEAREST})) twin
      union select twin.id from alike cross join lateral (
          (select id from kader twin where ${NAME_KEY} = alike.key
            and twin.birth_date between alike.year_begins and alike.year_ends order by twin.birth_date limit 2 * ${NEAREST})
          union all (select id from kader twin where ${NAME_KEY} = alike.key
            and twin.birth_date = any(alike.other_years) order by twin.birth_date limit 2 * ${NEAREST})) twin
        where alike.key <> '')
      and kader.id not in (select id from payee) order by kader.id`,
  events: `select ${POSYANDU} as posyandu, held_on as "heldOn", kind,
      coalesce((select json_agg(kader_id order by kader_id) from attended_activity attended
        join payee on payee.id = kader_id where activity_id = activity.id and left_out is null), '[]') as "attendedBy"
    from activity join posyandu on posyandu.id = posyandu_id
    where verified_by is not null and held_on between $3::date and $4::date and activity.id in (
      select activity.id from activity join place on place.id = posyandu_id where held_on between $3::date and $4::date
      union select activity_id from activity_attendance join payee on payee.id = kader_id)
    order by 1, 2, 3`,
  sources: `select body.code || '/' || label || '/' || fiscal_year as source, asked.amount::text as asked,
      (ceiling - reserved - spent + case when $5::boolean then asked.amount else 0 end)::text as available,
      received::text, (spent - case when request.state in ('disbursing', 'settled') then asked.amount else 0 end)::text as paid,
      (select coalesce(sum(held), 0)::text from (
        select reference, max(id) filter (where kind = 'reserve') as reserved_at,
          sum(case kind when 'reserve' then amount else -amount end) as held
        from budget_move where funding_source_id = funding_source.id and kind in ('reserve', 'release', 'spend')
        group by reference) earlier
       where reference <> request.number and held > 0 and (request.state = 'draft' or reserved_at < (
         select max(id) from budget_move own where own.funding_source_id = funding_source.id
           and own.reference = request.number and own.kind = 'reserve'))) as bound,
      exists (select 1 from funding_source other where other.paying_body_id = body.id and other.received > 0
        and other.fiscal_year = funding_source.fiscal_year) as "recordsCash"
    from (select coalesce(debt_source_id, funding_source_id) as funding_source_id, sum(held.amount)::bigint as amount
          from held cross join request group by 1) asked
    join funding_source on funding_source.id = asked.funding_source_id cross join body cross join request order by 1`,
  bands: `select from_amount::text as amount, json_agg(json_build_object('step', step, 'function', function,
      'signers', signers) order by step, function) as signatures
    from approval_band join bound on bound.set_id = approval_band.set_id group by from_amount order by from_amount`,
  siblings: `select other.number as request, other.gross::text as gross, coalesce(shared.amount, 0)::text as shared,
      (select max(taken_at) at time zone 'Asia/Jakarta' from payment_request_step
        where request_id = other.id and to_state = 'submitted')::date as "submittedOn"
    from request join payment_request other on other.paying_body_id = request.paying_body_id
      and other.id <> request.id and other.state not in ('draft', 'cancelled')
    left join lateral (select sum(entitlement.amount) as amount from request_entitlement taken
      join entitlement on entitlement.id = taken.entitlement_id join honor_line line on line.id = honor_line_id
      where taken.request_id = other.id and returned_at is null and other.months && request.months
        and service_month = any(request.months)) shared on true
    where exists (select from bound) and exists (
      select from request_entitlement taken join entitlement on entitlement.id = taken.entitlement_id
      join funding_source on funding_source.id = coalesce(other.debt_source_id, funding_source_id)
      where taken.request_id = other.id and fiscal_year in (
        select own.fiscal_year from held join funding_source own
          on own.id = coalesce(request.debt_source_id, held.funding_source_id)))
    order by 1`,
  debt: `select body.code || '/' || label || '/' || fiscal_year as source,
      nullif(concat_ws(' tentang ', basis_number, basis_title), '') as basis
    from request cross join body left join funding_source on funding_source.id = debt_source_id
    where request.kind = 'prior-year'`,
  ceilings: `select price.kind, price.scope, nullif(price.component, '') as component, price.amount::text as "limit",
      price.unit, nullif(price.activity, '') as activity,
      price.valid_from as "from", price.valid_to as "to", price.basis
    from control_ceiling price cross join body
    where price.scope = case price.kind when 'headcount' then body.code else body.region_code end
      or (price.kind = 'rate' and starts_with(body.region_code, price.scope || '.'))
    order by price.id`,
  declarations: `select distinct on (kader_id, body, what, valid_from) kader_id as "kaderId", declared.body, what,
      valid_from as "from", valid_to as "to"
    from control_declaration declared join payee on payee.id = kader_id
    order by kader_id, body, what, valid_from, declared.id desc`,
  deductions: `select cut.kader_id as "kaderId", cut.kind, sum(cut.amount)::text as amount,
      policy.legal_basis_number as policy,
      (select case when value_sealed is not null then 'tercatat' end from kader_tax_fact fact where fact.kader_id = cut.kader_id and fact.kind = 'participant'
        and fact.valid_from <= max(request.deducted_on) order by fact.valid_from desc, fact.id desc limit 1) as proof
    from request join kader_deduction cut on cut.request_id = request.id and cut.borne_by is null and cut.amount > 0
    left join deduction_policy policy on policy.id = cut.policy_id
    group by cut.kader_id, cut.kind, policy.id order by 1, 2`,
  payments: `select kader_id as "kaderId", amount::text from disbursement where request_id = $1 order by kader_id`,
  arrears: `select line.kader_id as "kaderId", service_month as month, sum(entitlement.amount)::text as amount
    from payee join honor_line line on line.kader_id = payee.id
    join entitlement on entitlement.honor_line_id = line.id
    join funding_source on funding_source.id = funding_source_id
    join body on body.id = funding_source.paying_body_id
    where service_month <> all ((select months from request)::text[])
      and not exists (select 1 from request_entitlement taken
        where taken.entitlement_id = entitlement.id and returned_at is null)
    group by line.kader_id, service_month having sum(entitlement.amount) > 0 order by 1, 2`,
  paidOutsideSk: `select kader.name as kader, encode(kader.nik_sealed, 'hex') as nik, service_month as month, sum(entitlement.amount)::text as amount,
      other.number as request
    from body join payment_request other on other.paying_body_id = body.id and other.state in ('disbursing', 'settled')
    join request_entitlement taken on taken.request_id = other.id and returned_at is null
    join entitlement on entitlement.id = taken.entitlement_id
    join honor_line line on line.id = honor_line_id join kader on kader.id = line.kader_id
    where not exists (select 1 from appointment where kader_id = kader.id and active && ${MONTH})
    group by kader.id, service_month, other.number having sum(entitlement.amount) > 0 order by kader.id, service_month`,
  overpayments: `select claim.id as "overpaymentId", claim.number, claim.kader_id as "kaderId",
      (-sum(loose.amount))::text as amount,
      coalesce((select case when plan_id is null then 'proposed' else 'confirmed' end from overpayment_plan plan
        left join overpayment_confirmation on plan_id = plan.id where plan.overpayment_id = claim.id
        order by plan.id desc limit 1), 'none') as plan,
      exists (select from overpayment_part part
        join request_entitlement taken on taken.entitlement_id = part.entitlement_id and returned_at is null
        where part.overpayment_id = claim.id and taken.request_id = $1) as "isTakenHere"
    from claim join loose on loose.overpayment_id = claim.id
    group by claim.id, claim.number, claim.kader_id having sum(loose.amount) < 0 order by claim.id`,
  instalments: `select loose.overpayment_id as "overpaymentId", loose.kader_id as "kaderId", entitlement_id as "entitlementId",
      funding_source_id as "sourceId", (select code from body) || '/' || label || '/' || fiscal_year as source, service_month as "serviceMonth", component,
      loose.amount::text, loose.instalment, due_month as due, mode
    from loose join overpayment_plan plan on plan.id = plan_id
    join honor_line on honor_line.id = honor_line_id
    join funding_source on funding_source.id = funding_source_id order by 1, loose.instalment, entitlement_id`,
  shares: `select entitlement_id as "entitlementId", line.kader_id as "kaderId", funding_source_id as "sourceId",
      service_month as "serviceMonth", component, entitlement.amount::text
    from request_entitlement join entitlement on entitlement.id = entitlement_id
    join honor_line line on line.id = honor_line_id
    where request_id = $1 and line.kader_id in (select kader_id from loose where plan_id is not null)
    order by entitlement_id`,
  hands: `select part, full_name || ' (' || username || ')' as person from request
    cross join lateral (values ('penyusun', prepared_by), ('verifikator', verified_by),
      ('pemberi persetujuan', approved_by), ('pembayar', released_by)) hand (part, taken_by)
    join app_user on app_user.id = taken_by
    union all select part_name || case when is_represented then ' yang diwakili' else '' end,
      full_name || ' (' || username || ')'
    from request join request_hand hand on (hand.request_id, hand.submission) = (request.id, request.submission)
    join (values ('prepare', 'penyusun'), ('verify', 'verifikator'), ('approve', 'pemberi persetujuan'),
      ('release', 'pembayar'), ('countersign', 'penanda tangan tambahan')) named (part, part_name) using (part)
    join app_user on app_user.id = hand.user_id
    where request.state <> 'draft' and (is_represented or part = 'countersign') order by 1, 2`,
  accountHands: `select distinct full_name || ' (' || username || ')' as person, kader.name as kader,
      replaces_id is not null or heir_id is not null as "isChange"
    from payee join kader on kader.id = payee.id
    join bank_account recorded on recorded.kader_id = kader.id and superseded_at is null
    join app_user on app_user.id = recorded_by
    where not exists (select 1 from disbursement where bank_account_id = recorded.id and state = 'paid')
    order by 1, 2`,
} as const;

export type FactPart = keyof typeof PARTS;

/**
 * One statement, so that all parts are of one moment: $1 request, $2 past months, $3 to $4 days, $5 whether it is
 * reserved, $6 today. Ask it with `planOnce`: planning so many parts takes as long as reading them.
 */
export const CONTROL_FACTS_SQL = `${SCOPE} select ${Object.entries(PARTS)
  .map(([name, query]) => `(select coalesce(json_agg(one_fact), '[]') from (${query}) one_fact) as "${name}"`)
  .join(',\n')}`;
