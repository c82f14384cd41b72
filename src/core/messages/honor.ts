export const honorMessages = {
  'honor.not-in-any-sk':
    'Tidak tercantum dalam SK mana pun pada {month}. Lengkapi SK pengangkatan, lalu hitung ulang.',
  'honor.appointment-ended': 'Sudah berhenti sejak {endedOn}; tidak ada hak honor untuk {month}.',
  'honor.appointment-not-started': 'SK baru berlaku mulai {startsOn}; tidak ada hak honor untuk {month}.',
  'honor.deceased-heir-needed':
    'Meninggal {deceasedOn}. Hak sampai hari itu dibayarkan kepada ahli waris; catat ahli waris lebih dahulu.',
  'honor.not-active-on-first':
    'Belum aktif pada tanggal 1 {month}; menurut kebijakan belum berhak bulan itu.',
  'honor.no-verified-activity':
    'Tidak ada kegiatan terverifikasi pada {month} untuk komponen {component}. Periksa dan verifikasi daftar kegiatan.',
  'honor.moved-within-month':
    'Pindah nagari pada {month}; kebijakan kedua nagari berbeda. Tetapkan kebijakan yang berlaku, lalu hitung ulang.',
  'honor.no-kader':
    'Tidak ada kader di wilayah {region}. Periksa kode wilayah atau impor daftar kader lebih dahulu.',
  'honor.no-policy':
    'Tidak ada kebijakan honor yang berlaku di {nagari} untuk {from} s.d. {to}. Impor kebijakan beserta dasar hukumnya.',
  'honor.rate-missing':
    'Komponen {component} ({name}) tidak memuat tarif untuk jabatan {role}. Lengkapi tarifnya dalam kebijakan.',
  'honor.months-unreadable':
    'Daftar bulan {value} tidak dapat dibaca. Tulis misalnya 2026-07..2026-09 atau 2026-07,2026-09.',
  'honor.months-reversed':
    'Daftar bulan {value} terbalik: {first} sesudah {last}. Tulis bulan yang lebih awal lebih dahulu, {last}..{first}.',
  'honor.month-not-over':
    'Bulan {month} belum berakhir pada {today}; honor dihitung setelah bulan itu dijalani.',
} as const;
