import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payment requests (SPP), their frozen entitlements and the disbursements that pay them. */
export class CreatePaymentRequests1790000000700 implements MigrationInterface {
  name = 'CreatePaymentRequests1790000000700';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [requests, disbursements, guards]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table disbursement, payment_request_step, request_entitlement, payment_request;
      drop function guard_request_totals(); drop function guard_account_hands(); drop function guard_frozen();
      drop function guard_request_content(); drop function guard_disbursement();
    `);
  }
}

const requests = `
  create table payment_request (
    id int generated always as identity primary key,
    number text not null unique check (btrim(number) <> ''),
    paying_body_id int not null references paying_body,
    months text[] not null check (cardinality(months) > 0),
    state text not null default 'draft' check (state in ('draft', 'submitted', 'verified', 'approved', 'disbursing', 'settled', 'cancelled')),
    kader_count int not null check (kader_count > 0),
    gross bigint not null check (gross > 0),
    deductions bigint not null default 0 check (deductions >= 0),
    net bigint not null check (net > 0),
    prepared_by int not null references app_user,
    verified_by int references app_user,
    approved_by int references app_user,
    released_by int references app_user,
    submission int not null default 0 check (submission >= 0), -- how many times it was submitted
    created_at timestamptz not null,
    check (net = gross - deductions),
    constraint four_different_people check (
      verified_by <> prepared_by and approved_by not in (prepared_by, verified_by)
      and released_by not in (prepared_by, verified_by, approved_by)),
    constraint request_hands_match_state check (
      (verified_by is not null) = (state in ('verified', 'approved', 'disbursing', 'settled'))
      and (approved_by is not null) = (state in ('approved', 'disbursing', 'settled'))
      and (released_by is not null) = (state in ('disbursing', 'settled')))
  );

  create table request_entitlement (
    request_id int not null references payment_request,
    entitlement_id int not null references entitlement,
    returned_at timestamptz, -- the bank returned it: payable again, by another request
    primary key (request_id, entitlement_id)
  );
  create unique index entitlement_in_one_request on request_entitlement (entitlement_id) where returned_at is null;

  create table payment_request_step (
    id int generated always as identity primary key,
    request_id int not null references payment_request,
    from_state text not null,
    to_state text not null,
    taken_by int not null references app_user,
    taken_at timestamptz not null,
    reason text
  );
  create trigger payment_request_step_append_only before update or delete on payment_request_step
    for each row execute function refuse_change();
`;

const disbursements = `
  create table disbursement (
    id int generated always as identity primary key,
    request_id int not null references payment_request,
    kader_id int not null references kader,
    bank_account_id int not null references bank_account,
    amount bigint not null check (amount > 0),
    reference text not null unique,
    state text not null default 'prepared' check (state in ('prepared', 'released', 'paid', 'returned')),
    result_on date,
    result_note text,
    entry_batch_id int,
    entry_sequence int,
    unique (request_id, kader_id),
    check ((state in ('paid', 'returned')) = (result_on is not null)),
    check ((state <> 'prepared') = (entry_batch_id is not null and entry_sequence is not null))
  );
  create index disbursement_by_account on disbursement (bank_account_id);
`;

const guards = `
  -- Totals: the request says what its entitlements and its disbursements add up to.
  create function guard_request_totals() returns trigger language plpgsql as $$
  declare request payment_request; people int; total numeric; paid numeric;
  begin
    select * into request from payment_request where id = new.id;
    if request.state = 'cancelled' then
      if exists (select 1 from request_entitlement where request_id = new.id) then
        raise exception 'the cancelled payment request % still holds entitlements', request.number using errcode = '23514';
      end if;
      return null;
    end if;
    select count(distinct kader_id), coalesce(sum(entitlement.amount), 0) into people, total
      from request_entitlement join entitlement on entitlement.id = entitlement_id
      join honor_line on honor_line.id = honor_line_id
      where request_id = new.id;
    if (people, total) is distinct from (request.kader_count, request.gross::numeric) then
      raise exception 'payment request % is not the sum of its entitlements', request.number using errcode = '23514';
    end if;
    if exists (
      select 1 from request_entitlement join entitlement on entitlement.id = entitlement_id
      join honor_line on honor_line.id = honor_line_id join funding_source source on source.id = funding_source_id
      where request_id = new.id
        and (source.paying_body_id <> request.paying_body_id or service_month::text <> all (request.months))) then
      raise exception 'payment request % holds what it does not pay for', request.number using errcode = '23514';
    end if;
    select sum(amount) into paid from disbursement where request_id = new.id;
    if request.state in ('approved', 'disbursing', 'settled') and paid is distinct from request.net::numeric then
      raise exception 'the disbursements of payment request % do not add up to its net', request.number using errcode = '23514';
    end if;
    return null;
  end $$;
  create constraint trigger request_whole_at_commit after insert or update on payment_request
    deferrable initially deferred for each row execute function guard_request_totals();

  -- Nobody verifies, approves or releases money to an account that he recorded himself and that was never paid before;
  -- nobody prepares a payment to an account that he changed.
  create function guard_account_hands() returns trigger language plpgsql as $$
  begin
    if exists (
      select 1
      from request_entitlement join entitlement on entitlement.id = entitlement_id
      join honor_line on honor_line.id = honor_line_id
      join bank_account account on account.kader_id = honor_line.kader_id and account.superseded_at is null
      where request_id = new.id
        and (account.recorded_by in (new.verified_by, new.approved_by, new.released_by)
             or (account.replaces_id is not null and account.recorded_by = new.prepared_by and new.state <> 'draft'))
        and not exists (select 1 from disbursement where bank_account_id = account.id and state = 'paid')
    ) then
      raise exception 'payment request %: whoever recorded a bank account cannot take this step', new.number using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger request_account_hands
    before update of state, prepared_by, verified_by, approved_by, released_by on payment_request
    for each row when (new.state in ('submitted', 'verified', 'approved', 'disbursing'))
    execute function guard_account_hands();

  -- What a submitted request says is what its signatories saw.
  create function guard_request_content() returns trigger language plpgsql as $$
  begin
    if (new.number, new.paying_body_id, new.months, new.kader_count, new.gross, new.deductions, new.net, new.prepared_by)
       is distinct from (old.number, old.paying_body_id, old.months, old.kader_count, old.gross, old.deductions, old.net,
       old.prepared_by) then
      raise exception 'payment request % is submitted: its content cannot change', old.number using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger request_content_frozen before update on payment_request
    for each row when (old.state <> 'draft') execute function guard_request_content();

  -- What a submitted request pays cannot be exchanged behind the backs of those who signed it; only what the bank
  -- returned is let go, to be paid again.
  create function guard_frozen() returns trigger language plpgsql as $$
  declare request int := case tg_op when 'INSERT' then new.request_id else old.request_id end; current_state text;
  begin
    select state into current_state from payment_request where id = request;
    if tg_op = 'UPDATE' and current_state = 'disbursing' and old.returned_at is null and new.returned_at is not null
       and (new.request_id, new.entitlement_id) = (old.request_id, old.entitlement_id)
       and exists (
         select 1 from disbursement join honor_line on honor_line.kader_id = disbursement.kader_id
         join entitlement on entitlement.honor_line_id = honor_line.id
         where disbursement.request_id = request and entitlement.id = new.entitlement_id and disbursement.state = 'returned')
    then return new; end if;
    if tg_op <> 'UPDATE' and current_state = 'draft' then
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end if;
    raise exception 'the entitlements of payment request % are frozen', request using errcode = '42501';
  end $$;
  create trigger request_entitlement_frozen before insert or update or delete on request_entitlement
    for each row execute function guard_frozen();

  -- A disbursement is prepared at approval and then only moves forward; whom it pays and how much never changes.
  create function guard_disbursement() returns trigger language plpgsql as $$
  declare step text := case tg_op when 'INSERT' then 'new' else old.state end
    || ' to ' || case tg_op when 'DELETE' then 'gone' else new.state end;
  begin
    if step not in ('new to prepared', 'prepared to gone', 'prepared to released', 'released to paid', 'released to returned')
      or (tg_op = 'INSERT' and (select state from payment_request where id = new.request_id) <> 'verified')
      or (tg_op = 'UPDATE' and (new.id, new.request_id, new.kader_id, new.bank_account_id, new.amount, new.reference)
        <> (old.id, old.request_id, old.kader_id, old.bank_account_id, old.amount, old.reference)) then
      raise exception 'a disbursement cannot go from %', step using errcode = '42501';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$;
  create trigger disbursement_moves_forward before insert or update or delete on disbursement
    for each row execute function guard_disbursement();
  create trigger request_entitlement_not_truncated before truncate on request_entitlement
    for each statement execute function refuse_change();
  create trigger disbursement_not_truncated before truncate on disbursement for each statement execute function refuse_change();
`;
