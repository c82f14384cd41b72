import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every person who has a hand in a request, once: the four, whoever the bands ask for, and who is signed for. */
export class Signatures1790000001710 implements MigrationInterface {
  name = 'Signatures1790000001710';

  async up(runner: QueryRunner): Promise<void> {
    const parts = [evidence, appendOnly, content, recording, countersigning, guards, grants, alreadyUnderWay];
    for (const statements of parts) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undo);
  }
}

const search = 'set search_path = pg_catalog, public, pg_temp';

const evidence = `
  -- Null in what was recorded before there were delegations.
  alter table payment_request_step
    add submission int,
    add acting_for int references app_user,
    add delegation_id int references delegation,
    add constraint step_for_another check (acting_for <> taken_by),
    add constraint step_by_delegation check ((acting_for is null) = (delegation_id is null));
  create unique index one_step_a_submission on payment_request_step (request_id, submission, to_state)
    where submission is not null;

  -- What a submission says, and which bands it is under, as they were when it was submitted.
  create table request_signing (
    request_id int not null references payment_request,
    submission int not null,
    applied_on date not null,
    band_set_ids int[] not null,
    gross bigint not null,
    net bigint not null,
    kader_count int not null,
    months text[] not null,
    content_sha256 char(64) not null,
    primary key (request_id, submission)
  );
  create table request_required_signature (
    request_id int not null,
    submission int not null,
    step text not null,
    function text not null,
    signers int not null,
    band_set_id int not null references approval_band_set,
    from_amount bigint not null,
    primary key (request_id, submission, step, function),
    foreign key (request_id, submission) references request_signing
  );

  -- Everybody who has a hand in a submission, each once, whatever the order.
  create table request_hand (
    request_id int not null,
    submission int not null,
    user_id int not null references app_user,
    part text not null check (part in ('prepare', 'verify', 'approve', 'release', 'countersign')),
    is_represented boolean not null, -- somebody signed for this person
    constraint one_hand_a_person primary key (request_id, submission, user_id),
    foreign key (request_id, submission) references request_signing
  );

  create table request_countersignature (
    id int generated always as identity primary key,
    request_id int not null,
    submission int not null,
    step text not null,
    function text not null,
    signed_by int not null references app_user,
    acting_for int references app_user,
    delegation_id int references delegation,
    gross bigint not null,
    net bigint not null,
    kader_count int not null,
    months text[] not null,
    content_sha256 char(64) not null,
    note text,
    signed_at timestamptz not null,
    foreign key (request_id, submission, step, function) references request_required_signature,
    constraint countersigned_for_another check (acting_for <> signed_by),
    constraint countersigned_by_delegation check ((acting_for is null) = (delegation_id is null))
  );
  create index countersignature_by_request on request_countersignature (request_id, submission, step);
`;

const appendOnlyTables = [
  'request_signing',
  'request_required_signature',
  'request_hand',
  'request_countersignature',
] as const;

const appendOnly = appendOnlyTables
  .map(
    (table) => `
  create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change();
  create trigger ${table}_not_truncated before truncate on ${table} for each statement execute function refuse_change();`,
  )
  .join('\n');

const content = `
  -- Nobody who signs has recorded an account that the request pays to and that was never paid before.
  create function is_account_hand(request int, person int) returns boolean language sql stable ${search} as $$
    select exists (
      select 1 from bank_account account
      where recorded_by = person and superseded_at is null
        and not exists (select 1 from disbursement where bank_account_id = account.id and state = 'paid')
        and exists (select 1 from honor_line join entitlement on entitlement.honor_line_id = honor_line.id
                    join request_entitlement on entitlement_id = entitlement.id
                    where honor_line.kader_id = account.kader_id and request_id = request)) $$;

  -- A fingerprint of everything that a request pays and takes off.
  create function request_content_sha256(which int) returns text language sql stable ${search} as $$
    select encode(sha256(convert_to(concat_ws(E'\\n', request.number, body.code, array_to_string(months, ','), kader_count, gross,
      request.deductions, net,
      (select string_agg(concat_ws(':', entitlement.id, kader_id, service_month, component, funding_source_id, entitlement.amount), ';' order by entitlement.id)
       from request_entitlement join entitlement on entitlement.id = entitlement_id join honor_line on honor_line.id = honor_line_id
       where request_id = which),
      (select string_agg(concat_ws(':', kader_id, kind, service_month, borne_by, amount), ';' order by kader_id, kind, service_month)
       from kader_deduction where request_id = which)), 'UTF8')), 'hex')
    from payment_request request join paying_body body on body.id = paying_body_id where request.id = which $$;
`;

const recording = `
  -- A step is written once, with the state it leads to and by whose hand it is; whoever it is taken by or for has a
  -- hand in the request from then on. With the submission its content and its bands are frozen.
  create function record_request_step() returns trigger language plpgsql security definer ${search} as $$
  declare request payment_request; own_part text; hand int;
  begin
    select * into request from payment_request where id = new.request_id for update;
    new.submission := request.submission;
    select part, taken_by into own_part, hand from (values
      ('submitted', 'prepare', request.prepared_by), ('verified', 'verify', request.verified_by),
      ('approved', 'approve', request.approved_by), ('disbursing', 'release', request.released_by)) as step (state, part, taken_by)
      where state = new.to_state;
    if new.to_state is distinct from request.state or (own_part is not null and new.taken_by is distinct from hand)
       or (new.acting_for is not null and coalesce(own_part, 'prepare') = 'prepare') then
      raise exception 'payment request % did not take this step', request.number
        using errcode = '23514', constraint = 'step_as_taken';
    end if;
    if own_part is null then return new; end if;
    if new.acting_for is not null then
      perform require_mandate(new.delegation_id, new.acting_for, new.taken_by, own_part, request.paying_body_id, new.taken_at);
    end if;
    if own_part = 'prepare' then
      insert into request_signing
        select request.id, request.submission, (new.taken_at at time zone 'Asia/Jakarta')::date,
          array(select approval_sets_in_force(request.paying_body_id, (new.taken_at at time zone 'Asia/Jakarta')::date)),
          request.gross, request.net, request.kader_count, request.months, request_content_sha256(request.id);
      insert into request_required_signature
        select distinct on (step, lower(function)) signing.request_id, signing.submission, step, function, signers, set_id, from_amount
        from request_signing signing join approval_band band on set_id = any (band_set_ids) and from_amount <= signing.gross
        where (signing.request_id, signing.submission) = (request.id, request.submission)
        order by step, lower(function), signers desc, set_id, from_amount;
    end if;
    insert into request_hand
      select request.id, request.submission, person, own_part, person <> new.taken_by
      from unnest(array[new.taken_by, new.acting_for]) as person where person is not null;
    return new;
  end $$;
  create trigger payment_request_step_recorded before insert on payment_request_step
    for each row execute function record_request_step();
`;

const countersigning = `
  -- Signed when it is its turn: after the step before the one that waits for it. What is signed is what was frozen.
  create function record_countersignature() returns trigger language plpgsql security definer ${search} as $$
  declare request payment_request; required request_required_signature; signing request_signing; person int;
  begin
    select * into request from payment_request where id = new.request_id for update;
    new.submission := request.submission;
    new.step := case request.state when 'submitted' then 'verify' when 'verified' then 'approve' when 'approved' then 'release' end;
    select * into required from request_required_signature
      where (request_id, submission, step, function) = (request.id, request.submission, new.step, new.function);
    if required.request_id is null or required.signers <= (
      select count(*) from request_countersignature given
      where (given.request_id, given.submission, given.step, given.function)
        = (required.request_id, required.submission, required.step, required.function)) then
      raise exception 'payment request % waits for no signature as %', request.number, new.function
        using errcode = '23514', constraint = 'countersignature_is_awaited';
    end if;
    select * into signing from request_signing where (request_id, submission) = (request.id, request.submission);
    new.gross := signing.gross; new.net := signing.net; new.kader_count := signing.kader_count;
    new.months := signing.months; new.content_sha256 := signing.content_sha256;
    if new.acting_for is not null then
      perform require_mandate(new.delegation_id, new.acting_for, new.signed_by, 'countersign', request.paying_body_id, new.signed_at);
    end if;
    foreach person in array array_remove(array[new.signed_by, new.acting_for], null) loop
      if is_account_hand(request.id, person) then
        raise exception 'user % recorded an account that payment request % pays to', person, request.number
          using errcode = '23514', constraint = 'signers_recorded_no_account';
      end if;
      insert into request_hand values (request.id, request.submission, person, 'countersign', person <> new.signed_by);
    end loop;
    return new;
  end $$;
  create trigger request_countersignature_recorded before insert on request_countersignature
    for each row execute function record_countersignature();
`;

const guards = `
  -- A request begins as a draft, and each submission has a number of its own: what was signed before counts no more.
  create function guard_submission() returns trigger language plpgsql ${search} as $$
  begin
    if tg_op = 'INSERT' and new.state = 'draft' and new.submission = 0 then return new; end if;
    if tg_op = 'UPDATE' and new.submission
       = old.submission + ((old.state, new.state) = ('draft', 'submitted'))::int then return new; end if;
    raise exception 'payment request % is no submission %', new.number, new.submission
      using errcode = '42501', constraint = 'submissions_are_counted';
  end $$;
  create trigger request_submissions_counted before insert or update on payment_request
    for each row execute function guard_submission();

  -- No state without who took the step to it, and without the signatures that its amount asks for.
  create function guard_request_signatures() returns trigger language plpgsql ${search} as $$
  declare own_step text := case new.state when 'verified' then 'verify' when 'approved' then 'approve' when 'disbursing' then 'release' end;
  begin
    if not exists (select 1 from payment_request_step
                   where (request_id, submission, from_state, to_state) = (new.id, new.submission, old.state, new.state)) then
      raise exception 'payment request % is % and nobody took that step', new.number, new.state
        using errcode = '23514', constraint = 'request_step_recorded';
    end if;
    if own_step is null then return null; end if;
    if exists (select 1 from request_required_signature required
               where (request_id, submission, step) = (new.id, new.submission, own_step)
                 and signers > (select count(*) from request_countersignature given
                   where (given.request_id, given.submission, given.step, given.function)
                     = (required.request_id, required.submission, required.step, required.function))) then
      raise exception 'payment request % lacks signatures', new.number
        using errcode = '23514', constraint = 'request_countersigned';
    end if;
    -- whoever has a hand in a request makes nobody else a hand in it; who is away may say so himself
    if exists (
      select 1 from (
        select delegation_id from payment_request_step where (request_id, submission) = (new.id, new.submission)
        union all
        select delegation_id from request_countersignature where (request_id, submission) = (new.id, new.submission)) used
      join delegation on delegation.id = used.delegation_id
      join request_hand hand on (hand.request_id, hand.submission, hand.user_id) = (new.id, new.submission, recorded_by)
      where recorded_by <> from_user) then
      raise exception 'a delegation that payment request % rests on was recorded by who has a hand in it', new.number
        using errcode = '23514', constraint = 'delegation_recorded_by_no_hand';
    end if;
    -- of the four the check of accounts stands at the request itself
    if exists (select 1 from request_hand where (request_id, submission) = (new.id, new.submission)
               and (is_represented or part = 'countersign') and is_account_hand(new.id, user_id)) then
      raise exception 'payment request % is signed by who recorded an account', new.number
        using errcode = '23514', constraint = 'signers_recorded_no_account';
    end if;
    return null;
  end $$;
  create constraint trigger request_signed_at_commit after update of state on payment_request
    deferrable initially deferred for each row when (old.state <> new.state) execute function guard_request_signatures();
`;

const ownFunctions = [
  'record_request_step()',
  'record_countersignature()',
  'guard_submission()',
  'guard_request_signatures()',
  'is_account_hand(int, int)',
  'request_content_sha256(int)',
] as const;

const grants = `
  ${ownFunctions.map((signature) => `revoke execute on function ${signature} from public;`).join('\n')}
  grant execute on function is_account_hand(int, int) to honor_app;
  grant select on request_signing, request_required_signature, request_hand to honor_app;
  grant select, insert (request_id, function, signed_by, acting_for, delegation_id, note, signed_at)
    on request_countersignature to honor_app;
`;

// Requests on their way go on under the four signatures they were submitted under.
const alreadyUnderWay = `
  insert into request_signing
    select id, submission, coalesce((select (max(taken_at) at time zone 'Asia/Jakarta')::date from payment_request_step
        where request_id = request.id and to_state = 'submitted'), (created_at at time zone 'Asia/Jakarta')::date),
      '{}', gross, net, kader_count, months, request_content_sha256(id)
    from payment_request request where state in ('submitted', 'verified', 'approved');
  insert into request_hand
    select id, submission, hand.person, hand.part, false
    from payment_request request cross join lateral (values
      ('prepare', prepared_by), ('verify', verified_by), ('approve', approved_by)) as hand (part, person)
    where state in ('submitted', 'verified', 'approved') and hand.person is not null;
`;

const undo = `
  drop trigger payment_request_step_recorded on payment_request_step;
  drop trigger request_submissions_counted on payment_request;
  drop trigger request_signed_at_commit on payment_request;
  alter table payment_request_step drop acting_for, drop delegation_id, drop submission;
  drop table request_countersignature, request_hand, request_required_signature, request_signing;
  ${ownFunctions.map((signature) => `drop function ${signature};`).join('\n')}
`;
