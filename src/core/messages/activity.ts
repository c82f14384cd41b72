export const activityMessages = {
  'activity.in-future': 'Kegiatan belum terjadi: tanggalnya sesudah hari ini ({today}).',
  'activity.nik-unknown':
    'NIK {name} tidak ada di daftar kader. Periksa NIK-nya, atau masukkan dulu ke daftar kader.',
  'activity.name-differs': 'NIK ini milik {owner}, bukan {name}. Cocokkan nama dan NIK dengan daftar kader.',
  'activity.after-death':
    '{name} meninggal {end}, jadi tidak mungkin hadir {date}. Hapus baris ini atau benarkan tanggalnya.',
  'activity.after-end':
    'SK {sk} milik {name} sudah berakhir {end}, sebelum kegiatan {date}. Hapus baris ini, atau catat dulu SK yang baru.',
  'activity.before-start':
    'SK {sk} milik {name} baru berlaku {from}, sesudah kegiatan {date}. Periksa tanggal kegiatan atau SK-nya.',
  'activity.without-sk': '{name} tidak punya SK, jadi kehadirannya tidak dapat dihitung. Catat dulu SK-nya.',
  'activity.other-posyandu':
    '{name} bertugas di posyandu {own}, bukan di sini. Hanya rapat dan pelatihan boleh di tempat lain.',
  'activity.other-bidang':
    '{name} bertugas di bidang {own}, kegiatan ini bidang {bidang}. Tetap dicatat; periksa bila keliru.',
  'activity.counts-not-kept':
    '{type} tidak menghitung sasaran. Kosongkan jumlahnya, atau pilih jenis kegiatan yang benar.',
  'activity.bidang-not-of-type':
    '{type} bukan kegiatan bidang {bidang}, melainkan {own}. Kosongkan bidangnya, atau pilih jenis yang benar.',
  'activity.bidang-differs':
    'Bidang ini berbeda dari {other} pada kegiatan yang sama ({first}). Samakan, atau pakai jenis kegiatan bidang itu.',
  'activity.referral-recorded':
    '{name} mencatat rujukan di {posyandu} {date}, tetapi tidak hadir menurut lembar ini. Tambahkan barisnya.',
  'activity.twice': '{name} sudah tercatat pada kegiatan yang sama ({first}). Hapus salah satu baris.',
  'activity.counts-differ':
    'Jumlah ini berbeda dari {other} pada kegiatan yang sama ({first}). Samakan, atau isi di satu baris saja.',
  'activity.already-verified':
    'Kegiatan {posyandu} {date} sudah diverifikasi dan tidak dapat diubah lewat impor.',
  'activity.verify-own': '{count} kegiatan Anda catat sendiri. Verifikasi harus dilakukan orang lain.',
  'activity.none-recorded': 'Tidak ada kegiatan yang tercatat di {region} pada {month}.',
} as const;
