export const documentMessages = {
  'document.too-long':
    'Dokumen ini terlalu panjang: paling banyak {longest} KB. Periksa apakah ini berkas yang benar.',
  'document.file-not-text': '{file} bukan berkas teks. Simpan sebagai YAML (teks), lalu coba lagi.',
  'document.file-unreadable':
    '{file} baris {line} tidak dapat dibaca. Periksa tanda titik dua dan lekukannya.',
  'document.field-unknown': '{path} tidak dikenal. Hapus, atau perbaiki namanya.',
  'document.field-missing': '{path} belum diisi; seharusnya {expected}.',
  'document.field-wrong': '{path} berisi {value}; seharusnya {expected}.',
} as const;
