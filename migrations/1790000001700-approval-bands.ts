import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bands of amounts that ask for more signatures than the four, and who may sign for whom while somebody is away. */
export class ApprovalBands1790000001700 implements MigrationInterface {
  name = 'ApprovalBands1790000001700';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [bands, delegations, mandates, appendOnly, grants])
      await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undo);
  }
}

const search = 'set search_path = pg_catalog, public, pg_temp';

const bands = `
  -- One version of the bands of a region (for its nagari, or for its OPD) or of one OPD.
  create table approval_band_set (
    id int generated always as identity primary key,
    scope text not null check (btrim(scope) <> ''),
    applies_to text not null check (applies_to in ('nagari', 'opd')),
    version int not null check (version > 0),
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    document jsonb not null,
    document_sha256 char(64) not null,
    recorded_by int not null references app_user,
    recorded_at timestamptz not null,
    created_xid xid8 not null default pg_current_xact_id(),
    unique (scope, applies_to, version),
    unique (scope, applies_to, document_sha256),
    constraint approval_bands_no_overlap exclude using gist
      (scope with =, applies_to with =, daterange(valid_from, valid_to, '[]') with &&)
  );

  -- From this gross on, so many people must sign as this function before the step. All bands that begin at or below
  -- the gross count, so that a higher amount never asks for less.
  create table approval_band (
    set_id int not null references approval_band_set,
    from_amount bigint not null check (from_amount >= 0),
    step text not null check (step in ('verify', 'approve', 'release')),
    function text not null check (function <> '' and btrim(function) = function),
    signers int not null check (signers between 1 and 9),
    primary key (set_id, from_amount, step, function)
  );

  create function guard_band_set() returns trigger language plpgsql ${search} as $$
  begin
    if tg_op = 'INSERT' then
      if exists (select 1 from region where code = new.scope)
         or (new.applies_to = 'opd' and exists (select 1 from paying_body where kind = 'opd' and code = new.scope)) then
        return new;
      end if;
      raise exception 'approval bands are for a region or an OPD: % is neither', new.scope
        using errcode = '23514', constraint = 'approval_bands_of_known_scope';
    end if;
    if tg_op = 'UPDATE' and old.valid_to is null and new.valid_to is not null
       and to_jsonb(new) - 'valid_to' = to_jsonb(old) - 'valid_to' then
      return new;
    end if;
    raise exception 'approval bands are never changed: the next version ends them' using errcode = '42501';
  end $$;
  create trigger approval_band_set_guarded before insert or update or delete on approval_band_set
    for each row execute function guard_band_set();

  -- Nobody ends bands to be without them.
  create function guard_band_succession() returns trigger language plpgsql ${search} as $$
  begin
    if not exists (select 1 from approval_band_set
                   where (scope, applies_to, valid_from) = (new.scope, new.applies_to, new.valid_to + 1)) then
      raise exception 'the approval bands of % end without a next version', new.scope
        using errcode = '23514', constraint = 'approval_bands_succeed';
    end if;
    return null;
  end $$;
  create constraint trigger approval_bands_succeed after update on approval_band_set
    deferrable initially deferred for each row execute function guard_band_succession();

  create function guard_band() returns trigger language plpgsql ${search} as $$
  begin
    if (select created_xid from approval_band_set where id = new.set_id) <> pg_current_xact_id() then
      raise exception 'approval bands are written with their version' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger approval_band_with_its_set before insert on approval_band for each row execute function guard_band();

  -- The versions that hold for a payer on a day: those of every region it lies in and its own. A narrower one adds.
  create function approval_sets_in_force(body_id int, on_day date) returns setof int language sql stable ${search} as $$
    select band_set.id from approval_band_set band_set join paying_body body on body.id = body_id
    where applies_to = body.kind and daterange(valid_from, valid_to, '[]') @> on_day
      and (scope in (body.code, body.region_code) or starts_with(body.region_code, scope || '.'))
    order by band_set.id $$;
`;

const delegations = `
  create table delegation (
    id int generated always as identity primary key,
    from_user int not null references app_user,
    to_user int not null references app_user,
    step text not null check (step in ('verify', 'approve', 'release', 'countersign')),
    paying_body_id int not null references paying_body,
    capacity text not null check (capacity in ('plh', 'an')), -- pelaksana harian, or atas nama
    valid_from date not null,
    valid_to date not null,
    basis text not null check (btrim(basis) <> ''),
    reason text not null check (btrim(reason) <> ''),
    recorded_by int not null references app_user,
    recorded_at timestamptz not null,
    constraint delegation_to_another check (from_user <> to_user),
    constraint delegation_not_by_the_delegate check (recorded_by <> to_user),
    constraint delegation_has_days check (valid_to >= valid_from)
  );
  create index delegation_by_body on delegation (paying_body_id, step);

  create table delegation_revocation (
    delegation_id int primary key references delegation,
    reason text not null check (btrim(reason) <> ''),
    revoked_by int not null references app_user,
    revoked_at timestamptz not null
  );

  -- Of one payer and step, on one day: nobody both gives and has a mandate, and nobody gives it to two.
  create function guard_delegation() returns trigger language plpgsql ${search} as $$
  declare other delegation;
  begin
    perform pg_advisory_xact_lock(hashtextextended('delegations/' || new.paying_body_id, 0));
    select * into other from delegation
      where (paying_body_id, step) = (new.paying_body_id, new.step)
        and valid_from <= new.valid_to and new.valid_from <= valid_to
        and (to_user = new.from_user or from_user in (new.to_user, new.from_user))
        and not exists (select 1 from delegation_revocation where delegation_id = delegation.id)
      limit 1;
    if other.id is not null then
      raise exception 'delegation % stands against it', other.id using errcode = '23514',
        constraint = case when other.from_user = new.from_user then 'delegation_to_one' else 'delegation_is_no_chain' end;
    end if;
    return new;
  end $$;
  create trigger delegation_stands_alone before insert on delegation for each row execute function guard_delegation();

  -- A step that rests on it, and its revocation, wait for each other.
  create function guard_revocation() returns trigger language plpgsql ${search} as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('delegation/' || new.delegation_id, 0));
    return new;
  end $$;
  create trigger delegation_revoked_in_turn before insert on delegation_revocation
    for each row execute function guard_revocation();
`;

const mandates = `
  -- Stops when this delegation does not let one person take a step for another at a moment.
  create function require_mandate(mandate int, principal int, delegate int, for_step text, body int, moment timestamptz) returns void
    language plpgsql ${search} as $$
  begin
    perform pg_advisory_xact_lock_shared(hashtextextended('delegation/' || mandate, 0));
    if not exists (
      select 1 from delegation
      where id = mandate and (from_user, to_user, step, paying_body_id) = (principal, delegate, for_step, body)
        and (moment at time zone 'Asia/Jakarta')::date between valid_from and valid_to
        and not exists (select 1 from delegation_revocation where delegation_id = mandate)) then
      raise exception 'delegation % does not let user % act for user %', mandate, delegate, principal
        using errcode = '23514', constraint = 'acts_by_delegation';
    end if;
  end $$;
`;

const appendOnlyTables = ['approval_band', 'delegation', 'delegation_revocation'] as const;

const appendOnly = appendOnlyTables
  .map(
    (table) => `
  create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change();
  create trigger ${table}_not_truncated before truncate on ${table} for each statement execute function refuse_change();`,
  )
  .join('\n');

const ownFunctions = [
  'guard_band_set()',
  'guard_band_succession()',
  'guard_band()',
  'guard_delegation()',
  'guard_revocation()',
  'require_mandate(int, int, int, text, int, timestamptz)',
  'approval_sets_in_force(int, date)',
] as const;

const grants = `
  create trigger approval_band_set_not_truncated before truncate on approval_band_set
    for each statement execute function refuse_change();
  ${ownFunctions.map((signature) => `revoke execute on function ${signature} from public;`).join('\n')}
  grant execute on function approval_sets_in_force(int, date) to honor_app;
  grant select, insert on approval_band, delegation, delegation_revocation to honor_app;
  grant select, insert, update (valid_to) on approval_band_set to honor_app;
`;

const undo = `
  drop table delegation_revocation, delegation, approval_band, approval_band_set;
  ${ownFunctions.map((signature) => `drop function ${signature};`).join('\n')}
`;
