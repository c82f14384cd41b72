import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The six SPM: activity types as data, the bidang of an activity, the OPD that answers for a bidang, when a bidang
 * starts where, and referrals to an OPD with what it answered.
 */
export class SixSpm1790000001900 implements MigrationInterface {
  name = 'SixSpm1790000001900';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [types, activities, bidang, referrals, answers, appendOnly, grants, doors]) {
      await runner.query(statements);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undo);
  }
}

const SIX = `array['kesehatan', 'pendidikan', 'pekerjaan-umum', 'perumahan-rakyat', 'trantibumlinmas', 'sosial']`;

const types = `
  -- bidang null: any. counts_targets: whether it is said how many of each target group were served.
  create table activity_type (
    code text primary key check (code ~ '^[a-z][a-z0-9-]*$'),
    name text not null check (btrim(name) <> ''),
    words text[] not null check (cardinality(words) > 0),
    bidang text[] check (cardinality(bidang) > 0 and bidang <@ ${SIX}),
    counts_targets boolean not null,
    unit text not null check (btrim(unit) <> ''),
    elsewhere boolean not null,
    position int not null,
    recorded_by int references app_user,
    recorded_at timestamptz not null
  );
  insert into activity_type (code, name, words, counts_targets, unit, elsewhere, position, recorded_at) values
    ('hari-buka', 'Hari buka', '{HARI BUKA,HARI BUKA POSYANDU,BUKA POSYANDU,HARI POSYANDU}', true, 'hari', false, 1, now()),
    ('kunjungan-rumah', 'Kunjungan rumah', '{KUNJUNGAN RUMAH,KUNJUNGAN}', true, 'kunjungan', false, 2, now()),
    ('penyuluhan', 'Penyuluhan atau kelas', '{PENYULUHAN,KELAS,KELAS IBU HAMIL,KELAS IBU BALITA,PENYULUHAN/KELAS,KIE}', true, 'pertemuan', false, 3, now()),
    ('pendataan', 'Pendataan', '{PENDATAAN,PENDATAAN SPM,PENDATAAN SASARAN}', true, 'kegiatan', false, 4, now()),
    ('pelayanan-spm', 'Pelayanan SPM', '{PELAYANAN SPM,PELAYANAN}', true, 'pelayanan', false, 5, now()),
    ('rujukan', 'Rujukan lintas sektor', '{RUJUKAN,RUJUKAN LINTAS SEKTOR}', true, 'rujukan', false, 6, now()),
    ('rapat-pelatihan', 'Rapat atau pelatihan', '{RAPAT/PELATIHAN,RAPAT,PELATIHAN,RAKOR,BIMTEK}', false, 'pertemuan', true, 7, now());

  -- A type that a policy pays for, or that referrals are recorded under, stays; what activities use a foreign key holds.
  create function guard_activity_type() returns trigger language plpgsql as $$
  begin
    if old.code = 'rujukan' or exists (select from honor_policy, jsonb_array_elements(document -> 'components') as component
        where component -> 'activityKinds' ? old.code or component -> 'rates' ? old.code) then
      raise exception 'activity type % is in use', old.code using errcode = '23503', constraint = 'activity_type_in_use';
    end if;
    return old;
  end $$;
  create trigger activity_type_in_use before delete on activity_type for each row execute function guard_activity_type();
  create trigger activity_type_not_truncated before truncate on activity_type for each statement execute function refuse_change();
`;

const activities = `
  create function are_target_counts(counts jsonb) returns boolean language sql immutable parallel safe as $$
    select jsonb_typeof(counts) = 'object' and not exists (
      select from jsonb_each(counts) as counted (target, number)
      where target <> all (array['bayi', 'balita', 'ibu-hamil', 'remaja', 'usia-produktif', 'lansia'])
         or jsonb_typeof(number) <> 'number' or number::text !~ '^[0-9]{1,7}$')
  $$;
  alter table activity
    add bidang text check (bidang = any (${SIX})),
    -- null: recorded by itself, with a referral, not from a sheet
    alter import_id drop not null,
    drop constraint activity_kind_check,
    add constraint activity_of_known_type foreign key (kind) references activity_type,
    add constraint activity_target_counts check (are_target_counts(target_counts));
  create index activity_by_kind on activity (kind);

  create function guard_activity() returns trigger language plpgsql as $$
  declare known activity_type;
  begin
    select * into known from activity_type where code = new.kind;
    if not known.counts_targets and new.target_counts <> '{}' then
      raise exception 'activity type % does not count target groups', new.kind using errcode = '23514', constraint = 'activity_type_counts';
    end if;
    if new.bidang <> all (known.bidang) then
      raise exception 'activity type % is not of bidang %', new.kind, new.bidang using errcode = '23514', constraint = 'activity_type_of_bidang';
    end if;
    return new;
  end $$;
  create trigger activity_as_its_type before insert or update of kind, target_counts, bidang on activity
    for each row execute function guard_activity();
`;

const bidang = `
  -- Which OPD answers for a bidang in a region, within how many working days; the most specific region holds.
  create table bidang_opd (
    id int generated always as identity primary key,
    bidang text not null check (bidang = any (${SIX})),
    region_code text not null references region,
    opd_code text not null check (opd_code ~ '^[A-Z][A-Z0-9-]*$'),
    opd_name text not null check (btrim(opd_name) <> ''),
    limit_days int not null check (limit_days between 1 and 365),
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    basis text not null check (btrim(basis) <> ''),
    note text,
    recorded_by int not null references app_user,
    recorded_at timestamptz not null,
    constraint bidang_opd_no_overlap exclude using gist
      (region_code with =, bidang with =, daterange(valid_from, valid_to, '[]') with &&)
  );
  create function guard_bidang_opd() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and to_jsonb(new) - 'valid_to' = to_jsonb(old) - 'valid_to'
       and (old.valid_to is null or new.valid_to is not distinct from old.valid_to) then
      return new;
    end if;
    raise exception 'the OPD of a bidang is never changed: end it, and record another' using errcode = '42501';
  end $$;
  create trigger bidang_opd_guarded before update or delete on bidang_opd for each row execute function guard_bidang_opd();
  create trigger bidang_opd_not_truncated before truncate on bidang_opd for each statement execute function refuse_change();

  -- From which month on a bidang serves in a kabupaten, kecamatan or nagari; said again for one, the last counts.
  create table bidang_start (
    id int generated always as identity primary key,
    bidang text not null check (bidang = any (${SIX})),
    region_code text not null references region check (length(region_code) in (5, 8, 13)),
    start_month text not null check (start_month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
    basis text not null check (btrim(basis) <> ''),
    recorded_by int not null references app_user,
    recorded_at timestamptz not null
  );
  create index bidang_start_by_region on bidang_start (region_code, bidang, id);
`;

const referrals = `
  create table holiday_calendar (
    id int generated always as identity primary key,
    year int not null check (year between 2000 and 2200),
    document jsonb not null,
    recorded_by int not null references app_user,
    recorded_at timestamptz not null
  );
  create index holiday_calendar_by_year on holiday_calendar (year, id);

  -- What a kader passes on to the OPD of a bidang: how many cases of which service, never about whom.
  create table referral (
    id int generated always as identity primary key,
    posyandu_id int not null references posyandu,
    kader_id int not null references kader,
    bidang text not null check (bidang = any (${SIX})),
    subject text not null references activity_type,
    referred_on date not null,
    count int not null check (count between 1 and 1000000),
    description text not null check (btrim(description) <> ''),
    bidang_opd_id int not null references bidang_opd,
    activity_id int not null references activity,
    recorded_by int not null references app_user,
    recorded_at timestamptz not null,
    constraint referral_without_numbers_of_people check (description !~ '[0-9]{16}'),
    constraint referral_once unique (posyandu_id, kader_id, referred_on, bidang, subject)
  );
  create index referral_by_opd on referral (bidang_opd_id);
  create index referral_by_activity on referral (activity_id, kader_id);

  create function guard_referral() returns trigger language plpgsql as $$
  declare nagari text;
  begin
    select nagari_code into nagari from posyandu where id = new.posyandu_id;
    if not exists (select from appointment where kader_id = new.kader_id and posyandu_id = new.posyandu_id and new.referred_on <@ active) then
      raise exception 'the kader does not serve at this posyandu on %', new.referred_on using errcode = '23514', constraint = 'referral_by_its_kader';
    end if;
    if not exists (select from bidang_opd where id = new.bidang_opd_id and bidang = new.bidang
        and (nagari = region_code or starts_with(nagari, region_code || '.'))
        and new.referred_on between valid_from and coalesce(valid_to, new.referred_on)) then
      raise exception 'this OPD does not answer for % in %', new.bidang, nagari using errcode = '23514', constraint = 'referral_to_its_opd';
    end if;
    if not exists (select from activity_type where code = new.subject and new.bidang = any (bidang)) then
      raise exception '% is no service of %', new.subject, new.bidang using errcode = '23514', constraint = 'referral_of_its_bidang';
    end if;
    if not exists (select from activity join activity_attendance on activity_id = activity.id and kader_id = new.kader_id
        where activity.id = new.activity_id and kind = 'rujukan'
          and (posyandu_id, held_on) = (new.posyandu_id, new.referred_on)) then
      raise exception 'a referral is an activity of its kader on its day' using errcode = '23514', constraint = 'referral_is_an_activity';
    end if;
    return new;
  end $$;
  create trigger referral_as_it_may_be before insert on referral for each row execute function guard_referral();

  -- A sheet of attendance cannot take away whose referral is recorded.
  create function guard_referral_attendance() returns trigger language plpgsql as $$
  begin
    if exists (select from referral where activity_id = old.activity_id and kader_id = old.kader_id)
       and not exists (select from activity_attendance where activity_id = old.activity_id and kader_id = old.kader_id) then
      raise exception 'a referral of this day is recorded' using errcode = '23503', constraint = 'attendance_of_a_referral';
    end if;
    return null;
  end $$;
  create constraint trigger attendance_of_a_referral after delete on activity_attendance
    deferrable initially deferred for each row execute function guard_referral_attendance();
`;

const answers = `
  create table referral_answer (
    id int generated always as identity primary key,
    referral_id int not null references referral,
    answer text not null check (answer in ('accepted', 'done', 'rejected')),
    answered_on date not null,
    text text not null check (btrim(text) <> '' and text !~ '[0-9]{16}'),
    recorded_by int not null references app_user,
    recorded_at timestamptz not null,
    constraint referral_answered_once unique (referral_id, answer)
  );
  create unique index referral_closed_once on referral_answer (referral_id) where answer <> 'accepted';

  create function guard_referral_answer() returns trigger language plpgsql as $$
  declare asked referral;
  begin
    select * into asked from referral where id = new.referral_id;
    if asked.recorded_by = new.recorded_by then
      raise exception 'referral % is answered by another person', new.referral_id
        using errcode = '23514', constraint = 'referral_answered_by_another';
    end if;
    if new.answered_on < asked.referred_on or exists (
        select from referral_answer where referral_id = new.referral_id and (answer <> 'accepted' or answered_on > new.answered_on)) then
      raise exception 'referral % was answered already, or not yet made', new.referral_id
        using errcode = '23514', constraint = 'referral_answers_in_order';
    end if;
    return new;
  end $$;
  create trigger referral_answer_in_order before insert on referral_answer for each row execute function guard_referral_answer();
`;

const appendOnlyTables = ['bidang_start', 'holiday_calendar', 'referral', 'referral_answer'] as const;

const appendOnly = appendOnlyTables
  .map(
    (table) => `
  create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change();
  create trigger ${table}_not_truncated before truncate on ${table} for each statement execute function refuse_change();
  grant select, insert on ${table} to honor_app;`,
  )
  .join('\n');

const grants = `
  grant select, insert, delete, update (name, words, bidang, counts_targets, unit, elsewhere, position, recorded_by, recorded_at)
    on activity_type to honor_app;
  grant select, insert, update (valid_to) on bidang_opd to honor_app;
`;

const triggerFunctions = [
  'guard_activity_type',
  'guard_activity',
  'guard_bidang_opd',
  'guard_referral',
  'guard_referral_attendance',
  'guard_referral_answer',
];

const doors = `
  ${triggerFunctions.map((name) => `revoke execute on function ${name}() from public; alter function ${name}() set search_path = pg_catalog, public, pg_temp;`).join('\n')}
  revoke execute on function are_target_counts(jsonb) from public;
  alter function are_target_counts(jsonb) set search_path = pg_catalog, public, pg_temp;
  grant execute on function are_target_counts(jsonb) to honor_app;
`;

// A referral is an activity that no sheet brought: without the table of referrals nothing says where it came from.
const undo = `
  drop table referral_answer, referral, holiday_calendar, bidang_start, bidang_opd cascade;
  drop trigger attendance_of_a_referral on activity_attendance;
  delete from activity_attendance using activity where activity_id = activity.id and import_id is null;
  delete from activity where import_id is null;
  drop trigger activity_as_its_type on activity;
  alter table activity drop constraint activity_of_known_type, drop constraint activity_target_counts, drop bidang,
    alter import_id set not null,
    add constraint activity_kind_check check (kind in ('hari-buka', 'kunjungan-rumah', 'penyuluhan', 'pendataan', 'pelayanan-spm', 'rujukan', 'rapat-pelatihan'));
  drop index activity_by_kind;
  drop table activity_type;
  drop function ${triggerFunctions.map((name) => `${name}()`).join(', ')}, are_target_counts(jsonb);
`;
