export const rosterMessages = {
  'roster.nik-serial-zero': 'Empat angka terakhir NIK tidak mungkin 0000. Ketik ulang dari KTP.',
  'roster.nik-place-impossible':
    'NIK tidak mungkin berawal 0000: tidak ada provinsi 00. Ketik ulang dari KTP.',
  'roster.nik-date-impossible':
    'Angka ke-7 sampai ke-12 NIK bukan tanggal lahir yang mungkin (hari perempuan ditambah 40). Ketik ulang dari KTP.',
  'roster.nik-birth-date-differs':
    'Tanggal lahir di dalam NIK tidak sama dengan {date} di kolom TGL LAHIR. Cocokkan keduanya dengan KTP.',
  'roster.nik-sex-differs':
    'NIK ini milik {inNik}, tetapi kolom L/P berisi {sex}. Cocokkan keduanya dengan KTP (NIK perempuan: tanggal lahir ditambah 40).',
  'roster.birth-in-future': 'Tanggal lahir harus di masa lalu.',
  'roster.name-not-latin':
    'Nama ini tidak memuat huruf Latin, jadi bank tidak dapat membacanya. Tulis dengan huruf Latin seperti di KTP atau buku tabungan.',
  'roster.phone-invalid': 'Nomor telepon tidak terbaca. Tulis seperti 081234567890.',
  'roster.end-incomplete': 'TGL BERHENTI dan ALASAN BERHENTI harus diisi keduanya atau dikosongkan keduanya.',
  'roster.death-in-future': 'Tanggal meninggal tidak boleh sesudah hari ini ({today}).',
  'roster.sk-ends-before-start': 'SK berakhir sebelum mulai berlaku ({from}). Periksa kedua tanggalnya.',
  'roster.end-before-start': 'Berhenti sebelum SK mulai berlaku ({from}). Periksa kedua tanggalnya.',
  'roster.end-without-sk':
    'Kader ini tidak punya SK, jadi tidak ada yang berhenti. Isi NO SK beserta tanggalnya, atau kosongkan TGL BERHENTI.',
  'roster.change-without-sk':
    'Isian ini tidak sama dengan SK {sk} yang sudah tercatat, dan lembar ini tidak memuat SK. Samakan, atau tambahkan kolom NO SK beserta isinya.',
  'roster.column-needed':
    'Kolom {column} tidak ada di baris judul {row}, padahal baris yang mengisi {needing} membutuhkannya. Tambahkan kolom itu.',
  'roster.needed-with-sk': 'NO SK diisi, jadi {column} wajib diisi juga.',
  'roster.bidang-differs': 'JABATAN menyebut bidang {inRole}, tetapi kolom BIDANG berisi {bidang}. Samakan.',
  'roster.tier-incomplete':
    'TINGKATAN, TGL TINGKATAN dan NO SERTIFIKAT harus diisi ketiganya, atau kosongkan tanggal dan nomornya; tanpa keduanya honor menurut tingkatan tidak dapat dibayar.',
  'roster.tier-in-future': 'Tanggal tingkatan tidak boleh sesudah hari ini ({today}).',
  'roster.tier-older':
    'Tingkatan {tier} sejak {from} sudah tercatat dan lebih baru. Pakai berkas yang terbaru.',
  'roster.account-incomplete':
    '{column} kosong. BANK, NO. REKENING dan NAMA REKENING harus diisi ketiganya seperti di buku tabungan, atau kosongkan nomor dan namanya bila belum ada; tanpa rekening ia belum dapat dibayar.',
  'roster.account-impossible':
    'Nomor rekening 20 angka yang berawal sepuluh nol tidak ada di bank mana pun. Ketik ulang dari buku tabungan.',
  'roster.account-one-digit':
    'Nomor rekening ini hanya mengulang satu angka. Ketik ulang dari buku tabungan.',
  'roster.bank-unknown':
    'Bank tidak dikenal. Yang dikenal: {banks}. Benarkan, atau tambahkan di config/banks.yaml.',
  'roster.person-twice':
    '{name} tercatat dua kali: {first} dan {second}. Satu orang hanya boleh di satu tempat; hapus yang tidak benar.',
  'roster.nik-twice':
    'NIK ini dipakai dua orang: {other} ({first}) dan {name} ({second}). Cocokkan dengan KTP keduanya.',
  'roster.account-shared':
    'Rekening {account} dipakai {name} dan juga {other} ({place}). Satu rekening hanya untuk satu kader; periksa buku tabungannya.',
  'roster.in-other-nagari':
    '{name} sudah di daftar kader nagari {nagari} ({code}) dan belum berhenti di sana. Catat dulu tanggal berhentinya di nagari itu.',
  'roster.sk-older':
    'SK {sk} lebih lama daripada SK {newer} (mulai {from}) yang sudah tercatat. Pakai berkas yang terbaru.',
  'roster.sk-reaches-newer':
    'SK {sk} lebih lama daripada SK {newer} (mulai {from}) dan menurut isinya masih berlaku saat itu. Bila memang SK lama yang terlambat dicatat, isi BERLAKU SAMPAI atau TGL BERHENTI paling lambat {last}; bila tidak, pakai berkas yang terbaru.',
  'roster.sk-before-older':
    'SK {sk} mulai {date}, jadi SK yang menggantikannya harus mulai sesudah hari itu. Periksa BERLAKU MULAI.',
  'roster.death-before-newer':
    'Meninggal pada akhir SK ini tidak mungkin: SK {newer} mulai {from} sesudahnya. Periksa ALASAN BERHENTI, atau catat kematiannya pada SK yang terbaru.',
  'roster.past-sk-elsewhere':
    '{name} di daftar kader nagari {nagari} dan belum pernah tercatat bertugas di sini. Periksa NIK-nya; bila SK lama {sk} memang miliknya, minta kecamatan atau kabupaten yang membawahi kedua nagari mengimpornya.',
  'roster.past-sk-only':
    'Hanya SK lama {sk} yang dicatat; {name} sekarang di nagari {nagari}, yang mencatat data diri, tingkatan dan rekeningnya.',
  'roster.sk-blank':
    'NO SK kosong, padahal SK {sk} sudah tercatat. Isi NO SK; bila berhenti, isi TGL BERHENTI.',
  'roster.sk-overlaps':
    'SK {sk} baru berakhir {date}, jadi SK baru tidak boleh mulai sebelum itu. Periksa BERLAKU MULAI.',
  'roster.deceased': '{name} tercatat meninggal {date}, jadi tidak dapat diangkat lagi. Periksa NIK-nya.',
  'roster.without-sk': '{name} tidak punya NO SK. Tercatat sebagai kader, tetapi belum dapat dibayar.',
  'roster.without-account':
    '{count} kader tanpa rekening bank: belum dapat dibayar sampai rekeningnya dicatat.',
  'roster.account-length-unusual':
    'Rekening {bank} biasanya {usual} angka; yang ini {count} angka. Periksa kembali.',
  'roster.account-name-differs':
    'Tidak satu kata pun sama dengan nama kader ({name}). Pastikan rekening ini memang miliknya.',
  'roster.kader-unreadable': 'Tulis NIK (16 angka) atau nomor kader; yang ini {length} karakter.',
  'roster.kader-unknown': 'NIK {nik} tidak ada di daftar kader.',
  'roster.number-unknown': 'Tidak ada kader bernomor {kader}. Nomornya ada di daftar kader.',
  'roster.no-account-change': '{name} tidak punya perubahan rekening yang menunggu persetujuan.',
  'roster.account-same-person':
    'Perubahan rekening {name} dicatat oleh orang yang sama. Persetujuan harus dari orang lain.',
  'roster.account-other-than-pending':
    'Yang menunggu bagi {name} adalah rekening {bank} {account} atas nama {accountName}, dicatat oleh {recorder}; bukan yang Anda sebut. Cocokkan dengan buku tabungannya sebelum mengonfirmasi.',
  'roster.banks-unreadable': 'Daftar bank {file} tidak terbaca: {reason}.',
} as const;
