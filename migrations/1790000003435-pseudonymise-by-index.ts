import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever is asked about costs what is hers, and not what is everybody's: of 3,000 kader each had cost a pass over every
 * paid entitlement and every finding.
 */
export class PseudonymiseByIndex1790000003435 implements MigrationInterface {
  name = 'PseudonymiseByIndex1790000003435';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(indexes);
    await runner.query(requests);
    await runner.query(facts);
    await runner.query(rows);
    await runner.query(trail);
  }

  // The functions answer the same as before; the table goes with the migration that made it.
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index request_entitlement_returned; drop index payment_request_step_by_request;
      drop index overpayment_plan_by_case; drop index user_session_by_user; drop index access_token_by_user;
      drop index pseudonymising_by_transaction;
    `);
  }
}

const indexes = `
  create index request_entitlement_returned on request_entitlement (entitlement_id) where returned_at is not null;
  create index payment_request_step_by_request on payment_request_step (request_id);
  create index overpayment_plan_by_case on overpayment_plan (overpayment_id);
  create index user_session_by_user on user_session (user_id);
  create index access_token_by_user on access_token (user_id);
  -- Marks come and go in one transaction: until they are vacuumed they are many, and none of them is this one's.
  create index pseudonymising_by_transaction on pseudonymising (transaction);
`;

const requests = `
  create or replace function requests_of_kader(of_kader int) returns setof int language sql stable
    set search_path = pg_catalog, public, pg_temp as $$
    with entitled as (
      select entitlement.id from honor_line join entitlement on honor_line_id = honor_line.id where kader_id = of_kader)
    select request_id from entitled join request_entitlement on entitlement_id = entitled.id and returned_at is null
    union select request_id from entitled join request_entitlement on entitlement_id = entitled.id and returned_at is not null
    union select request_id from disbursement where kader_id = of_kader
  $$;
`;

const facts = `
  create or replace function retention_facts(which int[]) returns table (
      kader_id int, nagari_code text, last_on date, appointed_until date, owed int8, overpaid int8, open_requests int, open_logins int)
    language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select kader.id, kader.nagari_code, last_on, appointed_until, coalesce(owed, 0), coalesce(overpaid, 0), open_requests, open_logins
    from kader
    cross join lateral (select array(select requests_of_kader(kader.id)) as requests) hers
    cross join lateral (
      select max(coalesce(upper(active) - 1, date '2200-12-31')) as appointed_until from appointment where appointment.kader_id = kader.id) appointed
    cross join lateral (
      select max(day) as last_on from (
        select appointed_until where appointed_until < date '2200-12-31'
        union all select kader.deceased_on
        union all select max((imported_at at time zone 'Asia/Jakarta')::date) from roster_import
          where id = any (array(
            select kader.import_id union select import_id from roster_change where roster_change.kader_id = kader.id
            union select import_id from appointment where appointment.kader_id = kader.id))
        union all select max(greatest((calculated_at at time zone 'Asia/Jakarta')::date,
            ((service_month || '-01')::date + interval '1 month' - interval '1 day')::date))
          from honor_line join calculation on calculation.id = calculation_id where honor_line.kader_id = kader.id
        union all select max(greatest(effective_on, (recorded_at at time zone 'Asia/Jakarta')::date))
          from ledger.entry join ledger.batch on batch.id = batch_id where party_id = kader.id
        union all select max(result_on) from disbursement where disbursement.kader_id = kader.id
        union all select max((taken_at at time zone 'Asia/Jakarta')::date) from payment_request_step where request_id = any (requests)
        union all select max((greatest(recorded_at, confirmed_at, superseded_at) at time zone 'Asia/Jakarta')::date)
          from bank_account where bank_account.kader_id = kader.id
        union all select max((greatest(recorded_at, confirmed_at) at time zone 'Asia/Jakarta')::date)
          from heir left join heir_confirmation on heir_id = heir.id where heir.kader_id = kader.id
        union all select max((recorded_at at time zone 'Asia/Jakarta')::date) from kader_tax_fact where kader_tax_fact.kader_id = kader.id
        union all select max(greatest(valid_to, (recorded_at at time zone 'Asia/Jakarta')::date))
          from control_declaration where control_declaration.kader_id = kader.id
        union all select max((recorded_at at time zone 'Asia/Jakarta')::date) from referral where referral.kader_id = kader.id
        union all select max(held_on) from activity_attendance join activity on activity.id = activity_id
          where activity_attendance.kader_id = kader.id
        union all select max(greatest(opened_at, proposed_at) at time zone 'Asia/Jakarta')::date
          from overpayment left join overpayment_plan on overpayment_id = overpayment.id where overpayment.kader_id = kader.id
      ) event (day)) happened
    cross join lateral (
      select -sum(balance) filter (where balance < 0) as owed, sum(balance) filter (where balance > 0) as overpaid from (
        select sum(amount)::int8 as balance from ledger.entry, unnest(accounts, amounts) as line (account, amount)
        where party_id = kader.id and account in (select payable_account_id from funding_source)
        group by account) by_account) books
    cross join lateral (
      select (select count(*) from payment_request where id = any (requests) and state not in ('settled', 'cancelled'))::int
           + (select count(*) from disbursement where disbursement.kader_id = kader.id and state in ('prepared', 'released'))::int as open_requests,
             (select count(*) from role_grant where role_grant.kader_id = kader.id and revoked_at is null)::int as open_logins) others
    where kader.id = any (which)
  $$;
`;

const rows = `
  update pseudonymised_table set
    rows_of = replace(replace(rows_of, 'in (select logins_of_kader($1))', '= any (array(select logins_of_kader($1)))'),
      'finding_id in (select id from control_finding where kader_id = $1)',
      'finding_id = any (array(select id from control_finding where kader_id = $1))'),
    naming = case table_name
      when 'control_finding' then
        'id = any (array(select id from control_finding where request_id = any (array(select requests_of_kader($1)))
           union select id from control_finding where evidence ->> ''other'' = any ($4)))'
      when 'control_answer' then
        'finding_id = any (array(select id from control_finding where request_id = any (array(select requests_of_kader($1)))))'
      when 'overpayment_plan' then 'overpayment_id = any (array(select id from overpayment where kader_id = $1))'
      when 'referral_answer' then 'referral_id = any (array(select id from referral where kader_id = $1))'
      else replace(replace(naming, 'in (select logins_of_kader($1))', '= any (array(select logins_of_kader($1)))'),
        'in (select requests_of_kader($1))', '= any (array(select requests_of_kader($1)))') end;
`;

// What this act has changed, by its key: an "or", or a list that is asked for, would read the whole trail for each kader.
const trail = `
  create or replace function audit.forget_reasons(of_kader int, pattern text) returns void language plpgsql
    set search_path = pg_catalog, pg_temp as $$
  declare gone int; changed text[]; changes int[];
  begin
    changed := array(select object from audit.changed_row where change_id = any (array(
      select this.id from audit.change this join audit.act open on open.id = this.act_id
      where open.transaction = pg_current_xact_id() and open.hash is null)));
    changes := array(select change_id from audit.changed_row where kader_id = of_kader
      union select change_id from audit.changed_row where object = any (changed));
    for gone in
      update audit.act set reason = '', reason_hash = sha256(convert_to(reason, 'UTF8'))
      where id = any (array(select act_id from audit.change where id = any (changes)))
        and hash is not null and reason ~* pattern
      returning id
    loop
      perform audit.note_forgotten('audit.act:' || gone, jsonb_build_object('reason', 'forgotten'));
    end loop;
  end $$;

  do $do$ declare definition text; changed text; begin
    definition := pg_get_functiondef('pseudonymise(int, jsonb, text[], text, int, timestamptz)'::regprocedure);
    changed := regexp_replace(definition, 'object in \\(\\s+select object from audit\\.changed_row join audit\\.change change on change\\.id = change_id\\s+where change_id > first_change and act_id = (\\(select id from audit\\.act where transaction = pg_current_xact_id\\(\\) and hash is null\\))\\)',
      'object = any (array(select object from audit.changed_row where change_id = any (array(
            select id from audit.change where id > first_change and act_id = \\1))))');
    if changed = definition then raise exception 'pseudonymise is not as it was'; end if;
    execute changed;
  end $do$;
`;
