import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Honor that one budget line paid and another one of the same payer has to bear, settled between the two: she neither
 * owes nor is owed any of it. Added to and never changed.
 */
export class LineTransfers1790000003480 implements MigrationInterface {
  name = 'LineTransfers1790000003480';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [tables, guards, rights]) await runner.query(statements);
  }

  /** Refused while something was settled: it would be paid, or claimed back, once more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`do $$ begin
      if exists (select 1 from line_transfer) then raise exception 'lines were settled: this cannot be undone'; end if;
    end $$`);
    await runner.query(`
      drop trigger request_holds_nothing_settled on request_entitlement;
      drop trigger overpayment_of_nothing_settled on overpayment_part;
      drop table line_transfer_part, line_transfer;
      drop function guard_line_transfer(); drop function guard_settled_shares();
    `);
  }
}

const tables = `
  create table line_transfer (
    id int generated always as identity primary key,
    paying_body_id int not null references paying_body,
    kader_id int not null references kader,
    -- The first of its corrections; each is settled once.
    entitlement_id int not null unique references entitlement,
    amount bigint not null check (amount > 0),
    batch_id int not null references ledger.batch,
    moved_by int not null references app_user,
    moved_at timestamptz not null
  );
  create index line_transfer_by_kader on line_transfer (kader_id);

  -- Corrections of one kader, month and component that add up to nothing over the lines of the payer.
  create table line_transfer_part (
    entitlement_id int primary key references entitlement,
    line_transfer_id int not null references line_transfer
  );
  create index line_transfer_part_by_transfer on line_transfer_part (line_transfer_id);
`;

const guards = `
  create trigger line_transfer_append_only before update or delete on line_transfer
    for each row execute function refuse_change();
  create trigger line_transfer_part_append_only before update or delete on line_transfer_part
    for each row execute function refuse_change();
  create trigger line_transfer_not_truncated before truncate on line_transfer
    for each statement execute function refuse_change();
  create trigger line_transfer_part_not_truncated before truncate on line_transfer_part
    for each statement execute function refuse_change();

  create function guard_line_transfer() returns trigger language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$
  declare content jsonb := to_jsonb(new); target line_transfer; fault text;
  begin
    select * into target from line_transfer where id = case tg_table_name
      when 'line_transfer' then (content ->> 'id')::int else (content ->> 'line_transfer_id')::int end;
    with part as (
      select entitlement.id, entitlement.amount, funding_source_id, paying_body_id, kader_id, service_month, component
      from line_transfer_part join entitlement on entitlement.id = line_transfer_part.entitlement_id
      join honor_line on honor_line.id = honor_line_id join funding_source on funding_source.id = funding_source_id
      where line_transfer_id = target.id)
    select case
      when exists (select 1 from part where (kader_id, paying_body_id) <> (target.kader_id, target.paying_body_id))
        then 'has parts of somebody else'
      when (select count(distinct (service_month, component)) from part) <> 1 then 'is not of one month and component'
      when (select sum(amount) from part) <> 0 then 'gives or takes money'
      when (select sum(amount) from (select sum(amount) as amount from part group by funding_source_id) line
            where amount > 0) is distinct from target.amount::numeric then 'is not what moved between lines'
      when exists (select 1 from part join request_entitlement held on held.entitlement_id = part.id
        where held.returned_at is null) then 'has a part that a request pays'
      when exists (select 1 from part join overpayment_part claimed on claimed.entitlement_id = part.id)
        then 'has a part of an overpayment'
    end into fault;
    if fault is not null then
      raise exception 'line transfer % %', target.id, fault using errcode = '23514', constraint = 'line_transfer_whole';
    end if;
    return null;
  end $$;
  create constraint trigger line_transfer_whole_at_commit after insert on line_transfer
    deferrable initially deferred for each row execute function guard_line_transfer();
  create constraint trigger line_transfer_part_whole_at_commit after insert on line_transfer_part
    deferrable initially deferred for each row execute function guard_line_transfer();

  -- What lines settled is neither paid nor claimed back afterwards.
  create function guard_settled_shares() returns trigger language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$
  declare settled int;
  begin
    select entitlement_id into settled from new_rows join line_transfer_part using (entitlement_id) limit 1;
    if found then
      raise exception 'entitlement % was settled between budget lines', settled
        using errcode = '23514', constraint = 'line_transfer_settled_once';
    end if;
    return null;
  end $$;
  create trigger request_holds_nothing_settled after insert on request_entitlement
    referencing new table as new_rows for each statement execute function guard_settled_shares();
  create trigger overpayment_of_nothing_settled after insert on overpayment_part
    referencing new table as new_rows for each statement execute function guard_settled_shares();
  revoke execute on function guard_line_transfer(), guard_settled_shares() from public;
`;

const rights = `
  alter table line_transfer enable row level security;
  alter table line_transfer_part enable row level security;
  create policy seen_in_scope on line_transfer for select to honor_reader
    using (paying_body_id in (select seen_payers()));
  create policy seen_in_scope on line_transfer_part for select to honor_reader
    using (exists (select from line_transfer it where it.id = line_transfer_id));
  grant select on line_transfer, line_transfer_part to honor_reader;
  grant select, insert on line_transfer, line_transfer_part to honor_app;
  select audit.watch('line_transfer');
  select audit.watch('line_transfer_part');
`;
