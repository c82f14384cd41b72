export const ledgerMessages = {
  'ledger.key-reused':
    'Perintah {key} sudah pernah dijalankan dengan isi lain. Periksa perintahnya; yang sudah tercatat tidak diubah.',
  'ledger.leaf-differs': 'Batch {batch} urut {sequence}: isi jurnal tidak sesuai sidik jarinya.',
  'ledger.entry-unbalanced': 'Batch {batch} urut {sequence}: debit dan kredit tidak sama.',
  'ledger.sequence-gap': 'Batch {batch}: urutan jurnal terputus di {sequence}.',
  'ledger.count-differs': 'Batch {batch}: tercatat {expected} jurnal, ditemukan {found}.',
  'ledger.root-differs': 'Batch {batch}: akar Merkle tidak sesuai isi jurnalnya.',
  'ledger.trial-balance-differs': 'Batch {batch}: neraca percobaan tidak sesuai isi jurnalnya.',
  'ledger.header-differs': 'Batch {batch}: kepala batch tidak sesuai sidik jarinya.',
  'ledger.chain-broken': 'Batch {batch}: tidak menyambung ke batch sebelumnya pada rantai posisi {position}.',
  'ledger.head-differs': 'Ujung rantai mencatat posisi {head}, padahal batch terakhir posisi {last}.',
  'ledger.entry-without-batch': 'Ada jurnal pada batch {batch} yang tidak terdaftar.',
  'ledger.anchor-not-found':
    'Jangkar {anchor} tidak ada pada rantai: buku pernah dipotong atau ditulis ulang.',
} as const;
