import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who holds which role for what, since when and on what basis. A grant is never changed, only revoked once; nobody
 * grants or revokes her own. The roles and their scopes are those of `core/access/role.ts`.
 */
export class RoleGrants1790000003100 implements MigrationInterface {
  name = 'RoleGrants1790000003100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(grants);
    await runner.query(guard);
    await runner.query(
      `grant select, insert, update (revoked_at, revoked_by, revoke_reason) on role_grant to honor_app`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table role_grant; drop function guard_role_grant();`);
  }
}

const grants = `
  create table role_grant (
    id int generated always as identity primary key,
    user_id int not null references app_user,
    role text not null,
    scope_kind text not null,
    region_code text references region,
    payer_code text references paying_body (code),
    kader_id int references kader,
    basis text not null check (btrim(basis) <> ''),
    granted_at timestamptz not null,
    -- null: the first administrator, who nobody was there to appoint
    granted_by int references app_user,
    revoked_at timestamptz,
    revoked_by int references app_user,
    revoke_reason text check (btrim(revoke_reason) <> ''),
    constraint role_grant_role_fits_scope check (
      (scope_kind in ('region', 'payer') and role in ('operator', 'verifier', 'approver', 'treasurer'))
      or (scope_kind = 'region' and role in ('pokjanal', 'auditor'))
      or (scope_kind = 'person' and role = 'kader')
      or (scope_kind = 'installation' and role = 'administrator')),
    constraint role_grant_names_its_scope check (
      (region_code is not null) = (scope_kind = 'region')
      and (payer_code is not null) = (scope_kind = 'payer')
      and (kader_id is not null) = (scope_kind = 'person')),
    constraint role_grant_by_another check (granted_by <> user_id),
    constraint role_grant_revoked_by_another check (revoked_by <> user_id),
    constraint role_grant_only_first_without_giver check (granted_by is not null or role = 'administrator'),
    check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoke_reason is null)),
    check (revoked_at >= granted_at)
  );
  create unique index role_grant_once on role_grant
    (user_id, role, scope_kind, coalesce(region_code, payer_code, kader_id::text, '')) where revoked_at is null;
  create unique index role_grant_one_without_giver on role_grant ((true)) where granted_by is null;
`;

const guard = `
  create function guard_role_grant() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  begin
    if tg_op = 'INSERT' and new.revoked_at is not null then
      raise exception 'a grant begins unrevoked' using errcode = '23514';
    end if;
    if tg_op = 'UPDATE' and old.revoked_at is not null then
      raise exception 'grant % was revoked and stays so', old.id using errcode = '23514';
    end if;
    return new;
  end $$;
  revoke execute on function guard_role_grant() from public;
  create trigger role_grant_guarded before insert or update on role_grant
    for each row execute function guard_role_grant();
`;
