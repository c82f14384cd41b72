export const httpMessages = {
  'http.no-route': 'Alamat ini tidak ada. Daftar alamat ada di /api/openapi.json.',
  'http.unreadable':
    'Permintaan tidak dapat dibaca. Kirim JSON yang utuh, atau satu berkas pada isian "file".',
  'http.too-large': 'Permintaan terlalu besar. Bagi menjadi beberapa berkas atau beberapa permintaan.',
  'http.broken':
    'Permintaan ini bukan HTTP yang utuh. Kirim lagi dengan program yang mengikuti aturan HTTP/1.1.',
  'http.head-too-large':
    'Alamat atau header permintaan terlalu panjang. Pendekkan alamatnya, atau hapus cookie situs ini, lalu ulangi.',
  'http.too-slow': 'Permintaan tidak selesai dikirim pada waktunya. Periksa sambungan, lalu kirim lagi.',
  'http.fault': 'Terjadi kesalahan di sistem ini. Sebutkan nomor {incident} kepada pengelola.',
  'http.field-invalid': '{field}: {problem}.',
  'http.field-unknown': '{field}: tidak dikenal di sini. Hapus isian itu.',
  'http.csrf': 'Permintaan tidak berasal dari halaman ini. Muat ulang halaman, lalu ulangi.',
  'http.undeclared': 'Alamat ini belum dibuka untuk siapa pun.',
  'http.key-needed':
    'Header Idempotency-Key harus diisi, 8 sampai 80 huruf, angka, strip atau garis bawah; pakai yang baru untuk tiap tindakan.',
  'http.key-reused': 'Idempotency-Key ini sudah dipakai untuk permintaan lain. Pakai yang baru.',
  'http.key-in-progress':
    'Permintaan dengan Idempotency-Key ini masih dikerjakan. Tunggu, lalu ulangi dengan kunci yang sama.',
  'http.key-outcome-unknown':
    'Tidak diketahui apakah permintaan dengan Idempotency-Key ini sudah dikerjakan. Lihat dulu keadaan datanya; bila memang belum, ulangi dengan kunci baru.',
  'http.answer-of-other-rights':
    'Permintaan dengan Idempotency-Key ini sudah dikerjakan, tetapi sejak itu wewenang Anda berubah, jadi jawabannya tidak ditampilkan lagi. Lihat hasilnya pada datanya.',
  'http.version-needed': 'Header If-Match harus berisi ETag dari yang terakhir dilihat; tanda * tidak cukup.',
  'http.cursor-unreadable': 'Penanda halaman {cursor} tidak dikenal. Mulai dari halaman pertama.',
  'http.too-often': 'Terlalu banyak permintaan. Coba lagi {seconds} detik lagi.',
  'http.file-needed': 'Lampirkan satu berkas pada isian "file".',
  'http.file-kind': 'Berkas {name} bukan salah satu dari: {kinds}.',
} as const;
