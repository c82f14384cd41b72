export const ledgerMessages = {
  'ledger.key-reused':
    'Perintah {key} sudah pernah dijalankan dengan isi lain. Periksa perintahnya; yang sudah tercatat tidak diubah.',
  'ledger.leaf-differs': 'Batch {batch} urut {sequence}: isi jurnal tidak sesuai sidik jarinya.',
  'ledger.entry-unbalanced': 'Batch {batch} urut {sequence}: debit dan kredit tidak sama.',
  'ledger.sequence-gap': 'Batch {batch}: urutan jurnal terputus di {sequence}.',
  'ledger.count-differs': 'Batch {batch}: tercatat {expected} jurnal, ditemukan {found}.',
  'ledger.root-differs': 'Batch {batch}: akar Merkle tidak sesuai isi jurnalnya.',
  'ledger.trial-balance-differs': 'Batch {batch}: neraca percobaan tidak sesuai isi jurnalnya.',
  'ledger.header-differs': 'Batch {batch}: kepala batch atau nama akunnya tidak sesuai sidik jarinya.',
  'ledger.batch-unreadable': 'Batch {batch}: berisi nilai yang tidak mungkin ditulis program ini ({reason}).',
  'ledger.more-problems': 'Batch {batch}: masih ada {count} temuan lain pada jurnalnya.',
  'ledger.batch-unsealed': 'Batch {batch}: belum disegel, padahal sudah tersimpan.',
  'ledger.chain-broken': 'Batch {batch}: tidak menyambung ke batch sebelumnya pada rantai posisi {position}.',
  'ledger.head-differs': 'Ujung rantai mencatat posisi {head}, padahal batch terakhir posisi {last}.',
  'ledger.entry-without-batch': 'Ada jurnal atau saldo pada batch {batch} yang tidak terdaftar.',
  'ledger.account-twice': 'Akun {account} tersimpan lebih dari sekali: nomor dan kode akun harus tunggal.',
  'ledger.reversal-differs':
    'Batch {batch} urut {sequence}: tidak tepat membatalkan jurnal terdahulu yang disebutnya.',
  'ledger.reversed-twice': 'Batch {batch} urut {sequence}: membatalkan jurnal yang sudah pernah dibatalkan.',
  'ledger.more-reversals': 'Masih ada {count} temuan lain pada jurnal pembatalan.',
  'ledger.anchor-unreadable':
    'Sidik jari harus 64 angka dan huruf a sampai f; yang ini {length} karakter. Salin utuh dari ledger anchor.',
  'ledger.pack-whole':
    'Paket untuk pemeriksa selalu memuat seluruh rantai. Hilangkan --at-position, atau pilih format hledger atau beancount.',
  'ledger.anchor-not-found':
    'Jangkar {anchor} tidak ada pada rantai: buku pernah dipotong atau ditulis ulang.',
  'ledger.period-wrong':
    'Batch {batch}: dilaporkan pada {period}, bukan pada bulan harinya atau, bila itu sudah ditutup, bulan terbuka pertama.',
  'ledger.closing-out-of-order': 'Batch {batch}: tutup atau buka buku {period} tidak pada gilirannya.',
  'ledger.closing-differs': 'Batch {batch}: isi tutup atau buka buku {period} tidak sesuai sidik jarinya.',
  'ledger.closing-balance-differs':
    'Batch {batch}: saldo yang disegel saat tutup buku {period} bukan saldo rantai.',
  'ledger.closing-hands':
    'Batch {batch}: buka kembali {period} harus diminta dan disahkan dua orang berbeda.',
  'ledger.period-already-closed':
    'Buku {period} sudah ditutup (tertutup sampai {closedThrough}). Koreksi masuk sendiri ke bulan terbuka berikutnya.',
  'ledger.period-not-over': 'Buku {period} baru dapat ditutup setelah {lastDay}.',
  'ledger.period-out-of-order': 'Buku ditutup berurutan: tutup {next} dahulu, baru {period}.',
  'ledger.period-not-closed': 'Buku {period} belum ditutup, jadi tidak perlu dibuka kembali.',
  'ledger.period-not-last':
    'Hanya bulan tertutup yang terakhir ({closedThrough}) yang dapat dibuka kembali, bukan {period}.',
  'ledger.reopening-asked':
    'Buka kembali {period} sudah diminta {requester}; orang lain mengesahkannya dengan ledger confirm-reopen.',
  'ledger.reopening-not-asked':
    'Belum ada permintaan buka kembali {period}. Minta dahulu dengan ledger reopen beserta alasannya.',
  'ledger.reopening-own':
    'Buka kembali {period} diminta {requester} sendiri; orang lain yang harus mengesahkan.',
  'ledger.reason-needed': 'Tulis alasan buka kembali {period}.',
} as const;
