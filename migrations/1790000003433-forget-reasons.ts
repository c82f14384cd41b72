import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why somebody did something may name a kader, and stands in the chain: it is hashed there, so the text may go and its
 * hash take its place. Layout: src/core/audit/README.md.
 */
export class ForgetReasons1790000003433 implements MigrationInterface {
  name = 'ForgetReasons1790000003433';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit.act add column reason_hash bytea,
        add constraint reason_or_its_hash check (reason_hash is null or (reason = '' and octet_length(reason_hash) = 32));
      ${guard(FORGETTING)}
      ${noting}
      ${forgetting}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function audit.forget_reasons(int, text, int); drop function audit.note_forgotten(text, jsonb);
      ${guard('false')}
      alter table audit.act drop column reason_hash;
    `);
  }
}

const FORGETTING = `old.hash is not null and old.reason <> '' and new.reason = ''
       and new.reason_hash = sha256(convert_to(old.reason, 'UTF8'))
       and to_jsonb(new) - 'reason' - 'reason_hash' = to_jsonb(old) - 'reason' - 'reason_hash'
       and exists (select from public.pseudonymising where transaction = pg_current_xact_id_if_assigned())`;

/** An act is sealed once; afterwards only this may happen to it. */
function guard(may: string): string {
  return `
  create or replace function audit.guard_act() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
  begin
    if ${may} then return new; end if;
    if old.hash is not null or new.hash is null
       or (new.id, new.transaction, new.at, new.actor_kind, new.actor, new.login, new.address, new.agent, new.operation, new.reason)
          is distinct from
          (old.id, old.transaction, old.at, old.actor_kind, old.actor, old.login, old.address, old.agent, old.operation, old.reason)
    then raise exception 'an act is sealed once and never changed' using errcode = '42501'; end if;
    return new;
  end $$;`;
}

// As audit.forget says it: verification counts that no more is missing than was forgotten. Kader 0 is nobody's row.
const noting = `
  create function audit.note_forgotten(what text, told jsonb) returns void language plpgsql
    set search_path = pg_catalog, pg_temp as $$
  declare
    this int := nextval('audit.change_id_seq');
    salt uuid := gen_random_uuid();
    note text := jsonb_build_object('after', told, 'hidden', '[]'::jsonb)::text;
    digest bytea := sha256(uuid_send(salt) || convert_to(note, 'UTF8'));
  begin
    insert into audit.changed_row (change_id, number, object, salt, content, content_hash) values (this, 1, what, salt, note, digest);
    perform audit.add_change(this, 'audit.changed_row', 'forget', 1, false,
      sha256('\\x1201' || int4send(1) || sha256(convert_to(what, 'UTF8')) || int4send(0) || digest));
  end $$;
  revoke execute on function audit.note_forgotten(text, jsonb) from public;`;

// Of acts that changed something of hers, or something that named her and is changed by this act since that change.
// By its keys: an "or", or a
// list that is asked for, would read the whole trail for each kader.
const forgetting = `
  create function audit.forget_reasons(of_kader int, pattern text, since int) returns void language plpgsql
    set search_path = pg_catalog, pg_temp as $$
  declare gone int; changed text[]; changes int[];
  begin
    changed := array(select object from audit.changed_row where change_id = any (array(
      select this.id from audit.change this join audit.act open on open.id = this.act_id
      where open.transaction = pg_current_xact_id() and open.hash is null and this.id > since)));
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
  revoke execute on function audit.forget_reasons(int, text, int) from public;`;
