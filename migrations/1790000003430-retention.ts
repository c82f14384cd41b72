import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How long evidence about a person is kept, by rules that an administrator records, and what is known of each kader that
 * decides whether it is over.
 */
export class Retention1790000003430 implements MigrationInterface {
  name = 'Retention1790000003430';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [rules, indexes, facts]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function retention_facts(int[]); drop function requests_of_kader(int); drop function logins_of_kader(int);
      drop table retention_rule; drop function guard_retention_rule(); drop function present_moment();
      drop index disbursement_by_kader; drop index roster_change_by_kader; drop index bank_account_of_kader;
      drop index role_grant_by_kader; drop index control_finding_by_kader; drop index control_finding_by_other;
      drop index referral_by_kader;
      drop index request_entitlement_returned; drop index payment_request_step_by_request; drop index overpayment_plan_by_case;
      drop index user_session_by_user; drop index access_token_by_user;
    `);
  }
}

const rules = `
  create table retention_rule (
    id int generated always as identity primary key,
    years int not null check (years between 1 and 100),
    valid_from date not null,
    basis text not null check (btrim(basis) <> ''),
    reason text not null check (btrim(reason) <> ''),
    recorded_by int not null references app_user,
    recorded_at timestamptz not null
  );
  -- The clock of the database: whoever may call a function, or write a row, cannot state when.
  create function present_moment() returns timestamptz language sql volatile
    set search_path = pg_catalog, public, pg_temp as $$ select clock_timestamp() $$;

  create function guard_retention_rule() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp as $$
  declare
    recorded_on date := (new.recorded_at at time zone 'Asia/Jakarta')::date;
    until_then int;
  begin
    -- one after the other, so that each is compared with what is in force
    perform pg_advisory_xact_lock(hashtextextended('retention_rule', 0));
    if abs(extract(epoch from new.recorded_at - present_moment())) > 3600 then
      raise exception 'a rule is recorded now, and not at %', new.recorded_at
        using errcode = '23514', constraint = 'retention_rule_recorded_now';
    end if;
    if new.valid_from < recorded_on then
      raise exception 'a rule begins when it is recorded, or later' using errcode = '23514', constraint = 'retention_rule_from_now_on';
    end if;
    select years into until_then from retention_rule where valid_from <= new.valid_from order by valid_from desc, id desc limit 1;
    if (until_then is null or new.years < until_then) and new.valid_from < recorded_on + 30 then
      raise exception 'the first rule, and a shorter one, begin at least 30 days after they are recorded'
        using errcode = '23514', constraint = 'retention_rule_with_notice';
    end if;
    return new;
  end $$;
  revoke execute on function present_moment(), guard_retention_rule() from public;
  create trigger retention_rule_guarded before insert on retention_rule for each row execute function guard_retention_rule();
  create trigger retention_rule_append_only before update or delete on retention_rule
    for each row execute function refuse_change();
  create trigger retention_rule_not_truncated before truncate on retention_rule
    for each statement execute function refuse_change();
  grant select on retention_rule to honor_reader;
  grant select, insert on retention_rule to honor_app;
  select audit.watch('retention_rule');
`;

const indexes = `
  create index disbursement_by_kader on disbursement (kader_id);
  create index roster_change_by_kader on roster_change (kader_id);
  create index bank_account_of_kader on bank_account (kader_id);
  create index role_grant_by_kader on role_grant (kader_id) where kader_id is not null;
  create index control_finding_by_kader on control_finding (kader_id) where kader_id is not null;
  create index control_finding_by_other on control_finding ((evidence ->> 'other')) where evidence ->> 'other' is not null;
  create index referral_by_kader on referral (kader_id);
  create index request_entitlement_returned on request_entitlement (entitlement_id) where returned_at is not null;
  create index payment_request_step_by_request on payment_request_step (request_id);
  create index overpayment_plan_by_case on overpayment_plan (overpayment_id);
  create index user_session_by_user on user_session (user_id);
  create index access_token_by_user on access_token (user_id);
`;

// That there was nothing to pay in a month is said of everybody in each calculation, for ever: it is no event.
const facts = `
  create function requests_of_kader(of_kader int) returns setof int language sql stable
    set search_path = pg_catalog, public, pg_temp as $$
    with entitled as (
      select entitlement.id from honor_line join entitlement on honor_line_id = honor_line.id where kader_id = of_kader)
    select request_id from entitled join request_entitlement on entitlement_id = entitled.id and returned_at is null
    union select request_id from entitled join request_entitlement on entitlement_id = entitled.id and returned_at is not null
    union select request_id from disbursement where kader_id = of_kader
  $$;

  -- Users who are nothing but this kader.
  create function logins_of_kader(of_kader int) returns setof int language sql stable
    set search_path = pg_catalog, public, pg_temp as $$
    select user_id from role_grant hers where kader_id = of_kader
      and not exists (select from role_grant other where other.user_id = hers.user_id and other.kader_id is distinct from of_kader)
  $$;

  create function retention_facts(which int[]) returns table (
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
  revoke execute on function requests_of_kader(int), logins_of_kader(int), retention_facts(int[]) from public;
  grant execute on function requests_of_kader(int), retention_facts(int[]) to honor_app;
`;
