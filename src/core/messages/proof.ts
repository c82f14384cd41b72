export const proofMessages = {
  'proof.text-unreadable':
    'Ini bukan bukti pembayaran yang utuh: tidak terbaca mulai huruf ke-{place}. Bukti dimulai dengan HKP: dan hanya memuat huruf besar, angka dan tanda; pindai atau salin ulang seluruhnya.',
  'proof.text-missing': 'Tidak ada bukti pembayaran di sini: tidak ada baris yang dimulai dengan HKP:.',
  'proof.text-repeated': 'Ada {count} bukti di sini. Periksa satu per satu.',
  'proof.version-unknown':
    'Bukti ini ditulis dalam bentuk versi {version}; program ini hanya mengenal versi 1. Pakai pemeriksa yang lebih baru.',
  'proof.cut': 'Bukti terpotong di byte {bytes}, pada {field}. Pindai atau salin ulang seluruhnya.',
  'proof.trailing-bytes': 'Ada {extra} byte lebih di belakang bukti: bukti ini telah diubah.',
  'proof.field-impossible':
    'Bukti menyebut {field} yang tidak mungkin ada dalam buku: bukti ini telah diubah.',
  'proof.entry-unbalanced':
    'Debit dan kredit dalam bukti tidak sama: jurnal seperti itu tidak ada dalam buku.',
  'proof.anchor-missing':
    'Belum dibandingkan dengan apa pun. Berikan sidik jari yang Anda percaya, misalnya yang tercetak pada daftar penerima yang ditandatangani: --anchor HASH.',
  'proof.anchor-differs':
    'Bukti ini menghasilkan sidik jari {hash} (posisi {position}), bukan sidik jari yang Anda berikan. Bila sidik jarinya memang milik batch ini, bukti ini palsu.',
  'proof.too-long':
    'Bukti ini {characters} karakter; satu QR memuat paling banyak {max}. Tulis ke berkas .txt saja.',
  'proof.memo-too-long': 'Memo jurnal ini {bytes} byte; bukti memuat paling banyak {max}.',
  'proof.batch-unsealed': 'Batch {batch} tidak ada atau belum disegel, jadi belum dapat dibuktikan.',
  'proof.batch-differs':
    'Batch {batch}: isi yang tersimpan tidak menghasilkan sidik jarinya, jadi tidak dapat dibuktikan. Jalankan ledger verify.',
  'proof.chain-differs':
    'Rantai di belakang batch {batch} tidak menghasilkan ujungnya, jadi tidak dapat dibuktikan. Jalankan ledger verify.',
  'proof.entry-unknown': 'Batch {batch} tidak punya jurnal urut {sequence}.',
  'proof.payment-unknown':
    'Kader {kader} tidak punya pembayaran yang sudah dibukukan dalam SPP {request}. Periksa nomor kader atau NIK, nomor SPP, dan apakah SPP sudah dicairkan.',
  'proof.file-unreadable': 'Berkas {path} tidak ada atau tidak dapat dibaca.',
} as const;
