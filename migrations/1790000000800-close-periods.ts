import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reporting periods that close: a closing and a reopening are batches of the chain without entries, whose root
 * is the hash of what they state. Also lets a batch be streamed: the hash of the request is set at sealing.
 */
export class ClosePeriods1790000000800 implements MigrationInterface {
  name = 'ClosePeriods1790000000800';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [tables, batches, periods, sealing]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statements of [undo, asBefore]) await runner.query(statements);
  }
}

const tables = `
  -- What somebody asks for, until a second person posts it.
  create table ledger.reopening_request (
    id int generated always as identity primary key,
    period char(7) not null check (period ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
    reason text not null check (btrim(reason) <> ''),
    requested_by text not null check (btrim(requested_by) <> ''),
    requested_at timestamptz not null
  );

  -- What a closing (kind 7) or reopening (kind 8) states; its batch carries the hash of it as its root.
  create table ledger.closing (
    batch_id int primary key references ledger.batch,
    reason text not null,
    requested_by text not null check (btrim(requested_by) <> ''),
    request_id int unique references ledger.reopening_request,
    balance_hash bytea not null check (octet_length(balance_hash) = 32)
  );
  create trigger closing_append_only before update or delete on ledger.closing for each row execute function refuse_change();
  create trigger closing_not_truncated before truncate on ledger.closing for each statement execute function refuse_change();
  create trigger closing_into_open_batch after insert on ledger.closing
    referencing new table as new_rows for each statement execute function ledger.guard_open_batch();
  create trigger reopening_request_append_only before update or delete on ledger.reopening_request
    for each row execute function refuse_change();
  create trigger reopening_request_not_truncated before truncate on ledger.reopening_request
    for each statement execute function refuse_change();
`;

const batches = `
  alter table ledger.batch alter column request_hash drop not null;
  alter table ledger.batch drop constraint batch_check1;
  alter table ledger.batch add constraint batch_sealed_whole check (position is null or coalesce(
    octet_length(request_hash) = 32 and octet_length(root) = 32 and octet_length(previous_hash) = 32 and octet_length(hash) = 32
    and case when kind in (7, 8) then entry_count = 0 and debit_total = 0 else entry_count > 0 and debit_total > 0 end, false));

  create or replace function ledger.guard_batch() returns trigger language plpgsql as $$
  begin
    if old.hash is not null or old.created_xid <> pg_current_xact_id() then
      raise exception 'batch % is sealed', old.id using errcode = '42501';
    end if;
    if (new.id, new.format_version, new.kind, new.effective_on, new.period, new.idempotency_key,
        new.recorded_at, new.actor, new.created_xid)
       is distinct from (old.id, old.format_version, old.kind, old.effective_on, old.period, old.idempotency_key,
        old.recorded_at, old.actor, old.created_xid)
       or (old.request_hash is not null and new.request_hash is distinct from old.request_hash) then
      raise exception 'the header of batch % cannot change', old.id using errcode = '42501';
    end if;
    return new;
  end $$;
`;

const periods = `
  -- The last month that is closed, with everything before it; null while none is. A reopening takes the last one back.
  create function ledger.closed_through() returns text language sql stable as $$
    select case kind when 7 then period::text else to_char((period || '-01')::date - 1, 'YYYY-MM') end
    from ledger.batch where kind in (7, 8) and position is not null order by position desc limit 1 $$;
  create index batch_closings on ledger.batch (position) where kind in (7, 8);

  -- The month in which a posting of this month is reported: its own, or the first that is open. From here until the
  -- transaction ends no period closes. Lock order for every path: budget lines by id, periods, chain head.
  create function ledger.open_period(month text) returns text language plpgsql as $$
  declare closed text;
  begin
    perform ledger.lock_periods(false);
    closed := ledger.closed_through();
    return greatest(month, to_char((closed || '-01')::date + interval '1 month', 'YYYY-MM'));
  end $$;

  -- Shared by those who post, alone for whoever closes, who so waits for those at work.
  create function ledger.lock_periods(alone boolean) returns void language plpgsql as $$
  begin
    -- A snapshot from before the lock would not see a closing that was committed in between.
    if current_setting('transaction_isolation') <> 'read committed' then
      raise exception 'the ledger is written at isolation level read committed' using errcode = '25001';
    end if;
    if alone then perform pg_advisory_xact_lock(1310000002);
    else perform pg_advisory_xact_lock_shared(1310000002); end if;
  end $$;

  create function ledger.guard_period() returns trigger language plpgsql as $$
  declare closed text;
  begin
    perform ledger.lock_periods(new.kind in (7, 8));
    closed := ledger.closed_through();
    if new.period < to_char(new.effective_on, 'YYYY-MM') then
      raise exception 'a batch is not reported before it counts' using errcode = '23514', constraint = 'batch_not_before_it_counts';
    end if;
    if new.kind not in (7, 8) and new.period <= closed then
      raise exception 'period % is closed', new.period using errcode = '23514', constraint = 'batch_in_open_period';
    end if;
    if new.kind = 7 and new.period <> to_char((closed || '-01')::date + interval '1 month', 'YYYY-MM') then
      raise exception 'the period to close is the one after %', closed using errcode = '23514', constraint = 'periods_close_in_order';
    end if;
    if new.kind = 8 and new.period is distinct from closed then
      raise exception 'only the last closed period can be reopened' using errcode = '23514', constraint = 'last_period_reopens';
    end if;
    return new;
  end $$;
  create trigger batch_in_open_period before insert on ledger.batch for each row execute function ledger.guard_period();

  -- A reopening is what one person asked for and another one posts.
  create function ledger.guard_closing() returns trigger language plpgsql as $$
  declare batch ledger.batch; request ledger.reopening_request;
  begin
    select * into batch from ledger.batch where id = new.batch_id;
    select * into request from ledger.reopening_request where id = new.request_id;
    if batch.kind = 7 and new.request_id is null and new.reason = '' and new.requested_by = batch.actor then return new; end if;
    if batch.kind = 8 and new.requested_by <> batch.actor
       and (batch.period, new.reason, new.requested_by) is not distinct from (request.period, request.reason, request.requested_by)
    then return new; end if;
    raise exception 'batch % does not close or reopen what was asked for by another person', new.batch_id
      using errcode = '23514', constraint = 'reopened_by_a_second_person';
  end $$;
  create trigger closing_as_asked before insert on ledger.closing for each row execute function ledger.guard_closing();
`;

const sealing = `
  -- Balances by account over the chain so far, hashed as the trial balance of a batch is.
  create function ledger.balance_hash() returns bytea language sql stable as $$
    select sha256(coalesce(string_agg(int4send(account_id) || sha256(ledger.utf8(type || ':' || code)) || int8send(debit)
      || int8send(credit), ''::bytea order by account_id), ''))
    from (select account_id, sum(debit)::bigint as debit, sum(credit)::bigint as credit
          from ledger.batch_account group by account_id) total
    join ledger.account on account.id = account_id $$;

  -- The root of a batch without entries: what it closes or reopens, why, who asked, and the balances at that moment.
  create function ledger.closing_root(target int) returns bytea language sql stable as $$
    select sha256('\\x0401'::bytea || int2send(batch.kind) || ledger.utf8(batch.period) || sha256(ledger.utf8(closing.reason))
      || sha256(ledger.utf8(closing.requested_by)) || closing.balance_hash)
    from ledger.closing join ledger.batch on batch.id = batch_id where batch_id = target $$;

  create function ledger.seal(target int, request bytea) returns bytea language plpgsql as $$
  declare entries bigint; last_sequence int; debits bigint; balance bytea; merkle bytea; sealed bytea;
          head ledger.chain_head; header ledger.batch; asked bytea;
  begin
    select * into header from ledger.batch where id = target;
    asked := coalesce(header.request_hash, request);
    select count(*), max(sequence) into entries, last_sequence from ledger.entry where batch_id = target;
    if (entries = 0) <> (header.kind in (7, 8)) or entries <> coalesce(last_sequence, 0) then
      raise exception 'batch %: empty, or a gap in its sequence (% entries, last %)', target, entries, last_sequence using errcode = '23514';
    end if;
    insert into ledger.batch_account (batch_id, account_id, debit, credit)
      select target, account_id, coalesce(sum(amount) filter (where amount > 0), 0), coalesce(-sum(amount) filter (where amount < 0), 0)
      from ledger.line where batch_id = target group by account_id;
    -- the name of each account is sealed with its totals: renaming it later would change what the books say
    select coalesce(sum(debit), 0), sha256(coalesce(string_agg(int4send(account_id) || sha256(ledger.utf8(type || ':' || code))
        || int8send(debit) || int8send(credit), ''::bytea order by account_id), ''))
      into debits, balance from ledger.batch_account join ledger.account on account.id = account_id where batch_id = target;
    merkle := case when header.kind in (7, 8) then ledger.closing_root(target) else ledger.merkle_root(target) end;
    select * into head from ledger.chain_head for update;
    sealed := sha256('\\x0301'::bytea || head.hash || int8send(head.position + 1) || int8send(target) || int2send(header.kind)
      || int4send(header.effective_on - date '2000-01-01') || ledger.utf8(header.period)
      || sha256(ledger.utf8(header.idempotency_key)) || asked
      || int8send((extract(epoch from header.recorded_at) * 1000000)::bigint) || sha256(ledger.utf8(header.actor))
      || int4send(entries::int) || int8send(debits) || balance || merkle);
    update ledger.batch set request_hash = asked, entry_count = entries, debit_total = debits, root = merkle,
      position = head.position + 1, previous_hash = head.hash, hash = sealed where id = target;
    update ledger.chain_head set position = head.position + 1, hash = sealed;
    return sealed;
  end $$;
  drop function ledger.seal(int);
`;

const undo = `
  do $$ begin
    if exists (select 1 from ledger.closing) then raise exception 'periods were closed: this cannot be undone'; end if;
  end $$;
  drop function ledger.seal(int, bytea);
  drop trigger batch_in_open_period on ledger.batch;
  drop table ledger.closing, ledger.reopening_request;
  drop function ledger.guard_closing(); drop function ledger.guard_period(); drop function ledger.open_period(text);
  drop function ledger.lock_periods(boolean); drop function ledger.closing_root(int); drop function ledger.balance_hash();
  drop index ledger.batch_closings;
  drop function ledger.closed_through();
  alter table ledger.batch drop constraint batch_sealed_whole;
  alter table ledger.batch add constraint batch_check1 check (position is null or coalesce(entry_count > 0 and debit_total > 0
    and octet_length(root) = 32 and octet_length(previous_hash) = 32 and octet_length(hash) = 32, false));
  alter table ledger.batch alter column request_hash set not null;
`;

const asBefore = `
  create or replace function ledger.guard_batch() returns trigger language plpgsql as $$
  begin
    if old.hash is not null or old.created_xid <> pg_current_xact_id() then
      raise exception 'batch % is sealed', old.id using errcode = '42501';
    end if;
    if (new.id, new.format_version, new.kind, new.effective_on, new.period, new.idempotency_key, new.request_hash,
        new.recorded_at, new.actor, new.created_xid)
       is distinct from (old.id, old.format_version, old.kind, old.effective_on, old.period, old.idempotency_key,
        old.request_hash, old.recorded_at, old.actor, old.created_xid) then
      raise exception 'the header of batch % cannot change', old.id using errcode = '42501';
    end if;
    return new;
  end $$;

  create function ledger.seal(target int) returns bytea language plpgsql as $$
  declare entries bigint; last_sequence int; debits bigint; balance bytea; merkle bytea; sealed bytea;
          head ledger.chain_head; header ledger.batch;
  begin
    select count(*), max(sequence) into entries, last_sequence from ledger.entry where batch_id = target;
    if entries = 0 or entries <> last_sequence then
      raise exception 'batch %: empty, or a gap in its sequence (% entries, last %)', target, entries, last_sequence using errcode = '23514';
    end if;
    insert into ledger.batch_account (batch_id, account_id, debit, credit)
      select target, account_id, coalesce(sum(amount) filter (where amount > 0), 0), coalesce(-sum(amount) filter (where amount < 0), 0)
      from ledger.line where batch_id = target group by account_id;
    -- the name of each account is sealed with its totals: renaming it later would change what the books say
    select sum(debit), sha256(string_agg(int4send(account_id) || sha256(ledger.utf8(type || ':' || code)) || int8send(debit)
        || int8send(credit), ''::bytea order by account_id))
      into debits, balance from ledger.batch_account join ledger.account on account.id = account_id where batch_id = target;
    merkle := ledger.merkle_root(target);
    select * into head from ledger.chain_head for update;
    select * into header from ledger.batch where id = target;
    sealed := sha256('\\x0301'::bytea || head.hash || int8send(head.position + 1) || int8send(target) || int2send(header.kind)
      || int4send(header.effective_on - date '2000-01-01') || ledger.utf8(header.period)
      || sha256(ledger.utf8(header.idempotency_key)) || header.request_hash
      || int8send((extract(epoch from header.recorded_at) * 1000000)::bigint) || sha256(ledger.utf8(header.actor))
      || int4send(entries::int) || int8send(debits) || balance || merkle);
    update ledger.batch set entry_count = entries, debit_total = debits, root = merkle, position = head.position + 1,
      previous_hash = head.hash, hash = sealed where id = target;
    update ledger.chain_head set position = head.position + 1, hash = sealed;
    return sealed;
  end $$;
`;
