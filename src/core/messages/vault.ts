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
} as const;
