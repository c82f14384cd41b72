export const accessMessages = {
  'access.no-role':
    '{person} tidak berwenang melakukan {operation}. Yang berwenang: {needed}. Mintalah mereka, atau minta pengelola sistem memberi peran.',
  'access.no-role-or-mandate':
    '{person} tidak berwenang melakukan {operation}, dan tidak ada pelimpahan yang berlaku hari ini untuk itu. Yang berwenang: {needed}. Mintalah mereka, atau minta kantor mencatat pelimpahan menurut surat tugasnya.',
  'access.out-of-scope':
    '{person} tidak berwenang melakukan {operation} untuk {scope}. Mintalah petugas di sana, atau minta pengelola sistem memberi wewenang untuk itu.',
  'access.scope-too-narrow':
    '{person} berwenang untuk {held} saja, sedangkan {operation} memperlihatkan seluruhnya, jadi hanya untuk yang berwenang bagi seluruh kabupaten atau lebih. Mintalah mereka, atau minta pengelola sistem memberi wewenang untuk itu.',
  'access.second-factor':
    '{person} harus masuk lagi dengan kode dari aplikasi autentikator sebelum {operation}. Masuk ulang dengan kode enam angka.',
  'access.token-limited':
    'Token {person} tidak boleh dipakai untuk {operation}. Buat token baru yang mencakupnya.',
  'access.in-person':
    '{operation} dilakukan {person} sendiri setelah masuk, bukan oleh mesin dengan token. Token hanya untuk membaca dan memuat data.',
  'access.not-oneself':
    '{person} hanya dapat melakukan ini bagi dirinya sendiri dan setelah masuk sendiri, bukan bagi orang lain dan bukan dengan token.',
  'access.nothing-named': '{operation} tidak menyebut wilayah atau pembayar mana pun, jadi tidak dijalankan.',
  'access.not-signed-in': 'Anda belum masuk. Masuk dulu, lalu ulangi.',
  'access.role-unknown': 'Peran {role} tidak dikenal. Yang ada: {known}.',
  'access.scope-mismatch': 'Peran {role} tidak dapat diberikan untuk {scope}; berikan untuk: {allowed}.',
  'access.one-scope':
    'Sebutkan tepat satu: --region, --payer, --kader atau --installation; tertulis {count}.',
  'access.scope-unknown':
    'Tidak ada {scope}. Periksa kodenya dengan: honor funding list, atau muat wilayahnya dulu.',
  'access.grant-twice': '{username} sudah memegang peran {role} untuk {scope}.',
  'access.basis-needed': 'Isi dasar wewenangnya, misalnya "SK Bupati 5/2026".',
  'access.revoke-reason-needed': 'Isi alasan wewenang itu dicabut.',
  'access.grant-unknown': 'Wewenang nomor {grant} tidak ada atau sudah dicabut.',
  'access.grant-self':
    'Tidak seorang pun boleh memberi atau mencabut wewenangnya sendiri; mintalah pengelola lain.',
} as const;
