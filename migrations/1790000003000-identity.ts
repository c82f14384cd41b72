import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who signs in and how: passwords, second factors, sessions, tokens, links; and which keys seal personal data. */
export class Identity1790000003000 implements MigrationInterface {
  name = 'Identity1790000003000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [factors, entrances, standing, guards, appendOnly, grants]) {
      await runner.query(statements);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table field_key, oidc_link, identity_event, sign_in_throttle, user_standing, one_time_link, access_token,
        user_session, recovery_code, totp_secret, credential;
      drop function keep_ended(); drop function guard_totp_step();
    `);
  }
}

const factors = `
  create table credential (
    user_id int primary key references app_user,
    password_hash text not null check (starts_with(password_hash, '$argon2id$')),
    changed_at timestamptz not null
  );

  -- last_step: the 30 seconds of the last code that was taken; no code of those or earlier ones counts again.
  create table totp_secret (
    id int generated always as identity primary key,
    user_id int not null references app_user,
    sealed_secret bytea not null,
    created_at timestamptz not null,
    confirmed_at timestamptz check (confirmed_at >= created_at),
    last_step int check (last_step > 0),
    ended_at timestamptz check (ended_at >= created_at),
    constraint totp_confirmed_by_a_code check ((confirmed_at is null) = (last_step is null))
  );
  create unique index totp_confirmed_once on totp_secret (user_id) where ended_at is null and confirmed_at is not null;
  create unique index totp_begun_once on totp_secret (user_id) where ended_at is null and confirmed_at is null;

  create table recovery_code (
    id int generated always as identity primary key,
    user_id int not null references app_user,
    digest bytea not null check (octet_length(digest) = 32),
    created_at timestamptz not null,
    used_at timestamptz check (used_at >= created_at),
    ended_at timestamptz check (ended_at >= created_at),
    unique (user_id, digest)
  );
`;

const entrances = `
  create table user_session (
    id int generated always as identity primary key,
    user_id int not null references app_user,
    token_digest bytea not null unique check (octet_length(token_digest) = 32),
    method text not null check (method in ('password', 'oidc')),
    has_second_factor boolean not null,
    signed_in_at timestamptz not null,
    confirmed_at timestamptz not null check (confirmed_at >= signed_in_at),
    last_seen_at timestamptz not null check (last_seen_at >= signed_in_at),
    expires_at timestamptz not null,
    address text not null,
    agent text not null check (length(agent) <= 300),
    ended_at timestamptz check (ended_at >= signed_in_at),
    ended_because text,
    constraint session_ends check (expires_at > signed_in_at and expires_at - signed_in_at <= interval '12 hours'),
    constraint session_end_has_a_reason check ((ended_at is null) = (ended_because is null))
  );
  create index session_open_by_user on user_session (user_id) where ended_at is null;

  create table access_token (
    id int generated always as identity primary key,
    user_id int not null references app_user,
    name text not null check (btrim(name) <> '' and length(name) <= 80),
    token_digest bytea not null unique check (octet_length(token_digest) = 32),
    operations text[] not null check (cardinality(operations) > 0),
    created_by int not null references app_user,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz check (last_used_at >= created_at),
    last_used_address text,
    revoked_at timestamptz check (revoked_at >= created_at),
    constraint token_ends_within_a_year check (expires_at > created_at and expires_at - created_at <= interval '366 days')
  );
  create unique index access_token_name_once on access_token (user_id, name) where revoked_at is null;

  -- Only the first administrator's link is made by nobody, for nobody yet.
  create table one_time_link (
    id int generated always as identity primary key,
    purpose text not null check (purpose in ('first-administrator', 'invitation', 'reset')),
    user_id int references app_user,
    made_by int references app_user,
    token_digest bytea not null unique check (octet_length(token_digest) = 32),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz check (used_at >= created_at and used_at < expires_at),
    ended_at timestamptz check (ended_at >= created_at),
    constraint link_of_somebody check ((purpose = 'first-administrator') = (user_id is null) and (user_id is null) = (made_by is null)),
    constraint link_ends_within_a_week check (expires_at > created_at and expires_at - created_at <= interval '7 days'),
    constraint link_ends_once check (used_at is null or ended_at is null)
  );
  create index link_open_by_user on one_time_link (user_id) where used_at is null and ended_at is null;

  -- Whom an outside provider vouches for. Nobody is made by it.
  create table oidc_link (
    user_id int primary key references app_user,
    issuer text not null check (btrim(issuer) <> ''),
    subject text not null check (btrim(subject) <> ''),
    linked_by int not null references app_user,
    linked_at timestamptz not null,
    unique (issuer, subject)
  );
`;

const standing = `
  -- The last one counts; none: active. Nobody says it of herself.
  create table user_standing (
    id int generated always as identity primary key,
    user_id int not null references app_user,
    is_active boolean not null,
    reason text not null check (btrim(reason) <> ''),
    recorded_by int not null references app_user,
    recorded_at timestamptz not null,
    constraint standing_by_another check (recorded_by <> user_id)
  );
  create index user_standing_last on user_standing (user_id, id desc);

  -- subject: a keyed digest of the name or address, for people type passwords where names belong.
  create table sign_in_throttle (
    subject bytea primary key check (octet_length(subject) = 32),
    failures int not null check (failures >= 0),
    last_failed_at timestamptz not null
  );
  create index sign_in_throttle_by_age on sign_in_throttle (last_failed_at);

  create table identity_event (
    id int generated always as identity primary key,
    what text not null check (what ~ '^[a-z][a-z-]*$'),
    user_id int references app_user,
    actor_id int references app_user,
    detail text not null,
    address text not null,
    agent text not null check (length(agent) <= 300),
    at timestamptz not null
  );
  create index identity_event_by_user on identity_event (user_id, id);

  -- The keys that were used here, by what they make of one known text: another key under the same name is noticed.
  create table field_key (
    id text primary key,
    check_value bytea not null check (octet_length(check_value) = 32),
    first_used_at timestamptz not null
  );
`;

const guards = `
  create function keep_ended() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  declare old_row jsonb := to_jsonb(old); new_row jsonb := to_jsonb(new);
  begin
    if exists (select from unnest(array['used_at', 'ended_at', 'ended_because', 'revoked_at', 'confirmed_at']) field
               where tg_table_name || '.' || field <> 'user_session.confirmed_at'
                 and old_row ->> field is not null and old_row ->> field is distinct from new_row ->> field) then
      raise exception 'what has ended in % does not begin again', tg_table_name using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger recovery_code_used_once before update on recovery_code for each row execute function keep_ended();
  create trigger totp_secret_ends_once before update on totp_secret for each row execute function keep_ended();
  create trigger session_ends_once before update of ended_at, ended_because on user_session for each row execute function keep_ended();
  create trigger access_token_ends_once before update of revoked_at on access_token for each row execute function keep_ended();
  create trigger one_time_link_used_once before update on one_time_link for each row execute function keep_ended();

  create function guard_totp_step() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  begin
    if old.last_step is not null and (new.last_step is null or new.last_step < old.last_step) then
      raise exception 'a code that was used is not forgotten' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger totp_step_goes_up before update of last_step on totp_secret for each row execute function guard_totp_step();

  revoke execute on function keep_ended() from public;
  revoke execute on function guard_totp_step() from public;
`;

const appendOnly = ['user_standing', 'identity_event', 'field_key']
  .map(
    (table) => `
  create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change();
  create trigger ${table}_not_truncated before truncate on ${table} for each statement execute function refuse_change();`,
  )
  .join('\n');

// sealed_secret may be written again, under a newer key.
const grants = `
  grant select, insert on credential, totp_secret, recovery_code, user_session, access_token, one_time_link, user_standing,
    sign_in_throttle, identity_event, oidc_link, field_key to honor_app;
  grant update (password_hash, changed_at) on credential to honor_app;
  grant update (sealed_secret, confirmed_at, last_step, ended_at) on totp_secret to honor_app;
  grant update (used_at, ended_at) on recovery_code to honor_app;
  grant update (last_seen_at, ended_at, ended_because) on user_session to honor_app;
  grant update (last_used_at, last_used_address, revoked_at) on access_token to honor_app;
  grant update (used_at, ended_at) on one_time_link to honor_app;
  grant update (failures, last_failed_at), delete on sign_in_throttle to honor_app;
  grant delete on oidc_link to honor_app;
`;
