export const userMessages = {
  'user.unknown':
    'Pengguna {username} tidak dikenal. Daftarkan dengan: honor user add {username} --name "NAMA LENGKAP" --position JABATAN.',
  'user.exists-differently': 'Pengguna {username} sudah terdaftar sebagai {before}.',
  'user.field-empty': 'Nama lengkap dan jabatan {username} harus diisi.',
  'user.username-invalid':
    'Nama pengguna {username} tidak dapat dipakai: 2 sampai 40 huruf kecil, angka, titik, strip atau garis bawah, dan bukan pengguna- dengan angka.',
  'user.persons-number':
    'Nama pengguna, nama lengkap dan jabatan dibaca semua orang, jadi NIK atau nomor rekening tidak boleh tertulis di situ. Pakai nama pendek, atau NIP.',
  'user.inactive':
    'Pengguna {username} sudah dinonaktifkan, jadi tidak dapat bertindak di sini. Bila ia bekerja lagi, minta administrator mengaktifkannya: honor identity activate {username} --by NAMA --reason ALASAN.',
} as const;
