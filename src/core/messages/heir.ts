export const heirMessages = {
  'heir.kader-alive':
    '{name} tidak tercatat meninggal. Catat dahulu lewat roster import: TGL BERHENTI tanggal meninggalnya, ALASAN BERHENTI meninggal.',
  'heir.death-differs':
    '{name}: daftar kader mencatat meninggal {roster}, buktinya menyebut {proof}. Samakan daftar kader dengan akta kematiannya, lalu catat ahli warisnya lagi.',
  'heir.relation-unknown':
    'Hubungan ahli waris tidak dikenal. Yang dikenal: {choices}. Benarkan, atau tambahkan di config/heirs.yaml.',
  'heir.proof-unknown':
    'Jenis bukti tidak dikenal. Yang dikenal: {choices}. Benarkan, atau tambahkan di config/heirs.yaml.',
  'heir.proof-before-death':
    'Bukti bertanggal {date}, sebelum kematian {diedOn}. Periksa kedua tanggalnya pada surat aslinya.',
  'heir.proof-in-future': 'Tanggal bukti {date} belum tiba. Periksa pada surat aslinya.',
  'heir.proof-hash-unreadable':
    'SHA-256 pindaian bukti harus 64 angka dan huruf a sampai f. Hitung ulang dari berkasnya, atau kosongkan.',
  'heir.nik-not-sixteen': 'NIK ahli waris harus 16 angka. Ketik ulang dari KTP, atau hilangkan --nik.',
  'heir.is-the-dead': 'NIK ahli waris sama dengan NIK {name} yang meninggal. Ketik NIK ahli warisnya.',
  'heir.account-unreadable':
    'Nomor rekening ahli waris harus 5 sampai 20 angka. Ketik ulang dari buku tabungan.',
  'heir.account-of-the-dead':
    'Rekening {account} adalah rekening {name} yang meninggal. Haknya dibayarkan ke rekening ahli waris sendiri.',
  'heir.account-shared':
    'Rekening {account} sudah tercatat atas {other} ({nagari}), dan NIK-nya bukan NIK {name}. Periksa buku tabungannya; bila orangnya sama, isi --nik.',
  'heir.blank': 'Isi --{option}; tidak boleh kosong.',
  'heir.none': '{name} tidak mempunyai ahli waris yang tercatat. Catat dengan honor roster heir record.',
  'heir.none-waiting': '{name} tidak mempunyai catatan ahli waris yang menunggu konfirmasi.',
  'heir.same-person':
    'Ahli waris {name} dicatat oleh orang yang sama. Konfirmasi harus dari orang lain yang melihat bukti aslinya.',
  'heir.other-than-recorded':
    'Yang menunggu bagi {name} adalah ahli waris {heir} ({relation}), rekening {account}, dicatat oleh {recorder}; bukan yang Anda sebut. Cocokkan dengan bukti dan buku tabungannya sebelum mengonfirmasi.',
  'heir.changed-since-seen':
    'Catatan ahli waris {name} berubah sejak terakhir dilihat, jadi tidak ada yang dikonfirmasi. Lihat lagi, cocokkan dengan bukti aslinya, lalu ulangi bila masih benar.',
  'heir.terms-unreadable': 'Daftar hubungan dan bukti ahli waris {file} tidak terbaca: {reason}.',
} as const;
