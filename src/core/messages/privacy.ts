export const privacyMessages = {
  'privacy.reason-too-short':
    'Alasan harus ditulis dengan kata-kata, paling sedikit {letters} huruf: siapa yang meminta dan untuk apa.',
  'privacy.kader-unknown': 'Kader itu tidak ada dalam daftar. Periksa NIK atau nomornya.',
  'privacy.payer-unknown': 'Tidak ada pembayar dengan kode {payer}. Lihat kodenya dengan funding list.',
  'privacy.no-account':
    '{name} tidak mempunyai rekening dalam daftar. Catat dulu rekeningnya lewat impor daftar kader.',
} as const;
