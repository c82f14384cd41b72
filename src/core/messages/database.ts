export const databaseMessages = {
  'configuration.invalid':
    'Variabel lingkungan {variable} tidak dapat dipakai: {problem}. Perbaiki nilainya atau hapus variabel itu, lalu ulangi.',
  'database.folder-busy':
    'Folder data {folder} sedang dipakai proses lain (pid {pid}). Tunggu sampai proses itu selesai, lalu ulangi.',
  'database.folder-not-writable':
    'Folder data {folder} tidak dapat ditulis oleh pemakai sistem dengan uid {uid}. Beri izin tulis, atau pilih folder lain dengan HONOR_DATA_DIR.',
  'database.account-unknown':
    'PostgreSQL bawaan tidak dapat berjalan sebagai uid {uid}, sebab pemakai itu tidak terdaftar di komputer ini. Daftarkan pemakainya, atau pilih uid lain dengan HONOR_DATABASE_UID dan folder data miliknya.',
  'database.folder-incomplete':
    'Folder data {folder} berisi basis data, tetapi berkas {file} hilang. Pulihkan dari cadangan; jangan menghapus folder itu bila isinya masih diperlukan.',
  'database.other-version':
    'Folder data {folder} dibuat oleh PostgreSQL {found}, sedangkan aplikasi ini membawa PostgreSQL {wanted}. Pindahkan isinya dengan pg_dump, atau pilih folder lain dengan HONOR_DATA_DIR.',
  'database.unsupported-platform':
    'Tidak ada PostgreSQL bawaan untuk komputer ini ({platform}). Pasang PostgreSQL sendiri, lalu isi DATABASE_URL.',
  'database.program-broken':
    'PostgreSQL bawaan di {folder} tidak dapat dijalankan: {problem}. Ulangi npm ci, atau isi DATABASE_URL.',
  'database.disk-full':
    'Disk tempat folder data {folder} penuh. Kosongkan ruang, lalu ulangi; data yang sudah tersimpan tidak hilang.',
  'database.port-taken':
    'Port {port} (HONOR_DATABASE_PORT) sudah dipakai program lain. Hentikan program itu, pilih port lain, atau hapus variabel itu agar port dipilih sendiri.',
  'database.start-failed':
    'PostgreSQL bawaan tidak mau berjalan di folder {folder}. Baris terakhir catatannya: {log}',
  'database.stop-failed': 'PostgreSQL bawaan di folder {folder} tidak mau berhenti: {problem}',
  'database.password-refused':
    'PostgreSQL di port {port} menolak kata sandi dari folder data {folder}. Mungkin itu server lain; hentikan server itu, lalu ulangi.',
  'database.unreachable':
    'Basis data {database} di {host} tidak dapat dihubungi: {problem}. Periksa DATABASE_URL dan apakah servernya berjalan.',
  'database.connection-lost':
    'Hubungan ke basis data putus di tengah perintah ({problem}). Tidak ada yang tersimpan separuh. Jalankan perintah yang sama sekali lagi; yang sudah tersimpan tidak menjadi dua kali.',
  'database.too-new':
    'Basis data ini sudah dipakai aplikasi yang lebih baru (migrasi {migration} tidak dikenal). Jalankan versi aplikasi yang lebih baru.',
  'database.temporary-open':
    'Program masih boleh membuat tabel sementara di basis data {database}, dan pemilik tabel tidak dapat mencabutnya. Minta pemilik basis data menjalankan: REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC.',
  'database.one-login':
    'Program menyambung ke PostgreSQL sebagai pemilik tabel. Isi DATABASE_OWNER_URL dengan pemilik dan DATABASE_URL dengan pemakai lain, agar program sendiri tidak dapat mengubah buku.',
} as const;
