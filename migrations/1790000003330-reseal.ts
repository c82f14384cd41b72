import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is sealed may be sealed again under another key, also in rows that are never changed otherwise: the same
 * text, as far as the database can tell, and nothing else of the row.
 */
export class Reseal1790000003330 implements MigrationInterface {
  name = 'Reseal1790000003330';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(guard);
    for (const table of APPEND_ONLY) {
      await runner.query(`
        drop trigger ${table}_append_only on ${table};
        create trigger ${table}_append_only before delete on ${table} for each row execute function refuse_change();
        create trigger ${table}_only_resealed before update on ${table} for each row execute function guard_resealing();
      `);
    }
    await runner.query(`
      create trigger kader_nik_only_resealed before update of nik_sealed, nik_digest on kader for each row
        when (old.nik_digest <> new.nik_digest
          or (old.nik_sealed <> new.nik_sealed and not is_resealed(old.nik_sealed, new.nik_sealed)))
        execute function refuse_change();
      create trigger bank_account_only_resealed before update of account_number_sealed on bank_account for each row
        when (old.account_number_sealed <> new.account_number_sealed
          and not is_resealed(old.account_number_sealed, new.account_number_sealed))
        execute function refuse_change();
      grant update (nik_sealed, account_number_sealed) on heir to honor_app;
      grant update (value_sealed) on kader_tax_fact to honor_app;
      grant update (account_number_sealed) on bank_account to honor_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (nik_sealed, account_number_sealed) on heir from honor_app;
      revoke update (value_sealed) on kader_tax_fact from honor_app;
      revoke update (account_number_sealed) on bank_account from honor_app;
      drop trigger kader_nik_only_resealed on kader;
      drop trigger bank_account_only_resealed on bank_account;
    `);
    for (const table of APPEND_ONLY) {
      await runner.query(`
        drop trigger ${table}_only_resealed on ${table};
        drop trigger ${table}_append_only on ${table};
        create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change();
      `);
    }
    await runner.query('drop function guard_resealing(); drop function is_resealed(bytea, bytea)');
  }
}

const APPEND_ONLY = ['heir', 'kader_tax_fact'] as const;

// A sealed value: version, length of the id of its key, that id, then nonce, tag and text. Not strict and not a query,
// so that it costs a large table next to nothing.
const guard = `
  create function is_resealed(old_value bytea, new_value bytea) returns boolean language sql immutable parallel safe
    set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(octet_length(new_value) > 30 and get_byte(new_value, 0) = 1
      and octet_length(new_value) - get_byte(new_value, 1) = octet_length(old_value) - get_byte(old_value, 1)
      and substring(new_value from 2 for 1 + get_byte(new_value, 1)) <> substring(old_value from 2 for 1 + get_byte(old_value, 1)), false)
  $$;

  -- Nothing else of the row may change.
  create function guard_resealing() returns trigger language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$
  declare
    was jsonb := to_jsonb(old);
    is_now jsonb := to_jsonb(new);
    one text;
  begin
    for one in select key from jsonb_each(was) where value is distinct from is_now -> key loop
      if one not like '%\\_sealed'
         or not is_resealed(decode(substr(was ->> one, 3), 'hex'), decode(substr(is_now ->> one, 3), 'hex')) then
        raise exception '% of % is never changed: it may only be sealed again', one, tg_table_name using errcode = '42501';
      end if;
    end loop;
    return new;
  end $$;
  revoke execute on function guard_resealing(), is_resealed(bytea, bytea) from public;
  grant execute on function is_resealed(bytea, bytea) to honor_app;
`;
