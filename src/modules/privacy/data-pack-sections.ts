import { purposes } from '../../core/privacy/purposes.js';
import { overseen } from './data-pack-overseen.js';
import { ACCOUNT, DAY, type DataPackSection } from './data-pack-section.js';

export type { DataPackSection } from './data-pack-section.js';

/** One person has one digest of her NIK, whatever she is here. */
const HEIR_OF = `kader her join heir on heir.nik_digest = her.nik_digest`;

const who: readonly DataPackSection[] = [
  {
    name: 'kader',
    title: 'Jati diri',
    tables: ['kader'],
    sql: `select kader.id as "Nomor", nik_sealed as "NIK", kader.name as "Nama", birth_date as "Tanggal lahir", sex as "L/P",
            region.name || ' (' || nagari_code || ')' as "Nagari", jorong as "Jorong", phone as "Nomor HP",
            deceased_on as "Meninggal", file_name as "Dari berkas"
          from kader join region on region.code = nagari_code join roster_import on roster_import.id = import_id
          where kader.id = $1`,
    sealed: { NIK: purposes.kaderNik },
  },
  {
    name: 'roster-changes',
    title: 'Perubahan dalam daftar kader',
    tables: ['roster_change'],
    sql: `select ${DAY('imported_at')} as "Tanggal", field as "Isian", before as "Sebelum", after as "Sesudah",
            file_name as "Dari berkas", full_name as "Oleh"
          from roster_change change join roster_import on roster_import.id = import_id
          join app_user on app_user.id = imported_by where kader_id = $1 order by change.id`,
  },
  {
    name: 'appointments',
    title: 'SK',
    tables: ['appointment'],
    sql: `select sk_number as "Nomor SK", sk_date as "Tanggal SK", posyandu.name as "Posyandu", role as "Jabatan",
            bidang as "Bidang", valid_from as "Berlaku sejak", sk_valid_to as "Sampai", ended_on as "Berhenti",
            end_reason as "Alasan berhenti"
          from appointment join posyandu on posyandu.id = posyandu_id where kader_id = $1 order by valid_from, appointment.id`,
  },
  {
    name: 'tiers',
    title: 'Tingkat kader',
    tables: ['kader_tier'],
    sql: `select tier as "Tingkat", certificate as "Sertifikat", valid_from as "Sejak", valid_to as "Sampai",
            withdrawn_by is not null as "Ditarik" from kader_tier where kader_id = $1 order by valid_from, id`,
  },
  {
    name: 'accounts',
    title: 'Rekening',
    tables: ['bank_account'],
    sql: `select bank_code as "Kode bank", ${ACCOUNT}, account_name as "Nama rekening",
            heir_id is not null as "Milik ahli waris", recorder.full_name as "Dicatat oleh", ${DAY('recorded_at')} as "Dicatat",
            confirmer.full_name as "Dikonfirmasi oleh", ${DAY('superseded_at')} as "Diganti"
          from bank_account join app_user recorder on recorder.id = recorded_by
          left join app_user confirmer on confirmer.id = confirmed_by where kader_id = $1 order by bank_account.id`,
    accountsOf: 'bank_account',
  },
  {
    name: 'heirs',
    title: 'Ahli waris',
    tables: ['heir'],
    sql: `select name as "Nama", relation as "Hubungan", nik_sealed as "NIK", died_on as "Meninggal", proof_kind as "Bukti",
            proof_number as "Nomor bukti", proof_date as "Tanggal bukti", proof_issuer as "Penerbit", bank_code as "Kode bank",
            ${ACCOUNT}, account_name as "Nama rekening", full_name as "Dicatat oleh",
            ${DAY('recorded_at')} as "Dicatat", ${DAY('confirmed_at')} as "Dikonfirmasi"
          from heir join app_user on app_user.id = recorded_by left join heir_confirmation on heir_id = heir.id
          where kader_id = $1 order by heir.id`,
    sealed: { NIK: purposes.heirNik },
    accountsOf: 'heir',
  },
  {
    name: 'heir-of',
    title: 'Sebagai ahli waris orang lain',
    tables: [],
    sql: `select dead.name as "Ahli waris dari", heir.name as "Nama", relation as "Hubungan", heir.nik_sealed as "NIK",
            died_on as "Meninggal", proof_kind as "Bukti", proof_number as "Nomor bukti", proof_date as "Tanggal bukti",
            proof_issuer as "Penerbit", bank_code as "Kode bank", ${ACCOUNT}, account_name as "Nama rekening",
            full_name as "Dicatat oleh", ${DAY('recorded_at')} as "Dicatat", ${DAY('confirmed_at')} as "Dikonfirmasi"
          from ${HEIR_OF} join kader dead on dead.id = heir.kader_id join app_user on app_user.id = recorded_by
          left join heir_confirmation on heir_id = heir.id where her.id = $1 order by heir.id`,
    sealed: { NIK: purposes.heirNik },
    accountsOf: 'heir',
  },
];

const work: readonly DataPackSection[] = [
  {
    name: 'activities',
    title: 'Kegiatan yang dihadiri',
    tables: ['activity_attendance'],
    sql: `select held_on as "Tanggal", kind as "Kegiatan", posyandu.name as "Posyandu", verified_by is not null as "Diverifikasi"
          from activity_attendance join activity on activity.id = activity_id join posyandu on posyandu.id = posyandu_id
          where kader_id = $1 order by held_on, activity.id`,
  },
  {
    name: 'referrals',
    title: 'Rujukan yang dibuat',
    tables: ['referral'],
    sql: `select referred_on as "Tanggal", bidang as "Bidang", subject as "Pokok", count as "Jumlah", description as "Keadaan",
            (select string_agg(answer || ': ' || text, '; ' order by id) from referral_answer where referral_id = referral.id) as "Jawaban"
          from referral where kader_id = $1 order by referred_on, id`,
  },
  {
    name: 'honor',
    title: 'Honor yang dihitung',
    tables: ['honor_line'],
    sql: `select service_month as "Bulan", component as "Komponen", revision as "Koreksi ke", amount as "Jumlah",
            code || ' versi ' || version as "Kebijakan", ${DAY('calculated_at')} as "Dihitung", reasons::text as "Hitungan"
          from honor_line join honor_policy policy on policy.id = policy_id join calculation on calculation.id = calculation_id
          where kader_id = $1 order by service_month, component, revision`,
  },
  {
    name: 'exclusions',
    title: 'Bulan tanpa honor, dan alasannya',
    tables: ['honor_exclusion'],
    sql: `select service_month as "Bulan", component as "Komponen", exclusion.code as "Alasan", facts::text as "Fakta",
            ${DAY('calculated_at')} as "Dihitung"
          from honor_exclusion exclusion join calculation on calculation.id = calculation_id
          where kader_id = $1 order by service_month, component, calculation_id`,
  },
];

const money: readonly DataPackSection[] = [
  {
    name: 'payments',
    title: 'Pembayaran',
    tables: ['disbursement'],
    sql: `select number as "SPP", body.name as "Pembayar", array_to_string(months, ', ') as "Bulan", disbursement.amount as "Jumlah",
            reference as "Nomor transfer", disbursement.state as "Keadaan", result_on as "Tanggal", result_note as "Kata bank"
          from disbursement join payment_request request on request.id = request_id
          join paying_body body on body.id = paying_body_id where kader_id = $1 order by disbursement.id`,
  },
  {
    name: 'heir-payments',
    title: 'Pembayaran kepadanya sebagai ahli waris',
    tables: [],
    sql: `select number as "SPP", dead.name as "Ahli waris dari", disbursement.amount as "Jumlah", reference as "Nomor transfer",
            disbursement.state as "Keadaan", result_on as "Tanggal", result_note as "Kata bank"
          from ${HEIR_OF} join bank_account account on account.heir_id = heir.id
          join disbursement on bank_account_id = account.id join kader dead on dead.id = disbursement.kader_id
          join payment_request request on request.id = request_id where her.id = $1 order by disbursement.id`,
  },
  {
    name: 'deductions',
    title: 'Potongan',
    tables: ['kader_deduction'],
    sql: `select number as "SPP", deduction.kind as "Jenis", service_month as "Bulan", deduction.amount as "Jumlah",
            body.name as "Ditanggung oleh", steps::text as "Hitungan", ${DAY('returned_at')} as "Dibatalkan"
          from kader_deduction deduction join payment_request request on request.id = request_id
          left join paying_body body on body.id = borne_by where kader_id = $1 order by deduction.id`,
  },
  {
    name: 'tax-facts',
    title: 'Pajak dan BPJS',
    tables: ['kader_tax_fact'],
    sql: `select kind as "Hal", value as "Isi", value_sealed as "Nomor peserta", valid_from as "Sejak", full_name as "Dicatat oleh",
            ${DAY('recorded_at')} as "Dicatat"
          from kader_tax_fact join app_user on app_user.id = recorded_by where kader_id = $1 order by kader_tax_fact.id`,
    sealed: { 'Nomor peserta': purposes.participant },
  },
  {
    name: 'overpayments',
    title: 'Kelebihan bayar',
    tables: ['overpayment'],
    sql: `select overpayment.number as "Nomor", body.name as "Pembayar", overpayment.amount as "Jumlah", ${DAY('opened_at')} as "Dibuka",
            (select string_agg(document || ' mulai ' || first_month, '; ' order by id) from overpayment_plan
             where overpayment_id = overpayment.id) as "Rencana",
            (select string_agg(receipt.number || ': ' || receipt.amount, '; ' order by id) from overpayment_receipt receipt
             where overpayment_id = overpayment.id) as "Kuitansi"
          from overpayment join paying_body body on body.id = paying_body_id where kader_id = $1 order by overpayment.id`,
  },
  {
    name: 'line-transfers',
    title: 'Honor yang pindah sumber dana',
    tables: ['line_transfer'],
    sql: `select ${DAY('moved_at')} as "Tanggal", body.name as "Pembayar", honor_line.service_month as "Bulan",
            honor_line.component as "Komponen", line_transfer.amount as "Jumlah", full_name as "Oleh"
          from line_transfer join paying_body body on body.id = paying_body_id
          join entitlement on entitlement.id = line_transfer.entitlement_id join honor_line on honor_line.id = honor_line_id
          join app_user on app_user.id = moved_by where line_transfer.kader_id = $1 order by line_transfer.id`,
  },
  {
    name: 'ledger',
    title: 'Buku besar',
    tables: ['ledger.entry'],
    sql: `select effective_on as "Tanggal", position as "Posisi", memo as "Keterangan",
            (select string_agg(account.code || ' ' || line.amount, '; ' order by account.code)
             from unnest(accounts, amounts) as line (id, amount) join ledger.account account on account.id = line.id) as "Jurnal"
          from ledger.entry entry join ledger.batch batch on batch.id = batch_id
          where party_id = $1 order by position, sequence`,
  },
];

/** Everything that is kept of one kader, in the order of the pack. */
export const dataPackSections: readonly DataPackSection[] = [...who, ...work, ...money, ...overseen];
