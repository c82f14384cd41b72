import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tiers (tingkatan) kader held, each from a day on and by a certificate or decree: honor may hang on them, so
 * that what was recorded is never changed, only ended once, or withdrawn when it was mistaken.
 */
export class KaderTiers1790000001110 implements MigrationInterface {
  name = 'KaderTiers1790000001110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query('grant select, insert, update (valid_to, withdrawn_by) on kader_tier to honor_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table kader_tier; drop function guard_kader_tier();');
  }
}

const table = `
  create table kader_tier (
    id int generated always as identity primary key,
    kader_id int not null references kader,
    tier text not null check (tier in ('purwa', 'madya', 'utama')),
    certificate text not null check (btrim(certificate) <> ''),
    valid_from date not null,
    valid_to date,
    import_id int not null references roster_import,
    withdrawn_by int references roster_import,
    held daterange not null generated always as (daterange(valid_from, valid_to, '[]')) stored,
    check (valid_to >= valid_from),
    constraint kader_tier_no_overlap exclude using gist (kader_id with =, held with &&) where (withdrawn_by is null)
  );

  create function guard_kader_tier() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE'
       and to_jsonb(new) - '{valid_to,withdrawn_by,held}'::text[] = to_jsonb(old) - '{valid_to,withdrawn_by,held}'::text[]
       and (old.valid_to is null or new.valid_to is not distinct from old.valid_to)
       and (old.withdrawn_by is null or new.withdrawn_by is not distinct from old.withdrawn_by) then
      return new;
    end if;
    raise exception 'tier % is never changed: end or withdraw it, and record another', old.id using errcode = '42501';
  end $$;
  create trigger kader_tier_guarded before update or delete on kader_tier for each row execute function guard_kader_tier();
  create trigger kader_tier_not_truncated before truncate on kader_tier for each statement execute function refuse_change();
`;
