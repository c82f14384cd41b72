export const demoMessages = {
  'demo.folder-unusable':
    'Folder hasil {folder} tidak dapat ditulis ({reason}). Pilih folder lain dengan --out, atau benarkan izinnya.',
  'demo.folder-of-others':
    'Folder {folder} sudah berisi {names}, tetapi bukan hasil demo: tidak ada summary.json dari demo di sana. Pilih folder lain dengan --out, atau pindahkan isinya; tidak ada yang dihapus.',
  'demo.already-running':
    'Demo lain sedang berjalan pada basis data {database}. Tunggu sampai selesai, atau pilih folder data lain dengan HONOR_DATA_DIR.',
} as const;
