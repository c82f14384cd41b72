/** How the changes of a table are recorded. */
interface AuditedTable {
  /** What it holds, in words for the reader of the trail. */
  readonly words: string;
  /** Secrets and numbers that name a person: never copied, only named when they change. */
  readonly hidden?: readonly string[];
  /** Their change alone is none: when somebody was last seen, or what is sealed anew under another key. */
  readonly ignored?: readonly string[];
  /** Its new rows are made by the program and stand for another row: they are counted and not kept. */
  readonly isCounted?: true;
}

/** Every table whose changes the audit trail records; a test holds it against the triggers of the database. */
export const auditedTables = {
  access_token: {
    words: 'kunci akses',
    hidden: ['token_digest'],
    ignored: ['last_used_at', 'last_used_address'],
  },
  activity: { words: 'kegiatan' },
  activity_attendance: { words: 'kehadiran' },
  activity_type: { words: 'jenis kegiatan' },
  app_user: { words: 'pengguna' },
  appointment: { words: 'SK kader' },
  approval_band: { words: 'batas persetujuan' },
  approval_band_set: { words: 'aturan persetujuan' },
  bank_account: {
    words: 'rekening',
    hidden: ['account_number_sealed', 'account_number_digest'],
    ignored: ['account_number_sealed'],
  },
  bidang_opd: { words: 'OPD bidang' },
  bidang_start: { words: 'mulai bidang' },
  budget_lapse: { words: 'sisa anggaran' },
  budget_move: { words: 'mutasi anggaran' },
  calculation: { words: 'perhitungan honor' },
  control_acceptance: { words: 'penerimaan jawaban pengendalian' },
  control_answer: { words: 'jawaban pengendalian' },
  control_ceiling: { words: 'batas pengendalian' },
  control_declaration: { words: 'pernyataan kader' },
  control_finding: { words: 'temuan pengendalian', hidden: ['fingerprint'] },
  control_run: { words: 'pemeriksaan pengendalian' },
  control_run_finding: { words: 'temuan sebuah pemeriksaan', isCounted: true },
  control_settings: { words: 'pengaturan pengendalian' },
  credential: { words: 'kata sandi', hidden: ['password_hash'] },
  deduction_choice: { words: 'pilihan potongan' },
  deduction_policy: { words: 'aturan potongan' },
  delegation: { words: 'pelimpahan wewenang' },
  delegation_revocation: { words: 'pencabutan pelimpahan' },
  disbursement: { words: 'pembayaran' },
  disclosure: { words: 'pembukaan data pribadi' },
  entitlement: { words: 'hak honor', isCounted: true },
  field_key: { words: 'kunci data', hidden: ['check_value'] },
  funding_source: { words: 'sumber dana' },
  heir: {
    words: 'ahli waris',
    hidden: ['nik_sealed', 'nik_digest', 'account_number_sealed', 'account_number_digest'],
    ignored: ['nik_sealed', 'account_number_sealed'],
  },
  heir_confirmation: { words: 'pengesahan ahli waris' },
  holiday_calendar: { words: 'hari libur' },
  honor_exclusion: { words: 'honor yang tidak dibayar', isCounted: true },
  honor_line: { words: 'rincian honor', isCounted: true },
  honor_policy: { words: 'aturan honor' },
  identity_event: { words: 'peristiwa masuk' },
  kader: { words: 'data kader', hidden: ['nik_sealed', 'nik_digest', 'phone'], ignored: ['nik_sealed'] },
  kader_deduction: { words: 'potongan kader' },
  kader_tax_fact: { words: 'data pajak kader', hidden: ['value_sealed'] },
  kader_tier: { words: 'tingkat kader' },
  line_transfer: { words: 'pindah sumber dana' },
  line_transfer_part: { words: 'bagian pindah sumber dana' },
  number_export: { words: 'pengambilan berkas bernomor utuh' },
  oidc_link: { words: 'tautan penyedia identitas', hidden: ['subject'] },
  one_time_link: { words: 'tautan sekali pakai', hidden: ['token_digest'] },
  overpayment: { words: 'kelebihan bayar' },
  overpayment_confirmation: { words: 'pengesahan pengembalian' },
  overpayment_part: { words: 'bagian kelebihan bayar' },
  overpayment_plan: { words: 'rencana pengembalian' },
  overpayment_receipt: { words: 'penerimaan kembali' },
  overpayment_receipt_part: { words: 'bagian penerimaan kembali' },
  paying_body: { words: 'pembayar' },
  payment_request: { words: 'SPP' },
  payment_request_step: { words: 'langkah SPP' },
  posyandu: { words: 'posyandu' },
  prior_year_line: { words: 'anggaran utang tahun lalu' },
  pseudonymisation: { words: 'penghapusan nama' },
  recovery_code: { words: 'kode pemulihan', hidden: ['digest'] },
  referral: { words: 'rujukan', hidden: ['description'] },
  referral_answer: { words: 'jawaban rujukan', hidden: ['text'] },
  region: { words: 'wilayah' },
  remittance: { words: 'setoran potongan' },
  request_countersignature: { words: 'tanda tangan tambahan' },
  request_entitlement: { words: 'isi SPP', isCounted: true },
  request_hand: { words: 'tangan pada SPP', isCounted: true },
  request_required_signature: { words: 'tanda tangan yang diminta', isCounted: true },
  request_signing: { words: 'penandatanganan SPP' },
  retention_rule: { words: 'masa simpan' },
  role_grant: { words: 'wewenang' },
  roster_change: { words: 'riwayat data kader' },
  roster_import: { words: 'impor data' },
  tax_withholder: { words: 'pemotong pajak' },
  totp_secret: { words: 'faktor kedua', hidden: ['sealed_secret'], ignored: ['last_step'] },
  user_session: { words: 'sesi', hidden: ['token_digest'], ignored: ['last_seen_at'] },
  user_standing: { words: 'status pengguna' },
  year_closing: { words: 'tutup tahun anggaran' },
  'ledger.reopening_request': { words: 'permintaan buka buku' },
} as const satisfies Readonly<Record<string, AuditedTable>>;

/** What a table holds, in words; its own name when it is not known any more. */
export function tableInWords(table: string): string {
  const known: Readonly<Record<string, AuditedTable>> = auditedTables;
  return known[table]?.words ?? table;
}
