import type { INestApplicationContext } from '@nestjs/common';
import { serviceMonth } from '../../src/core/shared/service-month.js';
import { LedgerPeriodsService } from '../../src/modules/ledger/ledger-periods.service.js';
import { UsersService } from '../../src/modules/users/users.service.js';
import { addKader, SIGUNTUR, SITIUNG, type Office } from './nagari.js';

/** Who makes rows: through the program, or beside it. */
export interface Grower {
  readonly app: INestApplicationContext;
  /** A statement of the owner, for whom no trigger fires. */
  readonly write: (sql: string, values: readonly unknown[]) => Promise<void>;
  readonly office: Office;
}

/** A list that grows, by the name of its operation. */
export interface GrowingList {
  readonly path?: Readonly<Record<string, number>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Words of the query that leave something away, and not everything. */
  readonly filter?: Readonly<Record<string, string>>;
  /** Makes one more row; `n` is another one each time. Absent: the rows are those of a paid quarter. */
  readonly grow?: (grower: Grower, n: number) => Promise<unknown>;
}

/** Rows by one statement, in which `$1` is the number of the row. */
const rows = (sql: string) => (grower: Grower, n: number) => grower.write(sql, [n]);

const BODY = `(select id from paying_body where code = case when $1::int % 2 = 0 then '${SIGUNTUR}' else '${SITIUNG}' end)`;
const SPM = `(array['kesehatan', 'pendidikan', 'pekerjaan-umum', 'perumahan-rakyat', 'trantibumlinmas', 'sosial'])[1 + $1::int % 6]`;
const NAGARI = `(select code from region where length(code) = 13 order by code offset $1::int limit 1)`;
const DAY = `date '2020-01-01' + $1::int`;

const aUser = ({ app }: Grower, n: number) =>
  app
    .get(UsersService)
    .add({ username: `orang${String(n)}`, fullName: `Orang ${String(n)}`, position: 'Staf' });

const aKader = ({ app, office }: Grower, n: number) =>
  addKader(app, office, {
    nik: `13100441018${String(10_000 + n)}`,
    name: `Kader ${String(n)}`,
    nagari: SITIUNG,
  });

const aFinding = rows(`
  with run as (
    insert into control_run (request_id, submission, step, blocks, warnings, ran_at)
    select 1, 1, 'settled', 0, 0, now() where not exists (select from control_run where request_id = 1)),
  finding as (
    insert into control_finding (request_id, number, fingerprint, control, code, evidence, sentence)
    values (1, 1000 + $1::int, lpad($1::text, 64, '0'), case when $1::int % 2 = 0 then 'C4' else 'C5' end, 'uji',
            '{"uji": 1}', 'Uji') returning id)
  insert into control_run_finding (run_id, finding_id, severity)
  select (select max(id) from control_run where request_id = 1), id, 'warn' from finding`);

const aChoice = rows(`
  insert into deduction_choice (paying_body_id, kind, policy_code, valid_from, note, chosen_by, chosen_at)
  values (${BODY}, case when $1::int % 3 = 0 then 'bpjs' else 'pph21' end, 'uji', ${DAY}, 'BA', 1, now())`);

/** How each list is made longer. A list that is not here fails `every-list.spec.ts`. */
export const growingLists: Readonly<Record<string, GrowingList>> = {
  'Users.list': { grow: aUser, filter: { name: 'orang' } },
  'Grants.list': {
    grow: rows(`insert into role_grant (user_id, role, scope_kind, region_code, basis, granted_at, granted_by)
      values (1, 'verifier', 'region', ${NAGARI}, 'SK 1/2026', now(), 2)`),
  },
  'Regions.regions': {
    filter: { region: '13.10.04' },
    grow: rows(
      `insert into region (code, name) values ('13.10.04.9' || lpad($1::text, 3, '0'), 'Nagari ' || $1)`,
    ),
  },
  'Regions.posyandu': {
    filter: { region: SITIUNG },
    grow: rows(`insert into posyandu (registration_number, nagari_code, name)
      values ('${SIGUNTUR}.' || lpad(($1::int + 100)::text, 3, '0'), '${SIGUNTUR}', 'Posyandu ' || $1)`),
  },
  'Settings.bidangOpds': {
    grow: rows(`insert into bidang_opd (bidang, region_code, opd_code, opd_name, limit_days, valid_from, valid_to, basis,
        recorded_by, recorded_at)
      values (${SPM}, '13.10', 'DINAS', 'Dinas', 14, ${DAY}, ${DAY}, 'Perbup', 1, now())`),
  },
  'Settings.bidangStarts': {
    grow: rows(`insert into bidang_start (bidang, region_code, start_month, basis, recorded_by, recorded_at)
      values ('sosial', ${NAGARI}, '2026-01', 'Perbup', 1, now())`),
  },
  'Kader.list': { query: { region: '13.10' }, grow: aKader, filter: { name: 'Rosmaniar' } },
  'Referrals.list': {
    filter: { region: SITIUNG },
    grow: rows(`insert into referral (posyandu_id, kader_id, bidang, subject, referred_on, count, description,
        bidang_opd_id, activity_id, recorded_by, recorded_at)
      values (1 + $1::int % 2, 1, 'sosial', 'rujukan', ${DAY}, 1, 'uji',
              (select min(id) from bidang_opd), 1, 1, now())`),
  },
  'Funding.list': {
    filter: { label: 'BOK' },
    grow: rows(`insert into funding_source (paying_body_id, label, name, fiscal_year, activity_code, account_code,
        expense_account_id, payable_account_id, income_account_id)
      select paying_body_id, 'UJI' || $1::text, name, fiscal_year, activity_code, account_code, expense_account_id,
        payable_account_id, income_account_id from funding_source order by id limit 1`),
  },
  'Deductions.choices': { grow: aChoice },
  'Deductions.months': {
    filter: { payer: SITIUNG },
    grow: rows(`insert into remittance (paying_body_id, kind, period, amount, proof, remitted_on, batch_id, recorded_by, recorded_at)
      values (${BODY}, 'pph21', to_char(${DAY} + ($1::int * 31), 'YYYY-MM'), 1, lpad($1::text, 16, 'A'), ${DAY},
              100000 + $1::int, 1, now())`),
  },
  'Requests.list': {
    filter: { state: 'cancelled' },
    grow: rows(`insert into payment_request (number, paying_body_id, months, state, kader_count, gross, net, prepared_by, created_at)
      values ('SPP-' || $1, ${BODY}, array['2026-07'], case when $1::int % 2 = 0 then 'cancelled' else 'draft' end,
              1, 75000, 75000, 1, now())`),
  },
  'ApprovalBands.list': {
    grow: rows(`insert into approval_band_set (scope, applies_to, version, valid_from, valid_to, document, document_sha256,
        recorded_by, recorded_at)
      values ('13.10', 'nagari', $1::int, ${DAY}, ${DAY}, jsonb_build_object('scope', '13.10', 'appliesTo', 'nagari',
        'name', 'Jenjang', 'validFrom', (${DAY})::text, 'validTo', 'null', 'legalBasis',
        jsonb_build_object('number', '1/2020', 'date', '2020-01-01', 'title', 'Perbup'), 'bands', jsonb_build_array(
          jsonb_build_object('from', '1', 'signatures', jsonb_build_array(
            jsonb_build_object('function', 'Camat', 'step', 'release', 'people', '1'))))),
        lpad($1::text, 64, '0'), 1, now())`),
  },
  'Delegations.list': {
    filter: { payer: SITIUNG },
    grow: rows(`insert into delegation (from_user, to_user, step, paying_body_id, capacity, valid_from, valid_to, basis,
        reason, recorded_by, recorded_at)
      values (2, 3, 'verify', ${BODY}, 'plh', ${DAY}, ${DAY}, 'ST', 'cuti', 1, now())`),
  },
  'Overpayments.list': {
    filter: { payer: SITIUNG },
    grow: rows(`insert into overpayment (number, paying_body_id, kader_id, amount, opened_by, opened_at)
      values ('LB-' || $1, ${BODY}, 1, 1000, 1, now())`),
  },
  'Overpayments.unopened': {},
  // Of the two who were paid, each once: what moves of one of them makes no row of its own.
  'Overpayments.moves': {
    grow: rows(`with line as (
        insert into honor_line (id, calculation_id, kader_id, service_month, component, revision, amount, policy_id,
          appointment_id, nagari_code, reasons)
        select nextval('honor_line_id'), calculation_id, kader_id, service_month, component, 100, 0, policy_id,
          appointment_id, nagari_code, reasons
        from honor_line where revision = 0 and kader_id = (select id from kader order by id offset $1::int - 1 limit 1)
          and $1::int <= 2 order by service_month limit 1 returning id)
      insert into entitlement (honor_line_id, funding_source_id, amount)
      select line.id, source.id, case label when 'DDS' then -1000 else 1000 end from line, funding_source source
      join paying_body body on body.id = paying_body_id and code = '${SIGUNTUR}' where label in ('DDS', 'ADN')`),
  },
  'Controls.list': { path: { id: 1 }, grow: aFinding, filter: { control: 'C4' } },
  'Declarations.list': {
    grow: (grower, n) => aFinding(grower, 100 + n),
    filter: { control: 'C5', severity: 'warn' },
  },
  'Disclosures.list': {
    path: { kader: 1 },
    grow: rows(`insert into disclosure (kader_id, what, reason, disclosed_by, disclosed_at, address, agent)
      values (1, 'nik', 'Uji ' || $1, 1, now(), '::1', 'uji')`),
  },
  'NumberExports.list': {
    query: { payer: SIGUNTUR },
    grow: rows(`insert into number_export (what, paying_body_id, period, row_count, sha256, taken_by, taken_at, address, agent)
      values ('bp21', (select id from paying_body where code = '${SIGUNTUR}'), '2026-07', $1::int, repeat('a', 64), 1, now(),
              '::1', 'uji')`),
  },
  'Retention.list': {
    grow: rows(`insert into retention_rule (years, valid_from, basis, reason, recorded_by, recorded_at)
      values (10, ${DAY}, 'UU', 'Uji', 1, now())`),
  },
  'Retention.page': { query: { before: '2026-01-01' }, grow: (grower, n) => aKader(grower, 100 + n) },
  'Jobs.list': {
    filter: { kind: 'sheet-import' },
    grow: rows(`insert into job (kind, user_id, has_second_factor, asked_as, wish, state, asked_at, ended_at)
      values (case when $1::int % 2 = 0 then 'sheet-import' else 'ledger-export' end, (select id from app_user where username = 'pita'),
              false, sha256($1::text::bytea), '\\x00', 'cancelled', now(), now())`),
  },
  'TaxPapers.list': {
    grow: rows(`insert into deduction_policy (code, version, kind, valid_from, valid_to, legal_basis_number, legal_basis_date,
        document, document_sha256, recorded_by, recorded_at, in_force)
      select code, 1000 + $1::int, kind, date '1990-01-01' + $1::int, date '1990-01-01' + $1::int, legal_basis_number,
        date '1980-01-01', document, lpad($1::text, 64, '0'), 1, now(),
        datemultirange(daterange(date '1990-01-01' + $1::int, date '1990-01-01' + $1::int, '[]')) from deduction_policy order by id limit 1`),
  },
  'TaxPapers.known': {
    grow: rows(`insert into tax_withholder (paying_body_id, npwp, nitku, name, valid_from, recorded_by, recorded_at)
      values (${BODY}, lpad($1::text, 16, '0'), lpad($1::text, 16, '0') || '000000', 'Nagari', ${DAY}, 1, now())`),
  },
  'HonorPolicies.list': {
    grow: rows(`insert into honor_policy (code, version, scope, valid_from, valid_to, legal_basis_number, legal_basis_date,
        document, document_sha256, recorded_by, recorded_at, in_force)
      select code, 1000 + $1::int, scope, date '1990-01-01' + $1::int, date '1990-01-01' + $1::int, legal_basis_number,
        date '1980-01-01', document, lpad($1::text, 64, '0'), 1, now(),
        datemultirange(daterange(date '1990-01-01' + $1::int, date '1990-01-01' + $1::int, '[]')) from honor_policy order by id limit 1`),
  },
  'Periods.list': {
    grow: ({ app }, n) =>
      app.get(LedgerPeriodsService).close(serviceMonth(`2025-${String(n).padStart(2, '0')}`), 'pita'),
  },
  'Audit.list': { grow: (grower, n) => aUser(grower, 100 + n), filter: { table: 'app_user' } },
};
