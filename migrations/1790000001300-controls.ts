import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the controls found in payment requests, the answers people gave, and the data the controls run by. */
export class Controls1790000001300 implements MigrationInterface {
  name = 'Controls1790000001300';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [settings, findings, appendOnly, guards, grants]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger request_passes_controls on payment_request;
      drop table control_acceptance, control_answer, control_run_finding, control_finding, control_run,
        control_declaration, control_ceiling, control_settings;
      drop function guard_request_controls(); drop function guard_control_run(); drop function guard_run_finding();
      drop function guard_acceptance();
      drop index kader_by_birth_date; drop index kader_by_upper_name;
    `);
  }
}

const settings = `
  -- The last one is in force; none: what the program itself says.
  create table control_settings (
    id int generated always as identity primary key,
    document jsonb not null,
    recorded_by int not null references app_user,
    recorded_at timestamptz not null
  );

  -- rate: the standard price (SSH) of a component in a region, rupiah a month; headcount: the heads a payer's DPA names.
  create table control_ceiling (
    id int generated always as identity primary key,
    kind text not null check (kind in ('rate', 'headcount')),
    scope text not null check (btrim(scope) <> ''),
    component text not null default '' check ((component <> '') = (kind = 'rate')),
    amount bigint not null check (amount >= 0),
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    basis text not null check (btrim(basis) <> ''),
    recorded_by int not null references app_user,
    recorded_at timestamptz not null,
    constraint ceiling_no_overlap exclude using gist
      (kind with =, scope with =, component with =, daterange(valid_from, valid_to, '[]') with &&)
  );

  -- Honor from the state that a kader gets elsewhere. Said again for the same body, thing and first day: the last counts.
  create table control_declaration (
    id int generated always as identity primary key,
    kader_id int not null references kader,
    body text not null check (btrim(body) <> ''),
    what text not null check (btrim(what) <> ''),
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    recorded_by int not null references app_user,
    recorded_at timestamptz not null
  );
  create index control_declaration_by_kader on control_declaration (kader_id);

  -- Who may be the same person is looked for across all nagari.
  create index kader_by_birth_date on kader (birth_date);
  create index kader_by_upper_name on kader (upper(name));
`;

const findings = `
  -- One running of all controls over a request, for a step or because somebody asked.
  create table control_run (
    id int generated always as identity primary key,
    request_id int not null references payment_request,
    submission int not null check (submission >= 0),
    step text not null check (step in ('draft', 'submitted', 'verified', 'approved', 'disbursing', 'settled', 'cancelled')),
    blocks int not null check (blocks >= 0),
    warnings int not null check (warnings >= 0),
    ran_at timestamptz not null,
    created_xid xid8 not null default pg_current_xact_id()
  );
  create index control_run_by_request on control_run (request_id, submission, id);

  -- A finding keeps its number within its request as long as its evidence is the same, so an answer stays with it.
  create table control_finding (
    id int generated always as identity primary key,
    request_id int not null references payment_request,
    number int not null check (number > 0),
    fingerprint char(64) not null,
    control text not null,
    code text not null,
    kader_id int references kader,
    line text,
    evidence jsonb not null check (evidence <> '{}'),
    sentence text not null check (btrim(sentence) <> ''),
    unique (request_id, number),
    unique (request_id, fingerprint)
  );

  create table control_run_finding (
    run_id int not null references control_run,
    finding_id int not null references control_finding,
    severity text not null check (severity in ('block', 'warn')),
    primary key (run_id, finding_id)
  );

  create table control_answer (
    id int generated always as identity primary key,
    finding_id int not null references control_finding,
    answer text not null check (btrim(answer) <> ''),
    answered_by int not null references app_user,
    answered_at timestamptz not null
  );
  create index control_answer_by_finding on control_answer (finding_id, id);

  create table control_acceptance (
    answer_id int not null references control_answer,
    submission int not null,
    accepted_by int not null references app_user,
    accepted_at timestamptz not null,
    primary key (answer_id, submission)
  );
`;

const tables = [
  'control_settings',
  'control_ceiling',
  'control_declaration',
  'control_run',
  'control_finding',
  'control_run_finding',
  'control_answer',
  'control_acceptance',
] as const;

const appendOnly = tables
  .map(
    (table) => `
  create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change();
  create trigger ${table}_not_truncated before truncate on ${table} for each statement execute function refuse_change();`,
  )
  .join('\n');

const guards = `
  -- A run is written by one transaction and says what it found: nothing is added to it later, nothing left out.
  create function guard_run_finding() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from new_rows join control_run on control_run.id = run_id
               join control_finding on control_finding.id = finding_id
               where created_xid <> pg_current_xact_id() or control_run.request_id <> control_finding.request_id) then
      raise exception 'the findings of a control run are written with it, for its own request' using errcode = '42501';
    end if;
    return null;
  end $$;
  create trigger run_finding_with_its_run after insert on control_run_finding
    referencing new table as new_rows for each statement execute function guard_run_finding();

  create function guard_control_run() returns trigger language plpgsql as $$
  declare blocks int; warnings int;
  begin
    select count(*) filter (where severity = 'block'), count(*) filter (where severity = 'warn') into blocks, warnings
      from control_run_finding where run_id = new.id;
    if (blocks, warnings) is distinct from (new.blocks, new.warnings) then
      raise exception 'control run % is not whole', new.id using errcode = '23514';
    end if;
    return null;
  end $$;
  create constraint trigger control_run_whole_at_commit after insert on control_run
    deferrable initially deferred for each row execute function guard_control_run();

  -- An answer is accepted by somebody who neither wrote it nor prepared the request.
  create function guard_acceptance() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from control_answer answer join control_finding finding on finding.id = finding_id
               join payment_request request on request.id = request_id
               where answer.id = new.answer_id and new.accepted_by in (answered_by, prepared_by)) then
      raise exception 'answer % is accepted by another person', new.answer_id
        using errcode = '23514', constraint = 'answer_accepted_by_another';
    end if;
    return new;
  end $$;
  create trigger acceptance_by_another before insert on control_acceptance
    for each row execute function guard_acceptance();

  -- A request moves on only when the last run of this submission blocks nothing, and is approved only when every
  -- warning of it has an answer, the last one given, that another person accepted for this submission.
  create function guard_request_controls() returns trigger language plpgsql as $$
  declare run control_run; open_finding int;
  begin
    if tg_op = 'UPDATE' and old.state = new.state then return null; end if;
    select * into run from control_run where request_id = new.id and submission = new.submission order by id desc limit 1;
    if run.id is null or run.blocks > 0 then
      raise exception 'payment request % does not pass its controls', new.number
        using errcode = '23514', constraint = 'request_passes_controls';
    end if;
    if new.state <> 'approved' then return null; end if;
    select finding.number into open_finding
      from control_run_finding found join control_finding finding on finding.id = found.finding_id
      where found.run_id = run.id and not exists (
        select 1 from control_acceptance join (
          select id from control_answer answer where answer.finding_id = finding.id order by id desc limit 1) last
          on last.id = answer_id where control_acceptance.submission = new.submission)
      order by finding.number limit 1;
    if open_finding is not null then
      raise exception 'finding % of payment request % has no accepted answer', open_finding, new.number
        using errcode = '23514', constraint = 'request_findings_answered';
    end if;
    return null;
  end $$;
  create constraint trigger request_passes_controls after insert or update of state on payment_request
    deferrable initially deferred for each row when (new.state in ('submitted', 'verified', 'approved', 'disbursing'))
    execute function guard_request_controls();
`;

const grants = tables.map((table) => `grant select, insert on ${table} to honor_app;`).join('\n');
