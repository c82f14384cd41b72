export const bookMessages = {
  'book.position-unreadable':
    'Posisi rantai ditulis dengan angka bulat mulai dari 1, bukan {value}. Lihat posisinya dengan honor ledger anchor.',
  'book.position-beyond-chain':
    'Posisi {position} belum ada: rantai baru sampai posisi {last}. Lihat posisinya dengan honor ledger anchor.',
  'book.nothing-posted':
    'Buku besar belum berisi jurnal, jadi belum ada yang dapat dibukukan. Hitung honor lebih dahulu dengan honor calculate.',
  'book.payer-without-entries':
    'Sampai posisi {position} belum ada jurnal atas nama pembayar {payer}. Hitung honor lebih dahulu, atau pilih posisi yang lebih akhir.',
  'book.month-before-books':
    'Buku {payer} baru mulai {first}; untuk {month} belum ada buku. Pilih bulan {first} atau sesudahnya.',
  'book.month-not-begun':
    'Bulan {month} belum masuk buku: isinya baru sampai {last}. Pilih bulan yang lebih awal, atau posisi yang lebih akhir.',
  'book.kader-unknown': 'Kader {kader} tidak ada dalam daftar. Periksa NIK atau nomornya.',
  'book.kader-without-entries':
    'Kader {kader} belum mempunyai catatan honor sampai posisi {position}. Hitung honor lebih dahulu, atau pilih posisi yang lebih akhir.',
  'book.no-budget':
    'Belum ada sumber dana untuk {payer} tahun {year}. Impor sumber dananya lebih dahulu dengan honor funding import.',
  'book.year-unreadable': 'Tulis tahun anggaran dengan empat angka, misalnya 2026, bukan {value}.',
  'book.file-unknown': 'Nama berkas {file} harus berakhir dengan .xlsx atau .pdf.',
  'book.does-not-tie':
    'Buku {account} bulan {month} bersaldo {book}, sedangkan neraca saldo {ledger}. Jangan ditutup; jalankan honor ledger verify.',
} as const;
