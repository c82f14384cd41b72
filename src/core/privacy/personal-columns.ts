import { fates, type Fate } from './fates.js';
import type { Purpose } from './purpose.js';
import { purposes } from './purposes.js';

/** How a column keeps what it holds. */
type Treatment =
  | SealedTreatment
  /** A keyed digest, or the hash of a secret: it is compared, and never shown. */
  | { readonly kind: 'digest' }
  /** Numbers of people are shortened before they are written. */
  | { readonly kind: 'masked' }
  | { readonly kind: 'plain'; readonly reason: string };

/** AES-256-GCM for this purpose of the vault; `digest`: the column by which an equal value is found, and its purpose. */
export interface SealedTreatment {
  readonly kind: 'sealed';
  readonly purpose: Purpose;
  readonly digest?: { readonly column: string; readonly purpose: Purpose };
}

/** A column of the database that holds, or can hold, something about a person. */
export interface PersonalColumn {
  readonly table: string;
  readonly column: string;
  /** What it is, for the page of documentation. */
  readonly holds: string;
  readonly treatment: Treatment;
}

// Kader and heirs share their digests: one person, and one account, is known again in both tables.
const NIK_DIGEST = { column: 'nik_digest', purpose: purposes.nikDigest } as const;
const ACCOUNT_DIGEST = { column: 'account_number_digest', purpose: purposes.accountDigest } as const;

const WORKING = 'dipakai setiap hari: dicari, diurutkan dan dicetak; yang membacanya dibatasi wilayahnya';
const OFFICIAL = 'jati diri pegawai dalam jabatannya: tertulis di setiap tanda tangan';
const SIGN_IN = 'bukti masuk: dibaca bila ada yang mencurigakan';

/**
 * Every place in the database where personal data is (UU 27/2022): what is sealed, what is not, and why. A column
 * that is neither here nor known to hold none fails `test/migrations/personal-columns.spec.ts`. The rotation of keys
 * goes by this table.
 */
export const personalColumns: readonly PersonalColumn[] = [
  sealed('kader', 'nik_sealed', 'NIK', { purpose: purposes.kaderNik, digest: NIK_DIGEST }),
  sealed('heir', 'nik_sealed', 'NIK ahli waris', { purpose: purposes.heirNik, digest: NIK_DIGEST }),
  sealed('kader_tax_fact', 'value_sealed', 'nomor peserta BPJS', { purpose: purposes.participant }),
  ...plain('kader', WORKING, {
    name: 'nama',
    birth_date: 'tanggal lahir',
    sex: 'jenis kelamin',
    jorong: 'jorong tempat tinggal',
    phone: 'nomor HP',
    deceased_on: 'tanggal meninggal',
  }),
  ...plain('heir', WORKING, {
    name: 'nama ahli waris',
    relation: 'hubungan dengan almarhumah',
    proof_number: 'nomor surat keterangan',
    proof_sha256: 'sidik surat keterangan',
    account_name: 'nama pada rekening ahli waris',
  }),
  ...plain('bank_account', WORKING, { account_name: 'nama pada rekening' }),
  sealed('bank_account', 'account_number_sealed', 'nomor rekening', {
    ...{ purpose: purposes.kaderAccount, digest: ACCOUNT_DIGEST },
  }),
  sealed('heir', 'account_number_sealed', 'nomor rekening ahli waris', {
    ...{ purpose: purposes.heirAccount, digest: ACCOUNT_DIGEST },
  }),
  ...plain('kader_tax_fact', WORKING, { value: 'status NPWP, golongan, PTKP' }),
  ...plain('kader_tier', WORKING, { certificate: 'nomor sertifikat tingkat' }),
  ...plain('control_declaration', WORKING, { body: 'pembayar lain', what: 'honor lain yang diterima' }),
  masked('roster_change', 'before', 'isian sebelum impor'),
  masked('roster_change', 'after', 'isian sesudah impor'),
  masked('control_finding', 'evidence', 'nama dan NIK dalam temuan'),
  masked('control_finding', 'sentence', 'temuan dalam kalimat'),
  digest('control_finding', 'fingerprint', 'sidik temuan, untuk mengenali yang sama'),
  masked('control_answer', 'answer', 'jawaban atas temuan'),
  ...plain('referral', 'pangkalan data menolak 16 angka berturut-turut', {
    description: 'keadaan yang dirujuk',
  }),
  ...plain('referral_answer', 'pangkalan data menolak 16 angka berturut-turut', { text: 'jawaban OPD' }),
  masked('disbursement', 'result_note', 'keterangan bank'),
  digest('idempotent_request', 'request_hash', 'sidik permintaan API yang disimpan sehari'),
  digest('idempotent_request', 'standing', 'sidik wewenang peminta API, disimpan sehari'),
  masked('kader_deduction', 'steps', 'hitungan potongan, dengan nomor peserta dan golongannya'),
  masked('disclosure', 'reason', 'alasan data pribadi dibuka'),
  ...plain('disclosure', SIGN_IN, { address: 'alamat IP', agent: 'peramban' }),
  ...plain('number_export', SIGN_IN, { address: 'alamat IP', agent: 'peramban' }),
  masked('pseudonymisation', 'reason', 'alasan namanya dihapus'),
  masked('payment_request_step', 'reason', 'alasan suatu langkah'),
  masked('request_countersignature', 'note', 'catatan tanda tangan tambahan'),
  masked('delegation', 'basis', 'surat pelimpahan wewenang'),
  masked('delegation', 'reason', 'alasan pelimpahan'),
  masked('delegation_revocation', 'reason', 'alasan pencabutan pelimpahan'),
  masked('role_grant', 'basis', 'dasar suatu peran'),
  masked('role_grant', 'revoke_reason', 'alasan pencabutan suatu peran'),
  masked('overpayment_plan', 'document', 'surat kesanggupan mencicil'),
  masked('ledger.reopening_request', 'reason', 'alasan buku dibuka kembali'),
  masked('ledger.closing', 'reason', 'alasan buku dibuka kembali, dalam rantai'),
  ...plain('app_user', OFFICIAL, { username: 'nama masuk', full_name: 'nama', position: 'jabatan' }),
  ...plain('user_session', SIGN_IN, { address: 'alamat IP', agent: 'peramban' }),
  masked('user_standing', 'reason', 'alasan pemakai dinonaktifkan atau diaktifkan'),
  masked('identity_event', 'detail', 'keterangan peristiwa masuk'),
  ...plain('identity_event', SIGN_IN, { address: 'alamat IP', agent: 'peramban' }),
  ...plain('access_token', SIGN_IN, { last_used_address: 'alamat IP' }),
  ...plain('oidc_link', 'nomor pemakai pada penyedia identitas', { subject: 'nomor pemakai' }),
  sealed('totp_secret', 'sealed_secret', 'rahasia faktor kedua', { purpose: purposes.secondFactor }),
  sealed('idempotent_request', 'answer', 'jawaban API yang disimpan sehari', { purpose: purposes.answer }),
  sealed('job', 'wish', 'permintaan kerja panjang, disimpan seminggu', { purpose: purposes.jobWish }),
  sealed('job', 'outcome', 'hasil kerja panjang, disimpan seminggu', { purpose: purposes.jobOutcome }),
  sealed('job_file', 'content', 'lembar yang diunggah, atau berkas yang dibuat, untuk kerja panjang', {
    purpose: purposes.jobFile,
  }),
  digest('job', 'asked_as', 'permintaan kerja panjang, untuk mengenali yang sama'),
  ...plain(
    'audit.changed_row',
    'isinya dapat dihapus tanpa memutus rantai; nomor dan rahasia tidak disalin',
    {
      content: 'baris sebelum dan sesudah perubahan',
    },
  ),
  ...plain('audit.act', SIGN_IN, { address: 'alamat IP', agent: 'peramban', actor: 'nama masuk' }),
  masked('audit.act', 'reason', 'alasan suatu tindakan'),
  digest('credential', 'password_hash', 'kata sandi, argon2id'),
  digest('recovery_code', 'digest', 'kode pemulihan'),
  digest('user_session', 'token_digest', 'tanda sesi'),
  digest('access_token', 'token_digest', 'tanda akses'),
  digest('one_time_link', 'token_digest', 'tautan sekali pakai'),
  digest('sign_in_throttle', 'subject', 'nama atau alamat yang gagal masuk'),
];

function plain(table: string, reason: string, columns: Readonly<Record<string, string>>): PersonalColumn[] {
  return Object.entries(columns).map(([column, holds]) => ({
    table,
    column,
    holds,
    treatment: { kind: 'plain', reason },
  }));
}

function sealed(
  table: string,
  column: string,
  holds: string,
  how: Omit<SealedTreatment, 'kind'>,
): PersonalColumn {
  return { table, column, holds, treatment: { kind: 'sealed', ...how } };
}

function masked(table: string, column: string, holds: string): PersonalColumn {
  return { table, column, holds, treatment: { kind: 'masked' } };
}

function digest(table: string, column: string, holds: string): PersonalColumn {
  return { table, column, holds, treatment: { kind: 'digest' } };
}

/** What becomes of a column when the data of a kader is kept no longer; undefined: nobody has decided. */
export function fateOf({ table, column }: Pick<PersonalColumn, 'table' | 'column'>): Fate | undefined {
  return fates[table]?.[column];
}
