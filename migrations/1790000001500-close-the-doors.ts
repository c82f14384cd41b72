import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the application's role could still do by SQL of its own: call trigger functions of the owner on tables of its
 * own, put types of its own before those of the system, take a paid request back, and post what no service would.
 */
export class CloseTheDoors1790000001500 implements MigrationInterface {
  name = 'CloseTheDoors1790000001500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [requests, batches, entries, closings, doors]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statements of [doorsAsBefore, rulesAsBefore]) await runner.query(statements);
  }
}

const requests = `
  -- The life of a request, as core/payment/request-state.ts has it: what was paid stays paid.
  create function guard_request_step() returns trigger language plpgsql as $$
  begin
    if old.state <> new.state and (old.state, new.state) not in (
      ('draft', 'submitted'), ('draft', 'cancelled'), ('submitted', 'verified'), ('submitted', 'draft'), ('verified', 'approved'),
      ('verified', 'draft'), ('approved', 'disbursing'), ('approved', 'draft'), ('disbursing', 'settled')) then
      raise exception 'payment request % cannot go from % to %', old.number, old.state, new.state using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger request_steps_forward before update on payment_request for each row execute function guard_request_step();
`;

const batches = `
  alter table ledger.batch add constraint batch_known_kind check (kind between 1 and 9);
  alter table ledger.batch add constraint batch_day_of_our_time check (effective_on between '1900-01-01' and '2199-12-31');
  alter table ledger.batch add constraint batch_key_of_its_kind check ((kind in (7, 8)) = starts_with(idempotency_key, 'period/'));

  -- A posting is reported in its own month or, when that is closed, in the first open one: in no other, where no report looks.
  create or replace function ledger.guard_period() returns trigger language plpgsql as $$
  declare closed text; next_open text;
  begin
    perform ledger.lock_periods(new.kind in (7, 8));
    closed := ledger.closed_through();
    next_open := to_char((closed || '-01')::date + interval '1 month', 'YYYY-MM');
    if new.kind not in (7, 8) and new.period <> greatest(to_char(new.effective_on, 'YYYY-MM'), next_open) then
      raise exception 'a batch of % is not reported in %', new.effective_on, new.period
        using errcode = '23514', constraint = 'batch_in_open_period';
    end if;
    if new.kind in (7, 8) and new.period <> to_char(new.effective_on, 'YYYY-MM') then
      raise exception 'a closing counts in the month that it closes' using errcode = '23514', constraint = 'closing_in_its_month';
    end if;
    if new.kind = 7 and new.period <> next_open then
      raise exception 'the period to close is the one after %', closed using errcode = '23514', constraint = 'periods_close_in_order';
    end if;
    if new.kind = 8 and new.period is distinct from closed then
      raise exception 'only the last closed period can be reopened' using errcode = '23514', constraint = 'last_period_reopens';
    end if;
    return new;
  end $$;
`;

const entries = `
  alter table ledger.entry add constraint entry_of_somebody check (party_id >= 0 and region_digits > 0);
  -- ten trillion rupiah: more than any line of honor, and far from where totals overflow; two lines are one amount
  alter table ledger.entry add constraint entry_of_sane_amounts check (case when cardinality(amounts) = 2
    then amounts[1] between -10000000000000 and 10000000000000
    else 10000000000000 >= all (amounts) and -10000000000000 <= all (amounts) end);

  -- Called for millions of entries: they name the types of the system in full, instead of a setting for each call.
  create or replace function ledger.is_balanced(amounts bigint[]) returns boolean language plpgsql immutable parallel safe strict as $$
  declare total pg_catalog.numeric := 0; amount pg_catalog.int8;
  begin
    foreach amount in array amounts loop
      if amount is null or amount = 0 then return false; end if;
      total := total + amount;
    end loop;
    return total = 0;
  end $$;
  create or replace function ledger.pack_lines(accounts int[], amounts bigint[]) returns bytea language plpgsql immutable parallel safe strict as $$
  declare packed pg_catalog.bytea := '';
  begin
    for i in 1..cardinality(accounts) loop
      packed := packed || int4send(accounts[i]) || int8send(amounts[i]);
    end loop;
    return packed;
  end $$;

  create or replace function ledger.guard_entries() returns trigger language plpgsql as $$
  declare closed int; has_reversal boolean;
  begin
    select min(used.batch_id) filter (where not exists (select 1 from ledger.batch
             where id = used.batch_id and hash is null and created_xid = pg_current_xact_id()
               and batch.kind = used.lowest and batch.kind = used.highest)),
           bool_or(used.has_reversal)
      into closed, has_reversal
      from (select batch_id, min(kind) as lowest, max(kind) as highest, count(reverses_batch_id) > 0 as has_reversal
            from new_rows group by batch_id) used;
    if closed is not null then
      raise exception 'batch % is not open in this transaction, or of another kind', closed using errcode = '42501';
    end if;
    if has_reversal and exists (
      select 1 from new_rows reversal
      where reversal.reverses_batch_id is not null and not exists (
        select 1 from ledger.entry original join ledger.batch on batch.id = original.batch_id and batch.hash is not null
        where original.batch_id = reversal.reverses_batch_id and original.sequence = reversal.reverses_sequence
          and original.party_id = reversal.party_id and original.region_digits = reversal.region_digits
          and ledger.sorted_lines(original.accounts, original.amounts, 1) = ledger.sorted_lines(reversal.accounts, reversal.amounts, -1))) then
      raise exception 'a reversal names an entry that does not exist, or does not undo it' using errcode = '23503';
    end if;
    return null;
  end $$;

  -- The lines of an entry in one order, each amount times the sign.
  create or replace function ledger.sorted_lines(accounts int[], amounts bigint[], sign int) returns text[] language sql immutable as $$
    select array_agg(account || ':' || amount * sign order by account, amount * sign)
    from unnest(accounts, amounts) as line (account, amount) $$;
`;

const closings = `
  -- The balances a closing states are those of the moment, and a reopening has two people who are known.
  create or replace function ledger.guard_closing() returns trigger language plpgsql as $$
  declare batch ledger.batch; request ledger.reopening_request;
  begin
    select * into batch from ledger.batch where id = new.batch_id;
    select * into request from ledger.reopening_request where id = new.request_id;
    if new.balance_hash is distinct from ledger.balance_hash() then
      raise exception 'batch % does not state the balances of the chain', new.batch_id
        using errcode = '23514', constraint = 'closing_states_the_balances';
    end if;
    if (select count(*) from public.app_user where username in (batch.actor, new.requested_by))
       <> (case when batch.actor = new.requested_by then 1 else 2 end) then
      raise exception 'batch % names somebody who is no user', new.batch_id using errcode = '23514', constraint = 'closing_by_users';
    end if;
    if batch.kind = 7 and new.request_id is null and new.reason = '' and new.requested_by = batch.actor then return new; end if;
    if batch.kind = 8 and lower(new.requested_by) <> lower(batch.actor)
       and (batch.period, new.reason, new.requested_by) is not distinct from (request.period, request.reason, request.requested_by)
    then return new; end if;
    raise exception 'batch % does not close or reopen what was asked for by another person', new.batch_id
      using errcode = '23514', constraint = 'reopened_by_a_second_person';
  end $$;
`;

/** Our own functions: those of extensions belong to them. */
const OWN_FUNCTIONS = `
  select p.oid::regprocedure as signature, prorettype = 'trigger'::regtype as is_trigger, coalesce(proconfig::text, '') as settings
  from pg_proc p where pronamespace in ('public'::regnamespace, 'ledger'::regnamespace) and prokind = 'f'
    and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = p.oid and deptype = 'e')`;

const doors = `
  do $$ declare one record; begin
    for one in ${OWN_FUNCTIONS} loop
      execute format('revoke execute on function %s from public', one.signature);
      -- a trigger function runs for who fires the trigger, not for who may call it
      if not one.is_trigger then execute format('grant execute on function %s to honor_app', one.signature); end if;
      -- these name nothing that could be another's, and are called for every entry
      if one.signature <> all ('{ledger.utf8(text),"ledger.is_balanced(bigint[])","ledger.pack_lines(integer[],bigint[])"}'::regprocedure[])
         and one.settings not like '%search_path=%' then
        execute format('alter function %s set search_path = pg_catalog, public, ledger, pg_temp', one.signature);
      end if;
    end loop;
  end $$;
`;

const doorsAsBefore = `
  do $$ declare one record; begin
    for one in ${OWN_FUNCTIONS} loop
      if one.signature <> 'ledger.seal(int, bytea)'::regprocedure then
        execute format('grant execute on function %s to public', one.signature);
      end if;
      if not one.is_trigger and one.signature <> 'ledger.seal(int, bytea)'::regprocedure then
        execute format('revoke execute on function %s from honor_app', one.signature);
      end if;
      if one.settings like '%search_path=pg_catalog, public, ledger, pg_temp%' then
        execute format('alter function %s reset search_path', one.signature);
      end if;
    end loop;
  end $$;
`;

// The stricter functions stay: everything that was accepted by them is accepted by those before.
const rulesAsBefore = `
  drop trigger request_steps_forward on payment_request;
  drop function guard_request_step();
  alter table ledger.batch drop constraint batch_known_kind, drop constraint batch_day_of_our_time, drop constraint batch_key_of_its_kind;
  alter table ledger.entry drop constraint entry_of_somebody, drop constraint entry_of_sane_amounts;
`;
