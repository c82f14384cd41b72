export const identityMessages = {
  'identity.sign-in-refused':
    'Nama pengguna, kata sandi atau kode tidak cocok, atau akun ini tidak dapat dipakai. Periksa lalu ulangi; bila lupa, minta tautan baru kepada administrator.',
  'identity.code-needed':
    'Tulis juga kode 6 angka dari aplikasi autentikator, atau satu kode pemulihan yang belum dipakai.',
  'identity.sign-in-blocked':
    'Terlalu banyak percobaan masuk yang gagal. Tunggu {minutes} menit ({seconds} detik), lalu ulangi.',
  'identity.confirm-again':
    'Tindakan ini meminta Anda membuktikan diri sekali lagi: tulis kata sandi dan kode, atau masuk lagi lewat penyedia identitas, lalu ulangi.',
  'identity.session-ended': 'Sesi ini sudah berakhir. Masuklah lagi.',
  'identity.session-unknown': 'Sesi {session} tidak ada, sudah berakhir, atau bukan milik pengguna itu.',
  'identity.password-too-short':
    'Kata sandi sekurangnya {min} karakter. Beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak; spasi boleh dipakai.',
  'identity.password-too-long': 'Kata sandi paling banyak {max} karakter.',
  'identity.password-guessable':
    'Kata sandi ini mudah ditebak: ia tersusun dari kata sandi atau ungkapan yang dikenal orang, nama Anda, nama nagari atau layanan ini, tanggal, tahun, deretan tombol papan ketik, atau yang berulang. Pilih beberapa kata yang tidak berhubungan.',
  'identity.password-differs': 'Kedua kata sandi tidak sama. Tulis kata sandi yang sama dua kali.',
  'identity.password-same': 'Kata sandi baru harus lain dari yang lama.',
  'identity.link-unusable':
    'Tautan ini tidak dapat dipakai: mungkin sudah dipakai, sudah lewat masanya, atau diganti yang lebih baru. Minta tautan baru kepada administrator.',
  'identity.first-link-not-needed':
    'Sudah ada pengguna yang dapat masuk, jadi tautan pertama tidak dibuat. Minta undangan kepada administrator.',
  'identity.user-inactive': 'Pengguna {username} sudah dinonaktifkan. Aktifkan dulu bila ia bekerja lagi.',
  'identity.user-active': 'Pengguna {username} memang aktif.',
  'identity.needs-another-person':
    'Ini tidak dapat dilakukan untuk diri sendiri. Minta orang lain melakukannya.',
  'identity.reason-empty': 'Tulis alasannya.',
  'identity.second-factor-needed':
    'Masuklah dengan kode autentikator atau kode pemulihan dahulu. Bila keduanya hilang, minta administrator menghapus autentikator lama.',
  'identity.second-factor-missing': 'Autentikator belum dipasang untuk pengguna ini.',
  'identity.second-factor-code-wrong':
    'Kode itu tidak cocok. Pastikan jam ponsel tepat, tunggu kode berikutnya, lalu tulis lagi.',
  'identity.second-factor-not-begun':
    'Pemasangan autentikator belum dimulai atau sudah diganti. Mulailah lagi.',
  'identity.token-name-empty':
    'Beri nama token ini, paling banyak 80 karakter, misalnya "sinkron Siskeudes".',
  'identity.token-name-taken':
    'Sudah ada token bernama {name} yang masih berlaku. Cabut yang lama atau pilih nama lain.',
  'identity.token-operations-empty': 'Sebutkan apa saja yang boleh dilakukan token ini.',
  'identity.token-operation-unknown':
    'Tidak ada tindakan bernama {operation}. Yang dapat dipilih: {choices}.',
  'identity.token-operation-in-person':
    '{operation} dilakukan orangnya sendiri, jadi tidak dapat diberikan kepada token. Yang dapat dipilih: {choices}.',
  'identity.token-operation-not-held':
    'Pengguna itu sendiri tidak berwenang melakukan {operation}, jadi tokennya juga tidak. Pilih yang lain, atau minta administrator memberi perannya dahulu.',
  'identity.token-expiry-wrong': 'Token harus berakhir setelah sekarang dan paling lama {days} hari lagi.',
  'identity.token-unknown': 'Token {token} tidak ada, sudah dicabut, atau bukan milik pengguna itu.',
  'identity.oidc-not-configured':
    'Masuk lewat penyedia identitas belum diatur. Isi HONOR_OIDC_ISSUER, HONOR_OIDC_CLIENT_ID, HONOR_OIDC_CLIENT_SECRET dan HONOR_OIDC_REDIRECT_URL.',
  'identity.oidc-refused':
    'Penyedia identitas tidak meloloskan Anda, atau jawabannya tidak dapat dipercaya. Ulangi dari halaman masuk; bila tetap gagal, hubungi administrator.',
  'identity.oidc-unreachable':
    'Penyedia identitas {issuer} tidak dapat dihubungi. Ulangi nanti atau pakai kata sandi.',
  'identity.oidc-unlinked':
    'Akun Anda di penyedia identitas tidak tersambung ke pengguna yang aktif di sini. Minta administrator menyambungkannya atau mengaktifkan Anda lagi.',
  'identity.oidc-subject-wrong':
    'Tulis pengenal akun di penyedia identitas (klaim "sub"): 1 sampai 255 karakter tanpa spasi.',
  'identity.oidc-link-taken':
    'Akun penyedia identitas itu, atau pengguna itu, sudah tersambung. Lepaskan dulu sambungan lama.',
  'identity.oidc-link-missing': 'Pengguna {username} tidak tersambung ke penyedia identitas.',
} as const;
