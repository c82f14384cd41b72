import { personalColumns, type PersonalColumn } from '../../src/core/privacy/personal-columns.js';
import { testDatabaseUrl } from '../support/database.js';
import { ask } from '../support/session.js';

const url = await testDatabaseUrl();

/** Columns of text, bytes or JSON that say nothing about a person: rules, budgets, codes, hashes, legal bases. */
const OTHERS: Readonly<Record<string, string>> = {
  'audit.act': 'actor_kind changes_hash hash login operation previous_hash reason_hash',
  'audit.chain_head': 'hash',
  'audit.change': 'action rows_hash table_name',
  'audit.changed_row': 'content_hash object',
  'ledger.account': 'code type',
  'ledger.batch': 'actor hash idempotency_key period previous_hash request_hash root',
  'ledger.chain_head': 'hash',
  'ledger.closing': 'balance_hash requested_by',
  'ledger.entry': 'accounts amounts hash memo',
  'ledger.reopening_request': 'period requested_by',
  access_token: 'name operations',
  activity: 'bidang kind target_counts',
  activity_type: 'bidang code name unit words',
  appointment: 'bidang end_reason role sk_number tier',
  approval_band: 'function step',
  approval_band_set: 'applies_to document document_sha256 scope',
  bank_account: 'bank_code',
  bidang_opd: 'basis bidang note opd_code opd_name region_code',
  bidang_start: 'basis bidang region_code start_month',
  budget_move: 'idempotency_key kind note reference retracts_kind',
  calculation: 'months region_code',
  control_ceiling: 'activity basis component kind scope unit',
  control_finding: 'code control line',
  control_run: 'step',
  control_run_finding: 'severity',
  control_settings: 'document',
  deduction_choice: 'kind note policy_code',
  deduction_policy: 'code document document_sha256 kind legal_basis_number supersedes',
  delegation: 'capacity step',
  disbursement: 'reference state',
  disclosure: 'what',
  field_key: 'check_value id',
  funding_source: 'account_code activity_code label name',
  heir: 'bank_code proof_issuer proof_kind',
  holiday_calendar: 'document',
  honor_exclusion: 'code component facts service_month',
  honor_line: 'component nagari_code reasons service_month',
  honor_policy:
    'bidang code document document_sha256 legal_basis_number opd_code scope supersedes tops_up withdrawal_reason',
  idempotent_request: 'key location',
  identity_event: 'what',
  job: 'kind only_operations state',
  job_file: 'part',
  kader: 'nagari_code',
  kader_deduction: 'kind service_month',
  kader_tax_fact: 'file_name file_sha256 kind',
  kader_tier: 'tier',
  migrations: 'name',
  number_export: 'period sha256 what',
  oidc_link: 'issuer',
  one_time_link: 'purpose',
  overpayment: 'number',
  overpayment_part: 'due_month',
  overpayment_plan: 'first_month mode',
  overpayment_receipt: 'number',
  paying_body: 'code kind name region_code',
  payment_request: 'basis_number basis_title kind months number state',
  payment_request_step: 'from_state to_state',
  posyandu: 'jorong nagari_code name registration_number',
  prior_year_line: 'basis_number basis_title',
  pseudonymisation: 'pseudonym',
  pseudonymised_column: 'becomes column_name content table_name',
  pseudonymised_table: 'naming rows_of table_name',
  pseudonymising: 'pseudonym',
  referral: 'bidang subject',
  referral_answer: 'answer',
  region: 'code name parent_code',
  remittance: 'kind period proof',
  request_countersignature: 'content_sha256 function months step',
  request_hand: 'part',
  request_required_signature: 'function step',
  request_signing: 'band_set_ids content_sha256 months',
  retention_rule: 'basis reason',
  role_grant: 'payer_code region_code role scope_kind',
  roster_change: 'field',
  roster_import: 'counts file_name file_sha256 kind',
  tax_withholder: 'name nitku npwp',
  user_session: 'ended_because method',
  year_closing: 'basis',
};

const columnsWhere = (condition: string) => `
  select case table_schema when 'public' then '' else table_schema || '.' end || table_name || '.' || column_name
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
   where table_schema in ('public', 'ledger', 'audit') and table_type = 'BASE TABLE' and ${condition}`;

const THAT_CAN_HOLD_IT = columnsWhere(`
  (data_type in ('text', 'character', 'character varying', 'bytea', 'json', 'jsonb', 'ARRAY')
   or column_name in ('birth_date', 'deceased_on'))`);

const digestsOf = (treatment: PersonalColumn['treatment']) =>
  treatment.kind === 'sealed' && treatment.digest !== undefined ? [treatment.digest.column] : [];

const nameOf = (table: string, column: string) => `${table}.${column}`;

describe('personal data in the database', () => {
  it('is declared, column by column, and a new column must be one or the other', async () => {
    const personal = personalColumns.flatMap(({ table, column, treatment }) =>
      [column, ...digestsOf(treatment)].map((name) => nameOf(table, name)),
    );
    const others = Object.entries(OTHERS).flatMap(([table, columns]) =>
      columns.split(' ').map((column) => nameOf(table, column)),
    );
    const found = (await ask(url, THAT_CAN_HOLD_IT)) as string[];
    expect(found.sort()).toEqual([...personal, ...others].sort());
    expect(new Set(personal).size).toBe(personal.length);
  });

  it('is sealed and digested in bytes, never in text', async () => {
    const sealed = personalColumns.flatMap(({ table, column, treatment }) => {
      if (treatment.kind !== 'sealed') return [];
      return [column, ...digestsOf(treatment)].map((name) => nameOf(table, name));
    });
    const bytes = await ask(url, columnsWhere(`data_type = 'bytea'`));
    expect(sealed.filter((name) => !bytes.includes(name))).toEqual([]);
  });
});
