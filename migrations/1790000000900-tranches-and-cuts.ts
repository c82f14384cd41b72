import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ceilings that go down as well as up, and the tranches of cash a paying body received, each in the ledger too. */
export class TranchesAndCuts1790000000900 implements MigrationInterface {
  name = 'TranchesAndCuts1790000000900';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [dropOldRules, incomeAccounts, moves, applying, guarding]) {
      await runner.query(statements);
    }
  }

  /** Refused by the CHECK on kinds as long as a ceiling was lowered or money received: they would be lost. */
  async down(runner: QueryRunner): Promise<void> {
    for (const statements of [dropNewRules, earlierApplying, earlierGuarding]) await runner.query(statements);
  }
}

const dropOldRules = `
  drop trigger budget_moves_applied on budget_move;
  drop trigger budget_through_moves on funding_source;
  drop trigger budget_begins_at_zero on funding_source;
  drop function apply_budget_moves();
  drop function guard_budget_columns();
  alter table budget_move drop constraint budget_move_kind_check;
`;

const incomeAccounts = `
  alter table funding_source
    add column income_account_id int references ledger.account,
    add column received bigint not null default 0 constraint budget_received_not_negative check (received >= 0);

  insert into ledger.account (code, type)
    select format('Income:Transfer:%s:%s-%s', replace(body.code, '.', '-'), source.label, source.fiscal_year), 'R'
    from funding_source source join paying_body body on body.id = source.paying_body_id order by source.id
    on conflict (code) do nothing;
  update funding_source set income_account_id = account.id
    from paying_body body, ledger.account
    where body.id = paying_body_id and account.code =
      format('Income:Transfer:%s:%s-%s', replace(body.code, '.', '-'), funding_source.label, funding_source.fiscal_year);
  alter table funding_source alter column income_account_id set not null;
`;

const moves = `
  -- cut: a ceiling lowered, with its legal basis; receive: a tranche of cash, posted in the ledger batch it names;
  -- retract: a tranche that was recorded wrongly, reversed in the ledger, once and with a reason.
  alter table budget_move
    add constraint budget_move_kind_check check (kind in
      ('allot', 'cut', 'reserve', 'release', 'spend', 'reverse', 'receive', 'retract')),
    add column batch_id int unique references ledger.batch,
    add column note text check (btrim(note) <> ''),
    add column retracts_id int unique,
    add column retracts_kind text generated always as (case when retracts_id is not null then 'receive' end) stored,
    add constraint cash_is_in_the_ledger check ((kind in ('receive', 'retract')) = (batch_id is not null)),
    add constraint retraction_has_reason check (kind <> 'retract' or note is not null),
    add constraint retraction_names_its_receipt check ((kind = 'retract') = (retracts_id is not null)),
    add constraint budget_move_whole unique (id, kind, funding_source_id, amount),
    add constraint retraction_mirrors_its_receipt foreign key (retracts_id, retracts_kind, funding_source_id, amount)
      references budget_move (id, kind, funding_source_id, amount);
`;

const applying = `
  -- One lock order for everybody (by id), then one grouped update; the CHECKs on funding_source refuse. It runs as
  -- the owner: whoever may add a move needs no right to change a budget.
  create function apply_budget_moves() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from public.funding_source
      where id in (select funding_source_id from new_rows) order by id for update;
    update public.funding_source set
      ceiling = funding_source.ceiling + moved.ceiling,
      reserved = funding_source.reserved + moved.reserved,
      spent = funding_source.spent + moved.spent,
      received = funding_source.received + moved.received
    from (
      select funding_source_id,
        sum(case kind when 'allot' then amount when 'cut' then -amount else 0 end)::bigint as ceiling,
        sum(case kind when 'reserve' then amount when 'release' then -amount when 'spend' then -amount else 0 end)::bigint as reserved,
        sum(case kind when 'spend' then amount when 'reverse' then -amount else 0 end)::bigint as spent,
        sum(case kind when 'receive' then amount when 'retract' then -amount else 0 end)::bigint as received
      from new_rows group by funding_source_id) moved
    where funding_source.id = moved.funding_source_id;
    return null;
  end $$;
  create trigger budget_moves_applied after insert on budget_move
    referencing new table as new_rows for each statement execute function apply_budget_moves();
`;

const guarding = `
  -- The projection changes only through moves: their trigger stands above this one and runs as the owner of the
  -- budgets. A statement of anybody has no trigger above it; a trigger of somebody else's does not run as the owner.
  create function guard_budget_columns() returns trigger language plpgsql
  set search_path = public, pg_temp as $$
  begin
    if pg_trigger_depth() < 2 or current_user <>
       (select pg_get_userbyid(relowner) from pg_catalog.pg_class where oid = tg_relid) then
      raise exception 'the budget of source % changes only through budget_move', new.id using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger budget_through_moves before update of ceiling, reserved, spent, received on funding_source
    for each row execute function guard_budget_columns();
  create trigger budget_begins_at_zero before insert on funding_source
    for each row when ((new.ceiling, new.reserved, new.spent, new.received) <> (0, 0, 0, 0))
    execute function guard_budget_columns();
`;

// The accounts that were made stay: the chart of accounts is append-only.
const dropNewRules = `
  drop trigger budget_moves_applied on budget_move;
  drop trigger budget_through_moves on funding_source;
  drop trigger budget_begins_at_zero on funding_source;
  drop function apply_budget_moves();
  drop function guard_budget_columns();
  alter table budget_move
    drop constraint budget_move_kind_check,
    add constraint budget_move_kind_check check (kind in ('allot', 'reserve', 'release', 'spend', 'reverse')),
    drop constraint retraction_mirrors_its_receipt, drop constraint budget_move_whole,
    drop constraint retraction_names_its_receipt, drop constraint retraction_has_reason,
    drop constraint cash_is_in_the_ledger,
    drop column retracts_kind, drop column retracts_id, drop column note, drop column batch_id;
  alter table funding_source drop column received, drop column income_account_id;
`;

const earlierApplying = `
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
`;

const earlierGuarding = `
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
