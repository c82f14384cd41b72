/**
 * What becomes of a column that says something about a kader when her data is kept no longer.
 *
 * `text`: these words, `{pseudonym}` being hers and `{user}` the number of a user, and in what is about others her names
 * and numbers go (`isNaming`); `nothing`: empty; `sealed`: the number of the pseudonym, so that whatever reads it goes on
 * reading; `redacted`: it stays, without her names and numbers; `removed`: the row goes; `forgotten`: the audit trail
 * forgets it and keeps its hash, a reason if it names her; `cleared`: what has ended is taken away before and after each
 * run in which anybody was due, whomever it names; `kept`: it stays as it is.
 */
export type Fate =
  | { readonly kind: 'text'; readonly becomes: string; readonly isNaming?: true }
  | { readonly kind: 'nothing' | 'sealed' | 'redacted' | 'removed' | 'forgotten' | 'cleared' }
  | { readonly kind: 'kept'; readonly why: string };

const text = (becomes: string): Fate => ({ kind: 'text', becomes });
const naming = (becomes: string): Fate => ({ kind: 'text', becomes, isNaming: true });
const kept = (why: string): Fate => ({ kind: 'kept', why });

const NOT_KEPT = 'tidak disimpan lagi';
const GONE = text(NOT_KEPT);
const NAMED = text('{pseudonym}');
const HEIR = text('Ahli waris {pseudonym}');
const BLANK = text('');
const NOTHING: Fate = { kind: 'nothing' };
const SEALED: Fate = { kind: 'sealed' };
const REDACTED: Fate = { kind: 'redacted' };
const REMOVED: Fate = { kind: 'removed' };
const FORGOTTEN: Fate = { kind: 'forgotten' };
const CLEARED: Fate = { kind: 'cleared' };
const ALONE = kept('tidak menunjuk siapa pun tanpa nama dan tanggal lahir');
const PROOF = kept('bukti mengapa honor berhenti dan ahli waris dibayar');
const OFFICIAL = kept('jati diri pegawai yang membuka datanya');
const OFFICES = kept('tentang tugas pegawai atau buku, bukan tentang kader');
const CHAINED = kept('tertulis dalam sidik rantai, jadi tidak dapat diubah; jangan menulis nama di sini');
const SECRET = kept('sidik acak yang tidak memuat apa pun tentangnya');
const KEYED = kept('sidik dengan kunci rahasia: tanpa kunci itu tidak menunjuk siapa pun');
const WEEK = kept('sidik yang hilang sendiri sesudah seminggu');
const SHORT = kept('sidik yang hilang sendiri sesudah sehari');

/**
 * Of every personal column, by table and column. The program goes by the tables `pseudonymised_table` and
 * `pseudonymised_column` of the database, which a test holds against this.
 */
export const fates: Readonly<Record<string, Readonly<Record<string, Fate>>>> = {
  kader: {
    ...{ name: NAMED, nik_sealed: SEALED, birth_date: text('1900-01-01'), jorong: NOTHING, phone: NOTHING },
    ...{ sex: ALONE, deceased_on: PROOF },
  },
  heir: {
    ...{ name: HEIR, nik_sealed: NOTHING, relation: GONE, proof_number: GONE, proof_sha256: NOTHING },
    ...{ account_name: HEIR, account_number_sealed: SEALED },
  },
  bank_account: { account_name: NAMED, account_number_sealed: SEALED },
  kader_tax_fact: { value: REMOVED, value_sealed: REMOVED },
  kader_tier: { certificate: GONE },
  control_declaration: { body: GONE, what: GONE },
  roster_change: { before: NOTHING, after: NOTHING },
  control_finding: {
    evidence: naming('{"kader": "{pseudonym}"}'),
    sentence: naming(`{pseudonym}: ${NOT_KEPT}`),
    fingerprint: KEYED,
  },
  control_answer: { answer: naming(NOT_KEPT) },
  referral: { description: REDACTED },
  referral_answer: { text: REDACTED },
  overpayment_plan: { document: REDACTED },
  disbursement: { result_note: NOTHING },
  number_export: { address: OFFICIAL, agent: OFFICIAL },
  kader_deduction: {
    steps: kept('hitungan yang sudah dilaporkan ke kantor pajak; tidak menunjuk siapa pun tanpa nama'),
  },
  disclosure: { reason: GONE, address: OFFICIAL, agent: OFFICIAL },
  pseudonymisation: { reason: kept('mengapa namanya dihapus; jangan menulis nama di sini') },
  payment_request_step: { reason: REDACTED },
  request_countersignature: { note: REDACTED },
  role_grant: { basis: REDACTED, revoke_reason: REDACTED },
  user_standing: { reason: REDACTED },
  delegation: { basis: OFFICES, reason: OFFICES },
  delegation_revocation: { reason: OFFICES },
  'ledger.reopening_request': { reason: OFFICES },
  'ledger.closing': { reason: CHAINED },
  app_user: { username: text('pengguna-{user}'), full_name: NAMED, position: text('Kader') },
  user_session: { address: BLANK, agent: BLANK, token_digest: SECRET },
  identity_event: { detail: BLANK, address: BLANK, agent: BLANK },
  access_token: { last_used_address: NOTHING, token_digest: SECRET },
  oidc_link: { subject: text('pengguna-{user}') },
  totp_secret: { sealed_secret: SECRET },
  credential: { password_hash: SECRET },
  recovery_code: { digest: SECRET },
  one_time_link: { token_digest: SECRET },
  sign_in_throttle: { subject: SHORT },
  idempotent_request: { answer: CLEARED, request_hash: SHORT, standing: SHORT },
  job: { wish: CLEARED, outcome: CLEARED, asked_as: WEEK },
  job_file: { content: CLEARED },
  'audit.changed_row': { content: FORGOTTEN },
  'audit.act': { address: CHAINED, agent: CHAINED, actor: CHAINED, reason: FORGOTTEN },
};
