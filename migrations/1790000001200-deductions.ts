import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is taken off honor: the policies and who chose them, what is recorded of a kader for them, the
 * deductions of each request, and the remittances that pass them on. Nothing else can be taken off.
 */
export class Deductions1790000001200 implements MigrationInterface {
  name = 'Deductions1790000001200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [policies, facts, deductions, totals, remittances])
      await runner.query(statements);
    for (const grant of grants) await runner.query(`grant ${grant} to honor_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undo);
  }
}

const policies = `
  create table deduction_policy (
    id int generated always as identity primary key,
    code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    version int not null check (version > 0),
    kind text not null constraint deduction_policy_kinds check (kind in ('pph21', 'bpjs')),
    valid_from date not null,
    valid_to date,
    legal_basis_number text not null check (btrim(legal_basis_number) <> ''),
    legal_basis_date date not null,
    document jsonb not null,
    document_sha256 char(64) not null,
    recorded_by int not null references app_user,
    recorded_at timestamptz not null,
    unique (code, version),
    unique (id, kind),
    check (valid_to >= valid_from),
    constraint deduction_policy_not_before_its_law check (valid_from >= legal_basis_date),
    constraint deduction_policy_no_overlap exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&)
  );
  -- Never edited; one that is open is ended, once, by the version that follows it.
  create function guard_deduction_policy() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.valid_to is null and new.valid_to is not null
       and to_jsonb(new) - 'valid_to' = to_jsonb(old) - 'valid_to' then return new; end if;
    raise exception 'deduction policy % is append-only', old.id using errcode = '42501';
  end $$;
  create trigger deduction_policy_append_only before update or delete on deduction_policy
    for each row execute function guard_deduction_policy();
  create trigger deduction_policy_not_truncated before truncate on deduction_policy
    for each statement execute function refuse_change();

  -- Who uses which treatment since when, why, and who said so. The last one counts; none is ever changed.
  create table deduction_choice (
    id int generated always as identity primary key,
    paying_body_id int not null references paying_body,
    kind text not null check (kind in ('pph21', 'bpjs')),
    policy_code text not null,
    valid_from date not null,
    note text not null check (btrim(note) <> ''),
    chosen_by int not null references app_user,
    chosen_at timestamptz not null
  );
  create index deduction_choice_by_body on deduction_choice (paying_body_id, kind, valid_from);
  create trigger deduction_choice_append_only before update or delete on deduction_choice
    for each row execute function refuse_change();
  create trigger deduction_choice_not_truncated before truncate on deduction_choice
    for each statement execute function refuse_change();

  create function guard_deduction_choice() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from deduction_policy where code = new.policy_code and kind = new.kind) then return new; end if;
    raise exception 'there is no % policy %', new.kind, new.policy_code using errcode = '23503';
  end $$;
  create trigger deduction_choice_of_known before insert on deduction_choice
    for each row execute function guard_deduction_choice();
`;

const facts = `
  -- A value holds until the next of its kind; null: from this day there is none.
  create table kader_tax_fact (
    id int generated always as identity primary key,
    kader_id int not null references kader,
    kind text not null check (kind in ('npwp', 'grade', 'participant')),
    value text check (btrim(value) <> ''),
    valid_from date not null,
    file_name text not null,
    file_sha256 char(64) not null,
    recorded_by int not null references app_user,
    recorded_at timestamptz not null,
    check (kind <> 'npwp' or coalesce(value in ('padan', 'ada', 'tidak'), false)),
    check (kind <> 'participant' or value ~ '^[0-9]{8,16}$')
  );
  create index kader_tax_fact_by_kader on kader_tax_fact (kader_id, kind, valid_from);
  create trigger kader_tax_fact_append_only before update or delete on kader_tax_fact
    for each row execute function refuse_change();
  create trigger kader_tax_fact_not_truncated before truncate on kader_tax_fact
    for each statement execute function refuse_change();
`;

const deductions = `
  -- The day whose policies and facts count; null only where a request is older than deductions.
  alter table payment_request
    add column deducted_on date,
    add constraint deductions_have_their_day check (deductions = 0 or deducted_on is not null);

  -- Tax is on the payment (no month), a premium for a month. borne_by null: taken off her honor; otherwise the
  -- expense of that body. A tax of zero is kept: it says which policy took nothing.
  create table kader_deduction (
    id int generated always as identity primary key,
    request_id int not null references payment_request,
    kader_id int not null references kader,
    kind text not null,
    service_month char(7) check (service_month ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
    borne_by int references paying_body,
    amount bigint not null check (amount >= 0),
    policy_id int not null,
    steps jsonb not null check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) > 0),
    returned_at timestamptz, -- the bank returned the honor: nothing was taken off after all
    constraint nothing_else_is_deducted check (kind in ('pph21', 'bpjs')),
    constraint tax_is_on_the_payment check ((kind = 'pph21') = (service_month is null)),
    constraint tax_is_never_borne check (kind = 'bpjs' or borne_by is null),
    constraint premium_is_never_zero check (kind = 'pph21' or amount > 0),
    constraint deduction_has_its_policy foreign key (policy_id, kind) references deduction_policy (id, kind),
    constraint deducted_once unique nulls not distinct (request_id, kader_id, kind, service_month)
  );
  create unique index premium_once_a_month on kader_deduction (kader_id, service_month)
    where kind = 'bpjs' and returned_at is null;

  -- Like the entitlements they are taken off: free in a draft, frozen after, let go where the bank returned.
  create function guard_deduction() returns trigger language plpgsql as $$
  declare request int := case tg_op when 'INSERT' then new.request_id else old.request_id end; current_state text;
  begin
    select state into current_state from payment_request where id = request;
    if tg_op = 'UPDATE' and current_state = 'disbursing' and old.returned_at is null and new.returned_at is not null
       and to_jsonb(new) - 'returned_at' = to_jsonb(old) - 'returned_at'
       and exists (select 1 from disbursement
                   where request_id = request and kader_id = new.kader_id and state = 'returned')
    then return new; end if;
    if tg_op <> 'UPDATE' and current_state = 'draft' then
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end if;
    raise exception 'the deductions of payment request % are frozen', request using errcode = '42501';
  end $$;
  create trigger kader_deduction_frozen before insert or update or delete on kader_deduction
    for each row execute function guard_deduction();
  create trigger kader_deduction_not_truncated before truncate on kader_deduction
    for each statement execute function refuse_change();

  create function guard_deduction_day() returns trigger language plpgsql as $$
  begin
    raise exception 'payment request % is submitted: the day of its deductions cannot change', old.number using errcode = '42501';
  end $$;
  create trigger request_deduction_day_frozen before update on payment_request
    for each row when (old.state <> 'draft' and new.deducted_on is distinct from old.deducted_on)
    execute function guard_deduction_day();
`;

const totals = `
  -- Net = gross - deductions, for the request and for each kader in it: at every commit that touches the request.
  create function guard_request_deductions() returns trigger language plpgsql as $$
  declare request payment_request; wrong int;
  begin
    select * into request from payment_request where id = new.id;
    if request.state = 'cancelled' then
      if exists (select 1 from kader_deduction where request_id = new.id) then
        raise exception 'the cancelled payment request % still holds deductions', request.number using errcode = '23514';
      end if;
      return null;
    end if;
    if request.deductions::numeric is distinct from (
      select coalesce(sum(amount), 0) from kader_deduction where request_id = new.id and borne_by is null) then
      raise exception 'the deductions of payment request % do not add up', request.number using errcode = '23514';
    end if;
    select coalesce(honor.kader_id, cut.kader_id) into wrong
    from (select kader_id, sum(entitlement.amount) as gross
          from request_entitlement join entitlement on entitlement.id = entitlement_id
          join honor_line on honor_line.id = honor_line_id where request_id = new.id group by kader_id) honor
    full join (select kader_id, coalesce(sum(amount) filter (where borne_by is null), 0) as taken
          from kader_deduction where request_id = new.id group by kader_id) cut using (kader_id)
    left join disbursement on disbursement.request_id = new.id and disbursement.kader_id = honor.kader_id
    where honor.kader_id is null or coalesce(taken, 0) >= gross
       or (request.state in ('approved', 'disbursing', 'settled')
           and disbursement.amount::numeric is distinct from gross - coalesce(taken, 0))
    limit 1;
    if found then
      raise exception 'payment request %: what kader % gets is not her honor less her deductions', request.number, wrong
        using errcode = '23514';
    end if;
    return null;
  end $$;
  create constraint trigger request_net_at_commit after insert or update on payment_request
    deferrable initially deferred for each row execute function guard_request_deductions();
`;

const remittances = `
  -- What is owed of each kind, by the month in which the money was paid out; what the bank returned is not owed.
  create view withholding as
    select coalesce(deduction.borne_by, request.paying_body_id) as paying_body_id, deduction.kind,
           to_char(batch.effective_on, 'YYYY-MM') as period, deduction.policy_id, deduction.amount
    from kader_deduction deduction
    join payment_request request on request.id = deduction.request_id
    join disbursement on disbursement.request_id = deduction.request_id and disbursement.kader_id = deduction.kader_id
    join ledger.batch batch on batch.id = disbursement.entry_batch_id
    where deduction.amount > 0 and deduction.returned_at is null;

  create table remittance (
    id int generated always as identity primary key,
    paying_body_id int not null references paying_body,
    kind text not null check (kind in ('pph21', 'bpjs')),
    period char(7) not null check (period ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
    amount bigint not null check (amount > 0),
    proof text not null,
    remitted_on date not null,
    batch_id int not null unique references ledger.batch,
    recorded_by int not null references app_user,
    recorded_at timestamptz not null,
    constraint remittance_proof_shape check (case kind when 'pph21' then proof ~ '^[A-Z0-9]{16}$'
      else proof ~ '^[A-Z0-9][A-Z0-9./-]{5,39}$' end),
    constraint remitted_once_a_proof unique (kind, proof)
  );
  create trigger remittance_append_only before update or delete on remittance for each row execute function refuse_change();
  create trigger remittance_not_truncated before truncate on remittance for each statement execute function refuse_change();

  -- One at a time, so that two together cannot pass on more than is owed.
  create function guard_remittance() returns trigger language plpgsql as $$
  declare owed numeric;
  begin
    perform pg_advisory_xact_lock(hashtextextended('remittance/' || new.paying_body_id || '/' || new.kind, 0));
    select coalesce((select sum(amount) from withholding
        where paying_body_id = new.paying_body_id and kind = new.kind and period = new.period), 0)
      - coalesce((select sum(amount) from remittance
        where paying_body_id = new.paying_body_id and kind = new.kind and period = new.period), 0) into owed;
    if new.amount > owed then
      raise exception 'no more than % is owed for % of %', owed, new.kind, new.period
        using errcode = '23514', constraint = 'remitted_at_most_what_is_owed';
    end if;
    return new;
  end $$;
  create trigger remittance_is_owed before insert on remittance for each row execute function guard_remittance();
`;

const grants = [
  'select, insert, update (valid_to) on deduction_policy',
  'select, insert on deduction_choice, kader_tax_fact, remittance',
  'select, insert, delete, update (returned_at) on kader_deduction',
  'select on withholding',
] as const;

// The accounts that were made stay: the chart of accounts is append-only.
const undo = `
  drop table remittance;
  drop view withholding;
  drop trigger request_net_at_commit on payment_request;
  drop trigger request_deduction_day_frozen on payment_request;
  drop table kader_deduction, kader_tax_fact, deduction_choice, deduction_policy;
  drop function guard_remittance(); drop function guard_request_deductions(); drop function guard_deduction_day();
  drop function guard_deduction(); drop function guard_deduction_choice(); drop function guard_deduction_policy();
  alter table payment_request drop column deducted_on;
`;
