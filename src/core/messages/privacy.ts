export const privacyMessages = {
  'privacy.reason-too-short':
    'Alasan harus ditulis dengan kata-kata, paling sedikit {letters} huruf: siapa yang meminta dan untuk apa.',
  'privacy.kader-unknown': 'Kader itu tidak ada dalam daftar. Periksa NIK atau nomornya.',
  'privacy.payer-unknown': 'Tidak ada pembayar dengan kode {payer}. Lihat kodenya dengan funding list.',
  'privacy.no-account':
    '{name} tidak mempunyai rekening dalam daftar. Catat dulu rekeningnya lewat impor daftar kader.',
  'privacy.retention-years':
    'Masa simpan ditulis dalam tahun penuh, {shortest} sampai {longest}. Perbaiki angkanya.',
  'privacy.retention-past':
    'Masa simpan berlaku sejak {from}, padahal hari ini {today}. Pilih hari ini atau sesudahnya: yang sudah lewat tetap menurut aturan waktu itu.',
  'privacy.retention-soon':
    'Masa simpan yang pertama, atau yang lebih pendek, tidak dapat berlaku sejak {from}: paling cepat {days} hari sesudah dicatat, supaya ada waktu untuk menolaknya. Pilih {earliest} atau sesudahnya.',
  'privacy.retention-basis':
    'Dasar masa simpan masih kosong. Tulis aturan atau jadwal retensi arsip yang memintanya.',
  'privacy.before-future':
    'Batas {before} belum lewat; hari ini {today}. Yang dihapus hanya yang masa simpannya sudah habis: pilih hari ini atau sebelumnya.',
  'privacy.kept.no-rule':
    'belum ada masa simpan yang dicatat: catat dengan honor privacy set-retention, menurut aturan atau jadwal retensi arsip',
  'privacy.kept.nothing-known': 'tidak diketahui kapan terakhir ada peristiwa tentangnya',
  'privacy.kept.appointed': 'SK-nya masih berlaku',
  'privacy.kept.owed': 'masih ada honor yang belum dibayar',
  'privacy.kept.overpaid': 'masih ada kelebihan bayar yang belum kembali',
  'privacy.kept.request-open': 'masih ada SPP, transfer atau retur yang belum selesai',
  'privacy.kept.login-open': 'hak masuknya belum dicabut',
  'privacy.kept.retention-running': 'masa simpannya belum habis',
} as const;
