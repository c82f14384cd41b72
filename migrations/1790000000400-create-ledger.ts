import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The double-entry ledger: one row per entry with its lines as two arrays, so that a row CHECK proves the
 * balance; a hash per entry; a Merkle root per batch; batches chained. Append-only. Byte layout:
 * src/core/ledger/README.md.
 */
export class CreateLedger1790000000400 implements MigrationInterface {
  name = 'CreateLedger1790000000400';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [tables, guards, sealing]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema ledger cascade;`);
  }
}

const tables = `
  create schema ledger;

  create function ledger.is_balanced(amounts bigint[]) returns boolean language plpgsql immutable parallel safe strict as $$
  declare total numeric := 0; amount bigint;
  begin
    foreach amount in array amounts loop
      if amount is null or amount = 0 then return false; end if;
      total := total + amount;
    end loop;
    return total = 0;
  end $$;

  create function ledger.pack_lines(accounts int[], amounts bigint[]) returns bytea language plpgsql immutable parallel safe strict as $$
  declare packed bytea := '';
  begin
    for i in 1..cardinality(accounts) loop
      packed := packed || int4send(accounts[i]) || int8send(amounts[i]);
    end loop;
    return packed;
  end $$;

  -- convert_to is only stable because encodings can be added; to UTF8 from a UTF8 database it cannot change
  create function ledger.utf8(content text) returns bytea language sql immutable parallel safe as $$
    select convert_to(content, 'UTF8') $$;

  create table ledger.account (
    id int generated always as identity primary key,
    code text not null unique check (code ~ '^(Assets|Liabilities|Equity|Income|Expenses)(:[A-Z0-9][A-Za-z0-9-]*)+$'),
    type char(1) not null check (type in ('A', 'L', 'E', 'R', 'X'))
  );

  create table ledger.chain_head (
    one boolean primary key default true check (one),
    position bigint not null,
    hash bytea not null
  );
  insert into ledger.chain_head values (true, 0, sha256('honor-kader ledger genesis v1'));

  create table ledger.batch (
    id int generated always as identity primary key,
    format_version smallint not null default 1 check (format_version = 1),
    kind smallint not null check (kind between 1 and 99),
    effective_on date not null,
    period char(7) not null check (period ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
    idempotency_key text not null unique,
    request_hash bytea not null check (octet_length(request_hash) = 32),
    recorded_at timestamptz not null,
    actor text not null check (btrim(actor) <> ''),
    created_xid xid8 not null default pg_current_xact_id(),
    entry_count int,
    debit_total bigint,
    root bytea,
    position bigint unique,
    previous_hash bytea,
    hash bytea unique,
    check ((position is null) = (hash is null)),
    -- a missing part is false, not unknown: an unknown CHECK would pass
    check (position is null or coalesce(entry_count > 0 and debit_total > 0 and octet_length(root) = 32
      and octet_length(previous_hash) = 32 and octet_length(hash) = 32, false))
  );

  create table ledger.entry (
    batch_id int not null,
    sequence int not null check (sequence > 0),
    kind smallint not null check (kind between 1 and 99),
    party_id int not null,
    region_digits bigint not null,
    accounts int[] not null,
    amounts bigint[] not null, -- debit > 0 > credit, whole rupiah
    reverses_batch_id int,
    reverses_sequence int,
    memo text not null,
    hash bytea not null generated always as (sha256(
      '\\x0001'::bytea || int8send(batch_id) || int4send(sequence) || int2send(kind) || int8send(party_id)
      || int8send(region_digits) || int8send(coalesce(reverses_batch_id, 0)) || int4send(coalesce(reverses_sequence, 0))
      || sha256(ledger.utf8(memo)) || int2send(cardinality(accounts)::smallint)
      || case when cardinality(accounts) = 2
           then int4send(accounts[1]) || int8send(amounts[1]) || int4send(accounts[2]) || int8send(amounts[2])
           else ledger.pack_lines(accounts, amounts) end)) stored,
    primary key (batch_id, sequence),
    check ((reverses_batch_id is null) = (reverses_sequence is null)),
    constraint entry_lines_paired check (array_ndims(accounts) = 1 and array_ndims(amounts) = 1
      and array_lower(accounts, 1) = 1 and array_lower(amounts, 1) = 1
      and cardinality(accounts) = cardinality(amounts) and cardinality(accounts) between 2 and 1000),
    constraint entry_balanced check (case when cardinality(amounts) = 2
      then amounts[1] <> 0 and amounts[1] = -amounts[2] else ledger.is_balanced(amounts) end)
  );
  create unique index entry_reversed_once on ledger.entry (reverses_batch_id, reverses_sequence) where reverses_batch_id is not null;
  create index entry_by_party on ledger.entry (party_id, batch_id);

  -- The trial balance of a batch. Its foreign key stands in for one per line.
  create table ledger.batch_account (
    batch_id int references ledger.batch,
    account_id int not null references ledger.account,
    debit bigint not null check (debit >= 0),
    credit bigint not null check (credit >= 0),
    primary key (batch_id, account_id)
  );

  create view ledger.line as
    select entry.batch_id, entry.sequence, line.number::int as line_number, line.account_id, line.amount,
           entry.party_id, entry.region_digits
    from ledger.entry cross join lateral unnest(accounts, amounts) with ordinality as line(account_id, amount, number);
`;

const guards = `
  create trigger entry_append_only before update or delete on ledger.entry for each row execute function refuse_change();
  create trigger batch_account_append_only before update or delete on ledger.batch_account for each row execute function refuse_change();
  create trigger account_append_only before update or delete on ledger.account for each row execute function refuse_change();
  create trigger batch_not_deleted before delete on ledger.batch for each row execute function refuse_change();
  create trigger head_not_deleted before delete on ledger.chain_head for each row execute function refuse_change();
  create trigger entry_not_truncated before truncate on ledger.entry for each statement execute function refuse_change();
  create trigger batch_account_not_truncated before truncate on ledger.batch_account for each statement execute function refuse_change();
  create trigger account_not_truncated before truncate on ledger.account for each statement execute function refuse_change();
  create trigger batch_not_truncated before truncate on ledger.batch for each statement execute function refuse_change();
  create trigger head_not_truncated before truncate on ledger.chain_head for each statement execute function refuse_change();

  -- A batch is changed once, by its own transaction, to seal it.
  create function ledger.guard_batch() returns trigger language plpgsql as $$
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
  create trigger batch_sealed_once before update on ledger.batch for each row execute function ledger.guard_batch();

  create function ledger.guard_head() returns trigger language plpgsql as $$
  begin
    if new.position <> old.position + 1 or not exists (
      select 1 from ledger.batch
      where position = new.position and hash = new.hash and previous_hash = old.hash) then
      raise exception 'illegal move of the chain head' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger head_moves_forward before update on ledger.chain_head for each row execute function ledger.guard_head();

  create function ledger.guard_open_batch() returns trigger language plpgsql as $$
  declare closed int;
  begin
    select used.batch_id into closed from (select distinct batch_id from new_rows) used
    where not exists (select 1 from ledger.batch
      where id = used.batch_id and hash is null and created_xid = pg_current_xact_id())
    limit 1;
    if found then raise exception 'batch % is not open in this transaction', closed using errcode = '42501'; end if;
    return null;
  end $$;
  create trigger entry_into_open_batch after insert on ledger.entry
    referencing new table as new_rows for each statement execute function ledger.guard_open_batch();
  -- stands in for a foreign key, which would cost a queued check for each of millions of entries that reverse nothing
  create function ledger.guard_reversal() returns trigger language plpgsql as $$
  begin
    if exists (
      select 1 from new_rows reversal where reversal.reverses_batch_id is not null and not exists (
        select 1 from ledger.entry
        where batch_id = reversal.reverses_batch_id and sequence = reversal.reverses_sequence)) then
      raise exception 'a reversal names an entry that does not exist' using errcode = '23503';
    end if;
    return null;
  end $$;
  create trigger entry_reverses_existing after insert on ledger.entry
    referencing new table as new_rows for each statement execute function ledger.guard_reversal();
  create trigger batch_account_into_open_batch after insert on ledger.batch_account
    referencing new table as new_rows for each statement execute function ledger.guard_open_batch();

  create function ledger.guard_commit() returns trigger language plpgsql as $$
  begin
    if not exists (select 1 from ledger.batch where id = new.id and hash is not null) then
      raise exception 'batch % was not sealed', new.id using errcode = '23514';
    end if;
    return null;
  end $$;
  create constraint trigger batch_sealed_at_commit after insert on ledger.batch
    deferrable initially deferred for each row execute function ledger.guard_commit();
`;

const sealing = `
  -- 16-ary: every level hashes groups of 16, until one hash is left. A single leaf is its own root.
  create function ledger.merkle_root(target int) returns bytea language plpgsql as $$
  declare level bytea[];
  begin
    level := array(select hash from ledger.entry where batch_id = target order by sequence);
    while cardinality(level) > 1 loop
      level := array(
        select sha256('\\x0101'::bytea || string_agg(node, ''::bytea order by number))
        from unnest(level) with ordinality as nodes(node, number)
        group by (number - 1) >> 4 order by (number - 1) >> 4);
    end loop;
    return level[1];
  end $$;

  -- Trial balance, root and chain. The head is locked last, after all hashing is done.
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
