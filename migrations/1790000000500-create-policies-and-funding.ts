import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Honor policies as versioned data; paying bodies, their budget lines, and the moves that change a budget. */
export class CreatePoliciesAndFunding1790000000500 implements MigrationInterface {
  name = 'CreatePoliciesAndFunding1790000000500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [policies, funding, budgets]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table budget_move, funding_source, paying_body, honor_policy;
      drop function apply_budget_moves(); drop function guard_budget_columns(); drop function guard_policy();
    `);
  }
}

const policies = `
  create table honor_policy (
    id int generated always as identity primary key,
    code text not null,
    version int not null check (version > 0),
    scope text not null references region,
    valid_from date not null,
    valid_to date,
    legal_basis_number text not null check (btrim(legal_basis_number) <> ''),
    legal_basis_date date not null,
    document jsonb not null,
    document_sha256 char(64) not null,
    recorded_by int not null references app_user,
    recorded_at timestamptz not null,
    unique (code, version),
    check (valid_to >= valid_from),
    constraint policy_not_before_its_decree check (valid_from >= legal_basis_date),
    constraint policy_no_overlap exclude using gist (scope with =, daterange(valid_from, valid_to, '[]') with &&)
  );
  -- A policy is never edited; one that is open is ended, once, by the version that follows it.
  create function guard_policy() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.valid_to is null and new.valid_to is not null
       and to_jsonb(new) - 'valid_to' = to_jsonb(old) - 'valid_to' then return new; end if;
    raise exception 'policy % is append-only', old.id using errcode = '42501';
  end $$;
  create trigger honor_policy_append_only before update or delete on honor_policy for each row execute function guard_policy();
  create trigger honor_policy_not_truncated before truncate on honor_policy for each statement execute function refuse_change();
`;

const funding = `
  create table paying_body (
    id int generated always as identity primary key,
    kind text not null check (kind in ('nagari', 'opd')),
    code text not null unique,
    name text not null check (btrim(name) <> ''),
    region_code text not null references region,
    cash_account_id int not null references ledger.account,
    check (kind = 'opd' or code = region_code)
  );

  create table funding_source (
    id int generated always as identity primary key,
    paying_body_id int not null references paying_body,
    label text not null check (label ~ '^[A-Z0-9-]+$'),
    name text not null check (btrim(name) <> ''),
    fiscal_year int not null check (fiscal_year between 2000 and 2200),
    activity_code text not null,
    account_code text not null,
    expense_account_id int not null references ledger.account,
    payable_account_id int not null references ledger.account,
    ceiling bigint not null default 0 check (ceiling >= 0),
    reserved bigint not null default 0 check (reserved >= 0),
    spent bigint not null default 0 check (spent >= 0),
    unique (paying_body_id, label, fiscal_year),
    constraint budget_not_overspent check (reserved + spent <= ceiling)
  ) with (fillfactor = 50);
`;

const budgets = `
  -- allot: the ceiling, with its legal basis; reserve: at submission; release: at rejection;
  -- spend: out of what was reserved, at disbursement; reverse: a spend that the bank returned.
  create table budget_move (
    id int generated always as identity primary key,
    funding_source_id int not null references funding_source,
    kind text not null check (kind in ('allot', 'reserve', 'release', 'spend', 'reverse')),
    amount bigint not null check (amount > 0),
    reference text not null check (btrim(reference) <> ''),
    idempotency_key text not null,
    moved_by int not null references app_user,
    moved_at timestamptz not null,
    unique (funding_source_id, idempotency_key)
  );
  create trigger budget_move_append_only before update or delete on budget_move for each row execute function refuse_change();
  create trigger budget_move_not_truncated before truncate on budget_move for each statement execute function refuse_change();

  -- One lock order for everybody (by id), then one grouped update; the CHECK on funding_source refuses.
  create function apply_budget_moves() returns trigger language plpgsql as $$
  begin
    perform 1 from funding_source where id in (select funding_source_id from new_rows) order by id for update;
    update funding_source set
      ceiling = funding_source.ceiling + moved.allotted,
      reserved = funding_source.reserved + moved.reserved,
      spent = funding_source.spent + moved.spent
    from (
      select funding_source_id,
        coalesce(sum(amount) filter (where kind = 'allot'), 0)::bigint as allotted,
        sum(case kind when 'reserve' then amount when 'release' then -amount when 'spend' then -amount else 0 end)::bigint as reserved,
        sum(case kind when 'spend' then amount when 'reverse' then -amount else 0 end)::bigint as spent
      from new_rows group by funding_source_id) moved
    where funding_source.id = moved.funding_source_id;
    return null;
  end $$;
  create trigger budget_moves_applied after insert on budget_move
    referencing new table as new_rows for each statement execute function apply_budget_moves();

  -- The projection changes only through moves: their trigger stands above this one, a statement of anybody else does not.
  create function guard_budget_columns() returns trigger language plpgsql as $$
  begin
    if pg_trigger_depth() < 2 then
      raise exception 'the budget of source % changes only through budget_move', new.id using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger budget_through_moves before update of ceiling, reserved, spent on funding_source
    for each row execute function guard_budget_columns();
  create trigger budget_begins_at_zero before insert on funding_source
    for each row when ((new.ceiling, new.reserved, new.spent) <> (0, 0, 0)) execute function guard_budget_columns();
`;
