import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who changed what, when, from where and why; layout of the chain: src/core/audit/README.md.
 *
 * What a transaction changes is one act, sealed into the chain when it commits; the next migration records it.
 */
export class AuditTrail1790000003340 implements MigrationInterface {
  name = 'AuditTrail1790000003340';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [tables, guards, acting, sealing, forgetting]) {
      await runner.query(statements);
    }
    await runner.query(`
      grant usage on schema audit to honor_app;
      grant select on all tables in schema audit to honor_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema audit cascade');
  }
}

// No foreign keys: nothing but the functions below writes these tables, and verification names what has no act.
const tables = `
  create schema audit;

  -- A transaction that changed something. The xid tells which act is still open; it means nothing afterwards.
  create table audit.act (
    id int generated always as identity primary key,
    transaction xid8 not null default pg_current_xact_id(),
    at timestamptz not null,
    actor_kind text not null check (actor_kind in ('person', 'system', 'visitor', 'database')),
    actor text not null,
    login text not null,
    address text not null,
    agent text not null,
    operation text not null,
    reason text not null,
    change_count int,
    changes_hash bytea,
    position int8 unique,
    previous_hash bytea,
    hash bytea,
    constraint act_sealed_whole check (num_nulls(change_count, changes_hash, position, previous_hash, hash) in (0, 5))
  );
  create unique index act_open_once on audit.act (transaction) where hash is null;
  create index act_by_time on audit.act (at);

  -- One statement on one table. Where many rows are made by the program itself, they are counted and not kept.
  create table audit.change (
    id int generated always as identity primary key,
    act_id int not null,
    table_name text not null,
    action text not null check (action in ('insert', 'update', 'delete', 'truncate', 'forget')),
    row_count int not null check (row_count >= 0),
    is_counted boolean not null,
    rows_hash bytea not null
  );
  create index change_by_act on audit.change (act_id);
  create index change_by_table on audit.change (table_name, act_id);

  -- A row before and after. Salt and content may be forgotten; what is hashed into the chain then still stands.
  create table audit.changed_row (
    change_id int not null,
    number int not null,
    object text not null,
    kader_id int,
    salt uuid,
    content text,
    content_hash bytea not null,
    primary key (change_id, number),
    constraint content_with_its_salt check ((salt is null) = (content is null))
  );
  create index changed_row_by_object on audit.changed_row (object);
  create index changed_row_by_kader on audit.changed_row (kader_id) where kader_id is not null;

  create table audit.chain_head (
    one boolean primary key default true check (one),
    position int8 not null,
    hash bytea not null
  );
  insert into audit.chain_head (position, hash) values (0, sha256('honor-kader audit genesis v1'));
`;

const guards = `
  create function audit.guard_act() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
  begin
    if old.hash is not null or new.hash is null
       or (new.id, new.transaction, new.at, new.actor_kind, new.actor, new.login, new.address, new.agent, new.operation, new.reason)
          is distinct from
          (old.id, old.transaction, old.at, old.actor_kind, old.actor, old.login, old.address, old.agent, old.operation, old.reason)
    then raise exception 'an act is sealed once and never changed' using errcode = '42501'; end if;
    return new;
  end $$;
  create trigger act_sealed_once before update on audit.act for each row execute function audit.guard_act();
  create trigger act_not_deleted before delete on audit.act for each row execute function refuse_change();
  create trigger act_not_truncated before truncate on audit.act for each statement execute function refuse_change();

  create trigger change_append_only before update or delete on audit.change for each row execute function refuse_change();
  create trigger change_not_truncated before truncate on audit.change for each statement execute function refuse_change();

  create function audit.guard_row() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
  begin
    if new.content is not null or (new.change_id, new.number, new.object, new.kader_id, new.content_hash)
       is distinct from (old.change_id, old.number, old.object, old.kader_id, old.content_hash)
    then raise exception 'a recorded row is forgotten or stays as it is' using errcode = '42501'; end if;
    return new;
  end $$;
  create trigger changed_row_stays before update on audit.changed_row for each row execute function audit.guard_row();
  create trigger changed_row_not_deleted before delete on audit.changed_row for each row execute function refuse_change();
  create trigger changed_row_not_truncated before truncate on audit.changed_row for each statement execute function refuse_change();

  create function audit.guard_head() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
  begin
    if new.position <> old.position + 1 then
      raise exception 'the head of the audit trail only moves forward' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger head_moves_forward before update on audit.chain_head for each row execute function audit.guard_head();
  create trigger head_not_deleted before delete on audit.chain_head for each row execute function refuse_change();
  create trigger head_not_truncated before truncate on audit.chain_head for each statement execute function refuse_change();
  revoke execute on function audit.guard_act(), audit.guard_row(), audit.guard_head() from public;
`;

// The time is that of the database: whoever states who acts cannot state when.
const acting = `
  create function audit.stated(what text) returns text language sql stable set search_path = pg_catalog, pg_temp as $$
    select coalesce(current_setting('honor.act_' || what, true), '')
  $$;

  -- The open act of this transaction, by whom the connection says; nobody said: by the login itself.
  create function audit.open_act() returns int language plpgsql set search_path = pg_catalog, pg_temp as $$
  declare opened int; kind text;
  begin
    select id into opened from audit.act where transaction = pg_current_xact_id() and hash is null;
    if opened is not null then return opened; end if;
    kind := audit.stated('kind');
    if kind in ('person', 'system', 'visitor') then
      insert into audit.act (at, actor_kind, actor, login, address, agent, operation, reason)
        values (clock_timestamp(), kind, audit.stated('actor'), session_user, audit.stated('address'),
                audit.stated('agent'), audit.stated('operation'), audit.stated('reason'))
        returning id into opened;
    else
      insert into audit.act (at, actor_kind, actor, login, address, agent, operation, reason)
        values (clock_timestamp(), 'database', session_user, session_user,
                coalesce(host(inet_client_addr()), ''), current_setting('application_name'), '', '')
        returning id into opened;
    end if;
    return opened;
  end $$;

  create function audit.add_change(this int, target text, what text, rows_changed int, only_counted boolean, digest bytea)
    returns void language sql set search_path = pg_catalog, pg_temp as $$
    insert into audit.change (id, act_id, table_name, action, row_count, is_counted, rows_hash)
      overriding system value values (this, audit.open_act(), target, what, rows_changed, only_counted, digest)
  $$;

  revoke execute on function audit.stated(text), audit.open_act(), audit.add_change(int, text, text, int, boolean, bytea)
    from public;
`;

// The lock on the head is the last a transaction takes: it is taken when it commits.
const sealing = `
  create function audit.seal() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare head audit.chain_head; changes int; digest bytea; sealed bytea;
  begin
    select count(*), sha256('\\x1101' || coalesce(string_agg(
             int4send(id) || sha256(convert_to(table_name, 'UTF8')) || sha256(convert_to(action, 'UTF8')) || int4send(row_count)
             || boolsend(is_counted) || rows_hash, ''::bytea order by id), ''))
      into changes, digest from audit.change where act_id = new.id;
    select * into head from audit.chain_head for update;
    sealed := sha256('\\x1001'::bytea || head.hash || int8send(head.position + 1) || int4send(new.id)
      || int8send((extract(epoch from new.at) * 1000000)::bigint)
      || sha256(convert_to(new.actor_kind, 'UTF8')) || sha256(convert_to(new.actor, 'UTF8')) || sha256(convert_to(new.login, 'UTF8'))
      || sha256(convert_to(new.address, 'UTF8')) || sha256(convert_to(new.agent, 'UTF8'))
      || sha256(convert_to(new.operation, 'UTF8')) || sha256(convert_to(new.reason, 'UTF8'))
      || int4send(changes) || digest);
    update audit.act set change_count = changes, changes_hash = digest, position = head.position + 1,
      previous_hash = head.hash, hash = sealed where id = new.id;
    update audit.chain_head set position = head.position + 1, hash = sealed;
    return null;
  end $$;
  revoke execute on function audit.seal() from public;
  create constraint trigger act_sealed_at_commit after insert on audit.act deferrable initially deferred
    for each row when (new.hash is null) execute function audit.seal();
  alter table audit.act enable always trigger act_sealed_at_commit;
`;

// It is itself an act: that something was forgotten about her, by whom and why, stays.
const forgetting = `
  create function audit.forget(of_kader int) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare forgotten int; this int; salt uuid := gen_random_uuid(); note text; digest bytea;
  begin
    update audit.changed_row set salt = null, content = null where kader_id = of_kader and content is not null;
    get diagnostics forgotten = row_count;
    if forgotten = 0 then return 0; end if;
    this := nextval('audit.change_id_seq');
    note := jsonb_build_object('after', jsonb_build_object('rows', forgotten), 'hidden', '[]'::jsonb)::text;
    digest := sha256(uuid_send(salt) || convert_to(note, 'UTF8'));
    insert into audit.changed_row (change_id, number, object, salt, content, content_hash)
      values (this, 1, 'kader:' || of_kader, salt, note, digest);
    perform audit.add_change(this, 'audit.changed_row', 'forget', 1, false,
      sha256('\\x1201' || int4send(1) || sha256(convert_to('kader:' || of_kader, 'UTF8')) || int4send(0) || digest));
    return forgotten;
  end $$;
  revoke execute on function audit.forget(int) from public;
  grant execute on function audit.forget(int) to honor_app;
`;
