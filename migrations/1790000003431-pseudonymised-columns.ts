import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What becomes of each column that says something about a kader once her data is kept no longer. */
export class PseudonymisedColumns1790000003431 implements MigrationInterface {
  name = 'PseudonymisedColumns1790000003431';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(fates);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table pseudonymised_column, pseudonymised_table');
  }
}

// Arrays, so that each is asked once and found by an index: of 3,000 kader each had cost a pass over all findings.
const HER_REQUESTS = '(array(select requests_of_kader($1)))';
const HER_LOGINS = '(array(select logins_of_kader($1)))';
const OF_HER_REQUESTS = `request_id = any ${HER_REQUESTS}`;
const OF_HER_LOGINS = `user_id = any ${HER_LOGINS}`;

/** Rows that are hers; $1 is her number. */
const ROWS: Readonly<Record<string, string>> = {
  kader: 'id = $1',
  heir: 'kader_id = $1',
  bank_account: 'kader_id = $1',
  kader_tax_fact: 'kader_id = $1',
  kader_tier: 'kader_id = $1',
  control_declaration: 'kader_id = $1',
  control_finding: 'kader_id = $1',
  control_answer: 'finding_id = any (array(select id from control_finding where kader_id = $1))',
  roster_change: 'kader_id = $1',
  disbursement: 'kader_id = $1',
  disclosure: 'kader_id = $1',
  app_user: `id = any ${HER_LOGINS}`,
  user_session: OF_HER_LOGINS,
  identity_event: OF_HER_LOGINS,
  access_token: OF_HER_LOGINS,
  oidc_link: OF_HER_LOGINS,
};

/** Rows in which others may have named her; $4 is every name she is written with. */
const NAMING: Readonly<Record<string, string>> = {
  control_finding: `id = any (array(select id from control_finding where ${OF_HER_REQUESTS}
    union select id from control_finding where evidence ->> 'other' = any ($4)))`,
  control_answer: `finding_id = any (array(select id from control_finding where ${OF_HER_REQUESTS}))`,
  payment_request_step: OF_HER_REQUESTS,
  request_countersignature: OF_HER_REQUESTS,
  overpayment_plan: 'overpayment_id = any (array(select id from overpayment where kader_id = $1))',
  referral: 'kader_id = $1',
  referral_answer: 'referral_id = any (array(select id from referral where kader_id = $1))',
  role_grant: 'kader_id = $1',
  user_standing: OF_HER_LOGINS,
};

const GONE = 'tidak disimpan lagi';

/** What each column becomes; as src/core/privacy/fates.ts says it, which a test holds against this table. */
const BECOMES: Readonly<Record<string, string>> = {
  'kader.name': 'text {pseudonym}',
  'kader.nik_sealed': 'sealed',
  'kader.nik_digest': 'sealed',
  'kader.birth_date': 'text 1900-01-01',
  'kader.jorong': 'nothing',
  'kader.phone': 'nothing',
  'heir.name': 'text Ahli waris {pseudonym}',
  'heir.nik_sealed': 'nothing',
  'heir.nik_digest': 'nothing',
  'heir.relation': `text ${GONE}`,
  'heir.proof_number': `text ${GONE}`,
  'heir.proof_sha256': 'nothing',
  'heir.account_name': 'text Ahli waris {pseudonym}',
  'heir.account_number_sealed': 'sealed',
  'heir.account_number_digest': 'sealed',
  'bank_account.account_name': 'text {pseudonym}',
  'bank_account.account_number_sealed': 'sealed',
  'bank_account.account_number_digest': 'sealed',
  'kader_tier.certificate': `text ${GONE}`,
  'control_declaration.body': `text ${GONE}`,
  'control_declaration.what': `text ${GONE}`,
  'roster_change.before': 'nothing',
  'roster_change.after': 'nothing',
  'disbursement.result_note': 'nothing',
  'disclosure.reason': `text ${GONE}`,
  'user_standing.reason': 'redacted',
  'role_grant.basis': 'redacted',
  'role_grant.revoke_reason': 'redacted',
  'referral.description': 'redacted',
  'referral_answer.text': 'redacted',
  'overpayment_plan.document': 'redacted',
  'control_finding.evidence': 'text {"kader": "{pseudonym}"}',
  'control_finding.sentence': `text {pseudonym}: ${GONE}`,
  'control_answer.answer': `text ${GONE}`,
  'payment_request_step.reason': 'redacted',
  'request_countersignature.note': 'redacted',
  'app_user.username': 'text pengguna-{user}',
  'app_user.full_name': 'text {pseudonym}',
  'app_user.position': 'text Kader',
  'user_session.address': 'text ',
  'user_session.agent': 'text ',
  'identity_event.detail': 'text ',
  'identity_event.address': 'text ',
  'identity_event.agent': 'text ',
  'access_token.last_used_address': 'nothing',
  'oidc_link.subject': 'text pengguna-{user}',
};

const literal = (text: string) => `'${text.replaceAll(`'`, `''`)}'`;

const said = (condition: string | undefined) => (condition === undefined ? 'null' : literal(condition));

const rowsOf = [...new Set([...Object.keys(ROWS), ...Object.keys(NAMING)])]
  .map(
    (table) =>
      `('${table}', ${said(ROWS[table])}, ${said(NAMING[table])}, ${String(table === 'kader_tax_fact')})`,
  )
  .join(',\n');

const columnsOf = Object.entries(BECOMES)
  .map(([name, fate]) => {
    const [table = '', column = ''] = name.split('.');
    const [kind = '', ...content] = fate.split(' ');
    return `('${table}', '${column}', '${kind}', ${kind === 'text' ? literal(content.join(' ')) : 'null'})`;
  })
  .join(',\n');

const fates = `
  create table pseudonymised_table (
    table_name text primary key,
    rows_of text,
    naming text,
    is_removed boolean not null,
    constraint hers_or_naming_her check (rows_of is not null or naming is not null and not is_removed)
  );
  create table pseudonymised_column (
    table_name text not null references pseudonymised_table,
    column_name text not null,
    becomes text not null check (becomes in ('text', 'nothing', 'sealed', 'redacted')),
    content text,
    primary key (table_name, column_name),
    constraint text_with_its_content check ((becomes = 'text') = (content is not null))
  );
  insert into pseudonymised_table values ${rowsOf};
  insert into pseudonymised_column values ${columnsOf};
`;
