export const formatsMessages = {
  'bank-transfer.bank-code':
    'Kode bank {value} milik {payee} (referensi {reference}) bukan tiga angka. Perbaiki bank pada data kader, misalnya 118 untuk Bank Nagari.',
  'bank-transfer.account':
    'Nomor rekening {value} milik {payee} (referensi {reference}) bukan 5 sampai 20 angka. Cocokkan dengan buku tabungan dan perbaiki data kader.',
  'bank-transfer.payee':
    'Nama penerima "{value}" (referensi {reference}) tidak punya huruf atau angka yang diterima bank. Perbaiki nama pada rekening {payee}.',
} as const;
