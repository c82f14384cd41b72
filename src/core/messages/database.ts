export const databaseMessages = {
  'database.folder-busy':
    'Folder data {folder} sedang dipakai proses lain (pid {pid}). Tunggu sampai proses itu selesai, lalu ulangi.',
} as const;
