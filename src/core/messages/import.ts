export const importMessages = {
  'import.changes-not-accepted':
    'Berkas ini mengubah data yang sudah tercatat, jadi belum disimpan. Periksa perubahan di bawah; bila memang dimaksud, jalankan lagi dengan --accept-changes.',
} as const;
