export const vaultMessages = {
  'vault.key-unknown':
    'Data ini dikunci dengan kunci {key}, yang tidak ada di HONOR_FIELD_KEYS atau di berkas field-keys. Tambahkan kunci itu dari salinannya, lalu ulangi.',
  'vault.unreadable':
    'Isi terkunci dari {purpose} rusak atau dipindahkan dari tempat lain, sehingga tidak dibuka. Pulihkan dari cadangan dan periksa siapa yang mengubahnya.',
  'vault.key-differs':
    'Kunci {key} bukan kunci yang dipakai basis data ini. Pakai HONOR_FIELD_KEYS dan HONOR_INDEX_KEY, atau berkas field-keys, yang lama; dengan kunci lain data pribadi tidak terbaca dan pencarian NIK tidak menemukan apa-apa.',
  'vault.key-file-unreadable':
    'Berkas kunci {file} tidak dapat dibaca: {problem}. Pulihkan dari salinannya; jangan membuat kunci baru bila basis data sudah berisi.',
  'vault.key-file-made':
    'Kunci data pribadi dibuat di {file}. Simpan salinannya di tempat lain yang aman: tanpa berkas itu data pribadi tidak dapat dibaca lagi.',
  'vault.keys-in-environment':
    'Kunci data pribadi ada di HONOR_FIELD_KEYS, jadi kunci baru tidak dapat dibuat dari sini. Tambahkan id:kunci yang baru di depan yang lama (kunci dari openssl rand -base64 32), jalankan ulang program, lalu key rotate.',
  'vault.key-added':
    'Kunci baru ada di berkas field-keys: simpan salinannya yang baru di tempat lain. Kunci lama boleh dihapus dari berkas itu setelah key status menyebutnya tanpa nilai, dan selama tidak ada cadangan yang masih memerlukannya.',
  'vault.not-all-resealed':
    '{count} nilai belum terkunci dengan kunci {key}. Jalankan key rotate sekali lagi; bila tetap, periksa apakah program lain masih memakai kunci lama.',
  'vault.values-unreadable':
    '{table}: {count} isi terkunci rusak atau tertukar dan tidak disentuh. Pulihkan dari cadangan dan periksa siapa yang mengubahnya; kunci lamanya jangan dibuang.',
} as const;
