/** The end of a fiscal year, and debts that outlive it. */
export const yearEndMessages = {
  'funding.closing-basis-missing':
    'Penutupan tahun {year} untuk {payer} harus menyebut dasarnya. Isi --basis, misalnya nomor berita acara atau SK.',
  'funding.closing-nothing':
    '{payer} tidak mempunyai sumber dana tahun {year}. Periksa kode pembayar dan tahunnya.',
  'funding.closing-request-open': 'Tahun {year} belum dapat ditutup: SPP {number} masih {state}. {todo}',
  'funding.closing-reserved':
    'Sumber dana {source} masih terikat {reserved} tanpa SPP yang terbuka. Jalankan honor funding prove, lalu perbaiki sebelum menutup tahun.',
  'funding.year-not-over':
    'Tahun anggaran {year} baru dapat ditutup mulai {from}; hari ini {today}. Selesaikan dulu SPP yang masih dapat dibayar.',
  'funding.year-closed':
    'Tahun anggaran {year} sudah ditutup, jadi pagu {source} tidak dapat diikat atau diubah lagi. Hak kader yang belum dibayar tetap utang: bayar dengan honor request draft --prior-year dari anggaran tahun berjalan.',
  'funding.closed-otherwise':
    'Tahun anggaran {year} untuk {payer} sudah ditutup pada {on} menurut {before}. Tahun ditutup sekali saja.',
  'funding.marked-otherwise':
    'Sumber dana {source} sudah ditandai untuk utang tahun lalu menurut {before}. Satu baris ditandai sekali saja.',
  'funding.year-end-settings': 'Berkas {file}, {path}: {what}.',
  'funding.mark-blank': 'Isi {field}: baris untuk utang tahun lalu harus mempunyai dasar hukum.',
  'payment.prior-year-needed':
    '{payer}: {months} adalah utang tahun anggaran {year} ({amount}), yang sudah ditutup. SPP biasa tidak dapat membayarnya; jalankan honor request draft --prior-year --payer {payer} --months BULAN --line SUMBER/TAHUN --basis NOMOR --basis-date TANGGAL --basis-title JUDUL.',
  'payment.year-not-closed':
    '{payer}: tahun anggaran {year} belum ditutup, jadi {months} belum menjadi utang tahun lalu. Tutup dulu dengan honor funding close-year {year} --payer {payer} --basis DASAR.',
  'payment.debt-basis-missing':
    'Pembayaran utang tahun lalu harus mempunyai dasar. Isi --basis, --basis-date dan --basis-title.',
  'payment.debt-options-missing':
    'SPP utang tahun lalu membutuhkan {field}. Isi --line, --basis, --basis-date dan --basis-title.',
  'payment.debt-options-alone':
    '{field} hanya untuk SPP utang tahun lalu. Tambahkan --prior-year, atau hilangkan.',
  'payment.debt-basis-later':
    'Dasar bertanggal {date} belum berlaku; hari ini {today}. Periksa --basis-date.',
  'payment.debt-line-of-other':
    'Sumber dana {source} bukan milik {payer}. Utang dibayar oleh pembayar yang berutang.',
  'payment.debt-line-unmarked':
    'Sumber dana {source} belum ditandai untuk utang tahun lalu. Bila anggarannya memang memuat utang itu, jalankan honor funding mark-prior-year PEMBAYAR SUMBER TAHUN --basis NOMOR --basis-date TANGGAL --basis-title JUDUL.',
  'payment.debt-of-two-years':
    'Satu SPP utang membayar satu tahun anggaran saja, bukan {months}. Susun satu SPP untuk tiap tahun.',
  'payment.debt-not-earlier':
    '{months} bukan utang tahun lalu bagi {source}. Pakai SPP biasa, atau baris anggaran tahun berikutnya.',
  'payment.kind-stays':
    'SPP {number} disusun sebagai jenis lain atau dari sumber dana lain, dan itu tidak berubah. Batalkan dengan request cancel, lalu susun dengan nomor baru.',
  'payment.within-budget-left-out':
    '{kader} ({nik}) {month}: {amount} menunggu, kurang {missing} pada {source}. Naikkan pagunya dengan honor funding revise, atau tunggu SPP berikutnya.',
  'control.prior-year-ordinary':
    'SPP biasa ini membayar {months} dari tahun anggaran yang sudah lewat. Kembalikan ke draf dan batalkan; tutup tahunnya, lalu susun SPP utang tahun lalu.',
  'control.prior-year-without-basis':
    'SPP {number} membayar utang tahun lalu tanpa dasar hukum. Batalkan, lalu susun lagi dengan nomor, tanggal dan judul dasarnya.',
  'control.cash-short':
    '{source}: uang yang tercatat diterima {received}, sudah dibayar {paid}, terikat SPP yang diajukan lebih dahulu {bound}, SPP ini {asked}; kurang {short}. Tunggu salurnya atau catat yang sudah diterima, lalu jelaskan.',
} as const;
