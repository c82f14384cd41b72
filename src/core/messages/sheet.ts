export const sheetMessages = {
  'sheet.file-missing':
    'Berkas {file} tidak ada atau tidak dapat dibuka ({reason}). Periksa nama dan tempatnya.',
  'sheet.file-empty': 'Berkas {file} kosong (0 byte). Kirim ulang berkas yang lengkap.',
  'sheet.file-kind':
    'Berkas {file} bukan .xlsx atau .csv. Buka di Excel atau LibreOffice, lalu simpan sebagai "Excel Workbook (.xlsx)".',
  'sheet.file-xls':
    'Berkas {file} berformat Excel lama (.xls). Buka di Excel, lalu simpan sebagai "Excel Workbook (.xlsx)".',
  'sheet.file-encrypted':
    'Berkas {file} dikunci kata sandi. Hapus kata sandinya (File > Info > Protect Workbook), simpan, lalu kirim ulang.',
  'sheet.file-macro':
    'Berkas {file} berisi makro dan tidak dibaca demi keamanan. Simpan sebagai "Excel Workbook (.xlsx)" tanpa makro.',
  'sheet.file-corrupt':
    'Berkas {file} rusak atau terpotong ({reason}). Kirim ulang dari komputer asalnya; jangan dipakai sebagian.',
  'sheet.file-linked':
    'Berkas {file} mengambil isinya dari berkas atau sumber lain, yang tidak dapat diperiksa. Salin semua sel, tempel sebagai nilai (Paste Special > Values) di berkas baru, lalu kirim yang baru.',
  'sheet.file-too-large':
    'Berkas {file} terlalu besar untuk dibaca ({reason}). Bagi menjadi beberapa berkas, misalnya satu nagari satu berkas, dan hapus lembar yang tidak perlu.',
  'sheet.file-encoding':
    'Berkas {file} bukan teks UTF-8. Di Excel pilih "Simpan Sebagai > CSV UTF-8", atau kirim .xlsx.',
  'sheet.file-date-1904':
    'Berkas {file} memakai sistem tanggal 1904, sehingga tanggal bisa bergeser 4 tahun. Matikan "Use 1904 date system" di pilihan Excel, periksa tanggalnya, lalu simpan ulang.',
  'sheet.no-rows': 'Tidak ada baris data yang terbaca. Periksa apakah ini berkas yang benar.',
  'sheet.header-missing':
    'Baris judul kolom tidak ditemukan. Judul yang dicari: {columns}. Bila lembar ini bukan data, hapus atau sembunyikan.',
  'sheet.column-missing':
    'Kolom {column} tidak ada di baris judul {row}. Yang ditemukan: {found}. Tambahkan kolom itu.',
  'sheet.column-twice':
    'Kolom {column} ada lebih dari satu ({cells}). Sisakan satu saja atau ganti judul yang lain.',
  'sheet.columns-ignored': 'Kolom ini tidak dikenal dan tidak dibaca: {columns}.',
  'sheet.hidden-not-read': 'Lembar ini tersembunyi dan tidak dibaca. Tampilkan dulu bila isinya memang data.',
  'sheet.more-problems':
    'Masih ada {count} masalah lain yang tidak disebut. Perbaiki yang disebut, lalu impor lagi.',
  'sheet.cell-blank': 'Sel ini wajib diisi.',
  'sheet.cell-error': 'Sel ini berisi kesalahan rumus {error}. Perbaiki rumusnya atau ketik nilainya.',
  'sheet.text-expected': 'Sel ini harus berisi teks.',
  'sheet.text-too-long': 'Isian ini {count} huruf, terlalu panjang: paling banyak {longest}. Persingkat.',
  'sheet.text-as-number':
    'Isian ini tersimpan sebagai angka, sehingga nol di depan atau tanda bacanya hilang. Ubah format sel menjadi Teks, lalu ketik ulang.',
  'sheet.text-became-date':
    'Excel mengubah isian ini menjadi tanggal. Ubah format sel menjadi Teks, lalu ketik ulang seperti di dokumen asli.',
  'sheet.digits-as-number':
    'Nomor ini tersimpan sebagai angka. Excel hanya menyimpan 15 angka pertama dan membuang nol di depan, jadi nomor ini tidak dapat dipercaya. Ubah format kolom menjadi Teks, lalu ketik ulang dari KTP atau buku tabungan.',
  'sheet.digits-expected': 'Nomor ini hanya boleh berisi angka 0 sampai 9. Ketik ulang dari dokumen asli.',
  'sheet.digits-length': 'Nomor ini {count} angka, seharusnya {expected}. Periksa di dokumen asli.',
  'sheet.date-expected': 'Tanggal tidak terbaca. Tulis seperti 05/07/2026 atau 5 Juli 2026.',
  'sheet.date-year-short': 'Tahun harus empat angka. Tulis seperti 05/07/2026.',
  'sheet.date-impossible':
    'Tanggal ini tidak ada di kalender. Tulis hari/bulan/tahun seperti 05/07/2026 atau 5 Juli 2026.',
  'sheet.choice-unknown': 'Isian tidak dikenal. Pilihannya: {choices}.',
  'sheet.count-expected': 'Jumlah harus bilangan bulat dari 0, tanpa titik dan tanpa satuan.',
  'sheet.rupiah-expected': 'Jumlah uang tidak terbaca. Tulis seperti 75000 atau Rp75.000,00.',
  'sheet.rupiah-whole': 'Jumlah uang harus rupiah bulat dan tidak negatif.',
} as const;
