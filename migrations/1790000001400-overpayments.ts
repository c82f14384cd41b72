import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Overpayments: what a kader was paid beyond what she is entitled to, the plan she signed to give it back, and the
 * cash she gave. Everything here is added to and never changed. There is no way to write a case off: that takes a
 * decree of its own (penghapusan piutang), which nobody has yet.
 */
export class Overpayments1790000001400 implements MigrationInterface {
  name = 'Overpayments1790000001400';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [tables, appendOnly, guards, setOffs, requestMonths(true)]) {
      await runner.query(statements);
    }
    await runner.query(`grant select, insert on overpayment, overpayment_plan, overpayment_confirmation, overpayment_part,
      overpayment_receipt, overpayment_receipt_part to honor_app`);
  }

  /** Refused while there is a case: its instalments would be paid out as if they were honor. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`do $$ begin
      if exists (select 1 from overpayment) then raise exception 'there are overpayments: this cannot be undone'; end if;
    end $$`);
    await runner.query(requestMonths(false));
    await runner.query(`
      drop trigger request_holds_only_agreed_instalments on request_entitlement;
      drop table overpayment_receipt_part, overpayment_receipt, overpayment_part, overpayment_confirmation,
        overpayment_plan, overpayment;
      drop function guard_overpayment(); drop function guard_overpayment_confirmation();
      drop function guard_overpayment_receipt_part(); drop function guard_held_instalment();
      drop index entitlement_corrections;
    `);
  }
}

const tables = `
  create index entitlement_corrections on entitlement (honor_line_id) where amount < 0;

  create table overpayment (
    id int generated always as identity primary key,
    number text not null unique check (btrim(number) <> ''),
    paying_body_id int not null references paying_body,
    kader_id int not null references kader,
    amount bigint not null check (amount > 0),
    opened_by int not null references app_user,
    opened_at timestamptz not null,
    unique (id, paying_body_id)
  );
  create index overpayment_by_kader on overpayment (kader_id);

  -- What she signed (kesanggupan mencicil). The latest that a second person confirmed is in force.
  create table overpayment_plan (
    id int generated always as identity primary key,
    overpayment_id int not null references overpayment,
    instalment bigint not null check (instalment > 0),
    first_month char(7) not null check (first_month ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
    mode text not null check (mode in ('set-off', 'cash')),
    document text not null check (btrim(document) <> ''),
    proposed_by int not null references app_user,
    proposed_at timestamptz not null
  );
  create table overpayment_confirmation (
    plan_id int primary key references overpayment_plan,
    confirmed_by int not null references app_user,
    confirmed_at timestamptz not null
  );

  -- The entitlements that make up a case. One that is too large for an instalment is released (its mirror, which
  -- names it) and written anew in smaller parts; their sum is always what was overpaid.
  create table overpayment_part (
    entitlement_id int primary key references entitlement,
    overpayment_id int not null references overpayment,
    is_claim boolean not null, -- one of the corrections that the case was opened for
    releases_id int unique references overpayment_part,
    plan_id int references overpayment_plan,
    instalment int check (instalment > 0),
    due_month char(7) check (due_month ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
    check (num_nulls(plan_id, instalment, due_month) in (0, 3)),
    check (releases_id is null or (plan_id is null and not is_claim))
  );
  create index overpayment_part_by_case on overpayment_part (overpayment_id);

  create table overpayment_receipt (
    id int generated always as identity primary key,
    overpayment_id int not null,
    paying_body_id int not null,
    number text not null check (btrim(number) <> ''),
    amount bigint not null check (amount > 0),
    received_on date not null,
    batch_id int not null unique references ledger.batch,
    recorded_by int not null references app_user,
    recorded_at timestamptz not null,
    unique (paying_body_id, number),
    foreign key (overpayment_id, paying_body_id) references overpayment (id, paying_body_id)
  );
  create table overpayment_receipt_part (
    entitlement_id int primary key references overpayment_part,
    receipt_id int not null references overpayment_receipt
  );
  create index overpayment_receipt_part_by_receipt on overpayment_receipt_part (receipt_id);
`;

const appendOnlyTables = [
  'overpayment',
  'overpayment_plan',
  'overpayment_confirmation',
  'overpayment_part',
  'overpayment_receipt',
  'overpayment_receipt_part',
] as const;

const appendOnly = appendOnlyTables
  .map(
    (table) => `
  create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change();
  create trigger ${table}_not_truncated before truncate on ${table} for each statement execute function refuse_change();`,
  )
  .join('\n');

const guards = `
  -- A plan is agreed by two people.
  create function guard_overpayment_confirmation() returns trigger language plpgsql as $$
  begin
    if (select proposed_by from overpayment_plan where id = new.plan_id) = new.confirmed_by then
      raise exception 'plan % is confirmed by who proposed it', new.plan_id
        using errcode = '23514', constraint = 'overpayment_plan_by_two_people';
    end if;
    return new;
  end $$;
  create trigger overpayment_plan_by_two_people before insert on overpayment_confirmation
    for each row execute function guard_overpayment_confirmation();

  -- What is paid back in cash is still owed: no request holds it and nothing replaced it.
  create function guard_overpayment_receipt_part() returns trigger language plpgsql as $$
  declare part overpayment_part;
  begin
    select * into part from overpayment_part where entitlement_id = new.entitlement_id;
    perform pg_advisory_xact_lock(hashtextextended('overpayment/' || part.overpayment_id, 0));
    if part.releases_id is not null
       or part.overpayment_id <> (select overpayment_id from overpayment_receipt where id = new.receipt_id)
       or exists (select 1 from overpayment_part release where release.releases_id = new.entitlement_id)
       or exists (select 1 from request_entitlement where entitlement_id = new.entitlement_id and returned_at is null) then
      raise exception 'entitlement % of overpayment % is not owed any more', new.entitlement_id, part.overpayment_id
        using errcode = '23514', constraint = 'overpayment_recovered_once';
    end if;
    return new;
  end $$;
  create trigger overpayment_recovered_once before insert on overpayment_receipt_part
    for each row execute function guard_overpayment_receipt_part();

  -- At commit: the parts are of her and this payer and add up to what was overpaid, whatever was split; each receipt is
  -- the sum of what it settles, so that together they never pass what was owed; no instalment is above the agreed one.
  create function guard_overpayment() returns trigger language plpgsql as $$
  declare content jsonb := to_jsonb(new); target overpayment; fault text;
  begin
    select * into target from overpayment where id = case tg_table_name
      when 'overpayment' then (content ->> 'id')::int
      when 'overpayment_receipt_part' then (select overpayment_id from overpayment_receipt where id = (content ->> 'receipt_id')::int)
      else (content ->> 'overpayment_id')::int end;
    with part as (
      select overpayment_part.*, entitlement.amount, funding_source_id, paying_body_id, kader_id, service_month, component
      from overpayment_part join entitlement on entitlement.id = entitlement_id
      join honor_line on honor_line.id = honor_line_id join funding_source on funding_source.id = funding_source_id
      where overpayment_id = target.id),
    live as (select * from part where releases_id is null
      and not exists (select 1 from part release where release.releases_id = part.entitlement_id))
    select case
      when exists (select 1 from part where (kader_id, paying_body_id) <> (target.kader_id, target.paying_body_id))
        then 'has parts of somebody else'
      when (select coalesce(sum(amount), 0) from part) <> -target.amount then 'is not the sum of its parts'
      when exists (select 1 from live where amount > 0) then 'has a part that is owed to her'
      when exists (select 1 from part release join part released on released.entitlement_id = release.releases_id
        where (release.amount, release.funding_source_id, release.service_month, release.component)
          <> (-released.amount, released.funding_source_id, released.service_month, released.component))
        then 'has a release that does not mirror its part'
      when exists (select 1 from part join overpayment_receipt_part settled on settled.entitlement_id = part.releases_id)
        then 'has a part that was paid back and released'
      when exists (select 1 from part join request_entitlement held on held.entitlement_id = part.releases_id
        where held.returned_at is null) then 'has a part that a request holds and was released'
      when exists (
        select 1 from overpayment_receipt receipt where receipt.overpayment_id = target.id and receipt.amount is distinct from (
          select -sum(amount) from overpayment_receipt_part settled join part on part.entitlement_id = settled.entitlement_id
          where settled.receipt_id = receipt.id)) then 'has a receipt that is not the sum of what it settles'
      when exists (
        select 1 from live join overpayment_plan plan on plan.id = plan_id
        group by plan.id, live.instalment having -sum(amount) > plan.instalment) then 'has an instalment above the agreed one'
      when exists (select 1 from part where plan_id is not null
        and not exists (select 1 from overpayment_confirmation confirmed where confirmed.plan_id = part.plan_id))
        then 'has instalments that nobody confirmed'
    end into fault;
    if fault is not null then
      raise exception 'overpayment % %', target.number, fault using errcode = '23514', constraint = 'overpayment_whole';
    end if;
    return null;
  end $$;
${['overpayment', 'overpayment_part', 'overpayment_receipt', 'overpayment_receipt_part']
  .map(
    (table) => `
  create constraint trigger ${table}_whole_at_commit after insert on ${table}
    deferrable initially deferred for each row execute function guard_overpayment();`,
  )
  .join('\n')}
`;

const setOffs = `
  -- Of a case a request holds only instalments that she agreed to have set off, when they are due, and once.
  create function guard_held_instalment() returns trigger language plpgsql as $$
  declare part overpayment_part;
  begin
    select * into part from overpayment_part where entitlement_id = new.entitlement_id;
    if not found then return new; end if;
    perform pg_advisory_xact_lock(hashtextextended('overpayment/' || part.overpayment_id, 0));
    if part.plan_id is null
       or not exists (select 1 from overpayment_plan plan where plan.id = part.plan_id and mode = 'set-off')
       or part.due_month > (select max(month) from payment_request, unnest(months) as month where id = new.request_id)
       or exists (select 1 from overpayment_part release where release.releases_id = new.entitlement_id)
       or exists (select 1 from overpayment_receipt_part settled where settled.entitlement_id = new.entitlement_id) then
      raise exception 'entitlement % of overpayment % cannot be set off', new.entitlement_id, part.overpayment_id
        using errcode = '23514', constraint = 'overpayment_set_off_as_agreed';
    end if;
    return new;
  end $$;
  create trigger request_holds_only_agreed_instalments before insert on request_entitlement
    for each row execute function guard_held_instalment();
`;

const monthsOfRequest = 'service_month::text <> all (request.months)';
const monthsButInstalments = `(${monthsOfRequest}
          and not exists (select 1 from overpayment_part where overpayment_part.entitlement_id = entitlement.id))`;

// An instalment is taken from honor of later months than the one that was overpaid. The check of a request's totals
// stays as it stands in the schema, but for that.
function requestMonths(allowsInstalments: boolean): string {
  const [before, after] = allowsInstalments
    ? [monthsOfRequest, monthsButInstalments]
    : [monthsButInstalments, monthsOfRequest];
  return `
    do $patch$ declare
      before constant text := $text$${before}$text$;
      body text := pg_get_functiondef('guard_request_totals'::regproc);
    begin
      if strpos(body, before) = 0 then raise exception 'the check of the months of a request is not as expected'; end if;
      execute replace(body, before, $text$${after}$text$);
    end $patch$;
  `;
}
