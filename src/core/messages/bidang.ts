export const bidangMessages = {
  'bidang.region-unknown': 'Wilayah {region} tidak terdaftar. Periksa kodenya, misalnya 13.10 atau 13.10.04.',
  'bidang.region-level': 'Wilayah {region} bukan kabupaten, kecamatan atau nagari. Tulis kode salah satunya.',
  'bidang.opd-code':
    'Kode OPD {opd} tidak dapat dibaca. Tulis huruf besar, angka dan strip, misalnya DISDIK.',
  'bidang.limit-days': 'Batas {days} hari kerja di luar 1 sampai 365. Tulis jumlah hari kerja yang benar.',
  'bidang.opd-dates-reversed': 'Berlaku sampai {to} mendahului mulainya {from}. Benarkan salah satunya.',
  'bidang.opd-twice':
    'Bidang {bidang} di {region} sudah ada pada {first} untuk waktu yang sama. Hapus salah satu.',
  'bidang.opd-overlaps':
    'Bidang {bidang} di {region} sudah ditangani {opd} sejak {from}. Yang tercatat tidak diubah; tulis tanggal mulai sesudahnya.',
  'bidang.opd-missing':
    'Belum ada OPD penanggung jawab bidang {bidang} di {nagari} pada {on}. Catat dulu lewat honor bidang-opd import.',
  'bidang.start-month': 'Bulan mulai harus tahun dan bulan, misalnya 2026-07.',
  'bidang.start-twice': 'Bidang {bidang} di {region} sudah ditulis pada {first}. Hapus salah satu baris.',
  'bidang.health-nowhere':
    'Bidang kesehatan belum ditetapkan mulai di {count} nagari, misalnya {nagari}: kadernya tidak mendapat honor. Tulis bulan mulainya.',
  'bidang.before-health':
    'Bidang {bidang} mulai {start} di {nagari}, padahal layanan dasar kesehatan di sana {health}. Kesehatan mulai lebih dahulu; tulis juga bulan mulainya.',
} as const;
