export const honorMessages = {
  'honor.not-in-any-sk':
    'Tidak tercantum dalam SK mana pun pada {month}. Lengkapi SK pengangkatan, lalu hitung ulang.',
  'honor.appointment-ended': 'Sudah berhenti sejak {endedOn}; tidak ada hak honor untuk {month}.',
  'honor.appointment-not-started': 'SK baru berlaku mulai {startsOn}; tidak ada hak honor untuk {month}.',
  'honor.deceased': 'Meninggal {deceasedOn}; haknya sampai hari itu, tidak ada untuk {month}.',
  // Only calculations from before heirs could be recorded say this.
  'honor.deceased-heir-needed':
    'Meninggal {deceasedOn}. Hak sampai hari itu dibayarkan kepada ahli waris; catat ahli waris lebih dahulu.',
  'honor.not-active-on-first':
    'Belum aktif pada tanggal 1 {month}; menurut kebijakan belum berhak bulan itu.',
  'honor.paid-from-next-month':
    'Mulai bertugas {startsOn}; menurut kebijakan honor dibayar mulai bulan berikutnya. Bila sebelumnya ia sudah bertugas tanpa putus, catat SK lamanya, lalu hitung ulang.',
  'honor.no-verified-activity':
    'Tidak ada kegiatan terverifikasi pada {month} untuk komponen {component}. Periksa dan verifikasi daftar kegiatan.',
  'honor.activities-left-out':
    'Kegiatan terverifikasinya pada {month} di luar masa tugasnya, jadi {component} tidak dibayar: {activities}.',
  'honor.no-event-held':
    'Posyandunya tidak mengadakan kegiatan terverifikasi yang dihitung {component} pada {month}. Periksa dan verifikasi daftar kegiatan.',
  'honor.attendance-none':
    'Tidak hadir di satu pun dari {held} kegiatan posyandunya pada {month}; {component} menuntut sedikitnya {needed}.',
  'honor.attendance-below':
    'Hadir di {attended} dari {held} kegiatan posyandunya pada {month}; {component} menuntut sedikitnya {needed}.',
  'honor.tier-unknown':
    '{component} dibayar menurut tingkatan, tetapi pada {day} tingkatannya belum tercatat. Impor tingkatan beserta tanggal dan nomor sertifikatnya, lalu hitung ulang.',
  'honor.bidang-not-started':
    'Bidang {bidang} di {nagari} baru mulai {start} (tahap {place}, {basis}); tidak ada hak honor untuk {month}.',
  'honor.bidang-without-start':
    'Bidang {bidang} belum ditetapkan mulai di {nagari}, sedangkan kabupatennya mulai bertahap; tidak ada hak honor untuk {month}.',
  'honor.bidang-not-paid': '{component} belum dibayarkan bagi kader bidang {bidang} menurut kebijakan.',
  'honor.floor-reaches-total':
    'Honor dasarnya {floor} sudah mencapai {total}; {component} tidak menambah lagi.',
  'honor.paid-in-other-month': '{component} tidak dibayarkan setiap bulan, hanya untuk {paidIn}.',
  'honor.below-one-rupiah': '{component} untuk {month} kurang dari satu rupiah setelah pembulatan.',
  'honor.top-up-not-whole-month':
    'Kebijakan {policy} berlaku {from} s.d. {to}, tidak sepanjang masa tugasnya pada {month}; {component} belum dibayar untuk bulan itu.',
  'honor.top-up-of-other-policy':
    'Kebijakan {policy} menambah kebijakan {floor}, sedangkan ia dibayar menurut {base}; {component} tidak berlaku baginya.',
  'honor.moved-within-month':
    'Pindah nagari atau bidang pada {month}, dan kebijakan keduanya berbeda. Hitung ulang: bulan itu sekarang dibagi menurut aturan.',
  'honor.month-paid-elsewhere':
    '{component} untuk {month} sudah dibayar menurut kebijakan {policy}, tempat ia bertugas lebih dahulu pada bulan itu; sebulan tidak dibayar dua kali.',
  'honor.pseudonymised':
    'Data pribadinya sudah dihapus karena masa simpannya habis: honor {month} tidak dihitung lagi, dan yang sudah dibayar tetap.',
  'honor.recorded-too-late':
    'Ia baru dicatat pada daftar kader ketika data {month} tidak disimpan lagi: apakah honor bulan itu sudah dibayar, tidak dapat dipastikan, jadi tidak dihitung. Periksa buku lama; bila memang belum dibayar, bayarlah di luar sistem ini dengan berita acara.',
  'honor.calculated-elsewhere':
    'Ia sudah pindah, dan {month} tidak dijalaninya di sini; bulan itu dihitung oleh nagari {nagari}.',
  'honor.elsewhere-not-ready':
    'Bulan {month} dijalaninya juga di nagari {nagari} dan belum dapat dihitung; yang sudah menjadi haknya tidak berubah. {problem} Sesudah itu hitung ulang.',
  'honor.component-in-two-policies':
    'Komponen {component} ada di kebijakan {one} dan {other} yang berlaku bersama. Beri kode yang berbeda, supaya tidak ada yang dibayar dua kali.',
  'honor.floor-missing':
    'Komponen {component} dari kebijakan {policy} menambah {of}, tetapi kebijakan dasarnya tidak memuat komponen bulanan dengan kode itu. Periksa isian of.',
  'honor.no-kader':
    'Tidak ada kader di wilayah {region}. Periksa kode wilayah atau impor daftar kader lebih dahulu.',
  'honor.no-policy':
    'Tidak ada kebijakan honor yang berlaku di {nagari} bagi bidang {bidang} untuk {from} s.d. {to}. Impor kebijakan beserta dasar hukumnya.',
  'honor.change-unstated':
    'Di {nagari} kebijakan {before} diganti {after} pada {day}, di tengah bulan, dan keduanya tidak menyatakan cara membayar bulan itu. Impor versi baru salah satunya dengan isian changeWithinMonth: first-day (sebulan menurut yang lama) atau by-days (masing-masing menurut harinya).',
  'honor.rate-missing':
    'Komponen {component} ({name}) tidak memuat tarif untuk {what} {value}. Lengkapi tarifnya dalam kebijakan.',
  'honor.months-unreadable':
    'Daftar bulan {value} tidak dapat dibaca. Tulis misalnya 2026-07..2026-09 atau 2026-07,2026-09.',
  'honor.months-reversed':
    'Daftar bulan {value} terbalik: {first} sesudah {last}. Tulis bulan yang lebih awal lebih dahulu, {last}..{first}.',
  'honor.december-not-stated':
    '{month} belum berakhir pada {today}, dan kebijakan {policy} tidak menyatakan sejak tanggal berapa Desember boleh dibayar. Hitung setelah bulan itu berakhir, atau buat versi kebijakan yang menggantikannya (supersedes) dengan decemberPayableFrom menurut langkah-langkah akhir tahun daerah.',
  'honor.december-not-yet':
    'Menurut kebijakan {policy}, {month} boleh dihitung dan diajukan mulai {from} ({basis}); hari ini {today}. Tunggu sampai tanggal itu.',
  'honor.month-not-over':
    'Bulan {month} belum berakhir pada {today}; honor dihitung setelah bulan itu dijalani.',
} as const;
