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
  'ledger.batch-unsealed': 'Batch {batch}: belum disegel, padahal sudah tersimpan.',
  'ledger.chain-broken': 'Batch {batch}: tidak menyambung ke batch sebelumnya pada rantai posisi {position}.',
  'ledger.head-differs': 'Ujung rantai mencatat posisi {head}, padahal batch terakhir posisi {last}.',
  'ledger.entry-without-batch': 'Ada jurnal atau saldo pada batch {batch} yang tidak terdaftar.',
  'ledger.anchor-unreadable':
    'Sidik jari harus 64 angka dan huruf a sampai f; yang ini {length} karakter. Salin utuh dari ledger anchor.',
  'ledger.anchor-not-found':
    'Jangkar {anchor} tidak ada pada rantai: buku pernah dipotong atau ditulis ulang.',
} as const;
