import type { MigrationInterface, QueryRunner } from 'typeorm';

/** True of whom the reader sees whole: on a roster of her regions now, paid by her payers, or herself. */
const WHOLE = `her.nagari_code ^@ any ((select seen_regions())::text[]) or her.id in (select wholly_seen_kader())`;

const during = (table: string, days: string) => `served_in_regions(${table}.kader_id, ${days})`;
const monthOf = (table: string) => during(table, `days_of_month(${table}.service_month)`);

/** Of a kader who has moved away, her old nagari sees what bears on the months in which she served there. */
const OF_GUESTS: Readonly<Record<string, string>> = {
  appointment: during('appointment', 'appointment.active'),
  kader_tier: during('kader_tier', 'kader_tier.held'),
  kader_tax_fact: during('kader_tax_fact', `daterange(kader_tax_fact.valid_from, null)`),
  control_declaration: during(
    'control_declaration',
    `daterange(control_declaration.valid_from, control_declaration.valid_to, '[]')`,
  ),
  honor_line: monthOf('honor_line'),
  honor_exclusion: `${monthOf('honor_exclusion')} or (honor_exclusion.code = 'honor.calculated-elsewhere'
    and exists (select from calculation where calculation.id = honor_exclusion.calculation_id))`,
  activity_attendance: `exists (select from activity where activity.id = activity_id
    and served_in_regions(activity_attendance.kader_id, daterange(held_on, held_on, '[]')))`,
  roster_change: 'false',
  disclosure: 'false',
};

/** What became of the money of such a month: it was paid with other months, in one transfer. */
const PAID = `(kader_id in (select kader_of_regions()) and paid_in_regions(request_id, kader_id))`;

const PAYMENTS: Readonly<Record<string, string>> = {
  disbursement: `request_id in (select requests_of_payers()) or kader_id in (select resident_kader()) or ${PAID}`,
  kader_deduction: `request_id in (select requests_of_payers()) or kader_id in (select resident_kader()) or ${PAID}`,
  'ledger.entry': `party_id in (select resident_kader()) or accounts && array(select seen_accounts())
    or (party_id in (select kader_of_regions()) and exists (select from disbursement paid where paid.kader_id = party_id
      and (paid.entry_batch_id, paid.entry_sequence) in ((batch_id, sequence), (reverses_batch_id, reverses_sequence))))`,
};

const PAYMENTS_BEFORE: Readonly<Record<string, string>> = {
  disbursement: 'request_id in (select requests_of_payers()) or kader_id in (select kader_of_regions())',
  kader_deduction: 'request_id in (select requests_of_payers()) or kader_id in (select kader_of_regions())',
  'ledger.entry': 'party_id in (select kader_of_regions()) or accounts && array(select seen_accounts())',
};

/**
 * A kader who moves is calculated by both nagari for the months she served in each. Until now whoever had once served
 * in a nagari was seen by it for good, with everything that came after; now it sees her as far as its own months go.
 * Her account and her heir stay seen, because what is owed for these months is paid to them.
 */
export class GuestsOfRegions1790000003486 implements MigrationInterface {
  name = 'GuestsOfRegions1790000003486';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(functions);
    await runner.query(seenRequests);
    for (const [table, condition] of Object.entries(OF_GUESTS)) {
      await runner.query(`alter policy seen_in_scope on ${table} using (
        exists (select from kader her where her.id = ${table}.kader_id and (${WHOLE} or ${condition})))`);
    }
    for (const [table, condition] of Object.entries(PAYMENTS)) {
      await runner.query(`alter policy seen_in_scope on ${table} using (${condition})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, condition] of Object.entries(PAYMENTS_BEFORE)) {
      await runner.query(`alter policy seen_in_scope on ${table} using (${condition})`);
    }
    for (const table of Object.keys(OF_GUESTS)) {
      await runner.query(`alter policy seen_in_scope on ${table}
        using (exists (select from kader her where her.id = ${table}.kader_id))`);
    }
    await runner.query(seenRequestsBefore);
    await runner.query(`
      drop function calculation_day(int); drop function paid_in_regions(int, int); drop function served_in_regions(int, daterange);
      drop function days_of_month(text); drop function whole_months(daterange);
      drop function wholly_seen_kader(); drop function resident_kader();
    `);
  }
}

const functions = `
  create function resident_kader() returns setof int language sql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
    select kader.id from scope_list('regions') region
      join kader on kader.nagari_code ~>=~ region and kader.nagari_code ~<~ (region || '/')
    union
    select item::int from scope_list('kader') item
  $$;

  create function wholly_seen_kader() returns setof int language sql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
    select resident_kader()
    union
    select honor_line.kader_id from scope_list('payers') payer
      join paying_body on paying_body.code = payer
      join funding_source on funding_source.paying_body_id = paying_body.id
      join entitlement on entitlement.funding_source_id = funding_source.id
      join honor_line on honor_line.id = entitlement.honor_line_id
  $$;

  -- Honor is worked out by whole months: who moves within one served in both places in it.
  create function whole_months(days daterange) returns daterange language sql immutable
    set search_path = pg_catalog, public, pg_temp as $$
    select case when isempty(days) then days else daterange(date_trunc('month', lower(days)::timestamp)::date,
      (date_trunc('month', (upper(days) - 1)::timestamp) + interval '1 month')::date) end
  $$;

  create function days_of_month(month text) returns daterange language sql immutable
    set search_path = pg_catalog, public, pg_temp as $$
    select whole_months(daterange((month || '-01')::date, (month || '-01')::date, '[]'))
  $$;

  -- Also where she was entitled to something, whatever her SK says now: it may have to be taken back.
  create function served_in_regions(kader int, days daterange) returns boolean language sql stable security definer
    cost 10000 set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from appointment join posyandu on posyandu.id = posyandu_id
             where kader_id = kader and is_seen_region(posyandu.nagari_code) and whole_months(active) && days)
        or exists (select from honor_line
             where kader_id = kader and is_seen_region(nagari_code) and days_of_month(service_month) && days)
  $$;

  create function paid_in_regions(request int, kader int) returns boolean language sql stable security definer
    cost 10000 set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from honor_line line
      join entitlement on entitlement.honor_line_id = line.id
      join request_entitlement held on held.entitlement_id = entitlement.id
      where held.request_id = request and line.kader_id = kader
        and served_in_regions(kader, days_of_month(line.service_month)))
  $$;

  -- A line is seen by whom it concerns, whoever calculated it; of the calculation of another place only its day is.
  create function calculation_day(number int) returns date language sql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
    select (calculated_at at time zone 'Asia/Jakarta')::date from calculation where id = number
  $$;

  revoke execute on function calculation_day(int), resident_kader(), wholly_seen_kader(), whole_months(daterange), days_of_month(text),
    served_in_regions(int, daterange), paid_in_regions(int, int) from public;
  grant execute on function calculation_day(int), resident_kader(), wholly_seen_kader(), whole_months(daterange), days_of_month(text),
    served_in_regions(int, daterange), paid_in_regions(int, int) to honor_reader;
`;

const SEEN_REQUESTS = `
  create or replace function seen_requests() returns setof int language sql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
    select requests_of_payers()
    union
    select request_entitlement.request_id from honor_line
      join entitlement on entitlement.honor_line_id = honor_line.id
      join request_entitlement on request_entitlement.entitlement_id = entitlement.id`;

// Replacing a function keeps who may call it.
const seenRequests = `${SEEN_REQUESTS}
     where honor_line.kader_id in (select resident_kader())
    union
    select request_entitlement.request_id from honor_line
      join entitlement on entitlement.honor_line_id = honor_line.id
      join request_entitlement on request_entitlement.entitlement_id = entitlement.id
     where honor_line.kader_id in (select kader_of_regions() except select resident_kader())
       and served_in_regions(honor_line.kader_id, days_of_month(honor_line.service_month))
  $$`;

const seenRequestsBefore = `${SEEN_REQUESTS}
     where honor_line.kader_id in (select kader_of_regions())
  $$`;
