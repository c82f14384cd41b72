export const auditMessages = {
  'audit.act-differs':
    'Jejak posisi {position}: siapa, kapan, dari mana atau alasannya tidak sesuai sidik jarinya.',
  'audit.act-unsealed': 'Jejak nomor {act}: belum disegel, padahal sudah tersimpan.',
  'audit.anchor-not-found':
    'Jangkar {anchor} tidak ada pada rantai jejak: jejak pernah dipotong atau ditulis ulang.',
  'audit.anchor-unreadable':
    'Sidik jari harus 64 angka dan huruf a sampai f; yang ini {length} karakter. Salin utuh dari audit anchor.',
  'audit.chain-broken': 'Jejak posisi {position}: tidak menyambung ke jejak sebelumnya.',
  'audit.change-without-act': 'Ada perubahan nomor {change} yang bukan bagian jejak mana pun.',
  'audit.changes-differ': 'Jejak posisi {position}: daftar perubahannya tidak sesuai sidik jarinya.',
  'audit.content-differs':
    'Perubahan nomor {change}, {object}: isi sebelum atau sesudahnya tidak sesuai sidik jarinya.',
  'audit.content-missing':
    'Kader nomor {kader}: isi {count} baris jejak tidak ada lagi, padahal yang dihapus dengan sah {said} baris.',
  'audit.head-differs': 'Ujung rantai jejak mencatat posisi {head}, padahal jejak terakhir posisi {last}.',
  'audit.object-unreadable': 'Tulis objek sebagai nama tabel, titik dua dan nomornya, misalnya kader:12.',
  'audit.reason-missing':
    'Jejak posisi {position}: alasannya tidak ada lagi, padahal tidak pernah dihapus dengan sah.',
  'audit.rows-differ': 'Jejak posisi {position}, {table}: baris yang tercatat tidak sesuai sidik jarinya.',
  'audit.row-without-change': 'Ada baris jejak pada perubahan nomor {change} yang tidak terdaftar.',
} as const;
