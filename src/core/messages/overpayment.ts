export const overpaymentMessages = {
  'overpayment.set-aside':
    '{kader} ({nik}): koreksi {excess} untuk {months} yang sudah atau sedang dibayar tidak dipotong begitu saja dari haknya yang lain. Bila sudah dibayar, buka kelebihan bayarnya dengan: honor overpayment open {payer} --kader NIK, lalu sepakati cicilannya; bila SPP bulan itu masih berjalan, kembalikan dan susun ulang SPP itu.',
  'overpayment.transfer-first':
    '{kader} ({nik}): {owed} untuk {months} belum dapat dibayar dalam SPP ini, karena honor bulan itu pindah sumber dana sesudah dibayar. Bila sudah dibayar, pindahkan dahulu bebannya dengan: honor overpayment transfer {payer}, lalu susun SPP lagi; bila SPP bulan itu masih berjalan, kembalikan dan susun ulang SPP itu.',
  'overpayment.transfer-no-room':
    '{kader} ({nik}), {month} {component}: {amount} yang sudah dibayar pindah sumber dana, tetapi pagu {source} kurang {missing}. Beban itu tetap tercatat pada {source} tanpa pagu, dan kader tidak berutang apa pun. Naikkan pagunya menurut perubahan anggaran dengan: honor funding revise, lalu jalankan lagi: honor overpayment transfer {payer}.',
  'overpayment.nothing-to-transfer':
    'Pada {payer} tidak ada honor yang pindah sumber dana sesudah dibayar. Periksa dengan: honor overpayment list. Bulan yang SPP-nya masih berjalan atau belum dijawab bank belum dihitung.',
  'overpayment.none-found':
    'Tidak ada kelebihan bayar baru pada {payer}. Periksa dengan: honor overpayment list. Bulan yang SPP-nya masih berjalan atau belum dijawab bank belum dihitung.',
  'overpayment.payer-unknown': 'Pembayar {payer} tidak dikenal. Periksa kode nagari atau OPD-nya.',
  'overpayment.unknown':
    'Kasus kelebihan bayar {number} tidak ada. Lihat nomornya dengan: honor overpayment list.',
  'overpayment.changed-since-seen':
    'Kasus {number} berubah sejak terakhir dilihat, jadi tidak ada yang dilakukan. Lihat lagi, periksa, lalu ulangi bila masih benar.',
  'overpayment.plan-differs':
    'Rencana {number} yang menunggu pengesahan adalah {waiting} ({document}); Anda menulis {seen}. Cocokkan dengan surat yang ditandatangani kader dan dengan honor overpayment show, lalu tulis apa yang Anda lihat.',
  'overpayment.document-missing':
    'Kesanggupan mencicil untuk {number} harus menyebut surat yang ditandatangani kader. Isi --document.',
  'overpayment.instalment-above-rest':
    'Cicilan {instalment} lebih besar daripada sisa {rest} pada kasus {number}. Tulis cicilan paling besar {rest}.',
  'overpayment.set-off-beyond-year':
    '{amount} dari cicilan {number} jatuh di luar tahun anggaran {year}. Honor tahun lain dibayar dari pagu tahun itu, jadi cicilan itu tidak akan terpotong. Perbesar cicilannya sehingga lunas dalam tahun anggaran {year}, atau tulis --mode cash supaya disetor tunai.',
  'overpayment.nothing-owed':
    'Kasus {number} tidak menyisakan apa pun yang dapat dicicil: sisanya {rest}, dan {held} di antaranya sudah dipotong dalam SPP yang masih berjalan.',
  'overpayment.no-plan-waiting':
    'Kasus {number} tidak mempunyai rencana cicilan yang menunggu orang kedua. Buat dulu dengan: honor overpayment agree {number}.',
  'overpayment.same-person': 'Rencana cicilan {number} dicatat {person}; yang mengesahkan harus orang lain.',
  'overpayment.receipt-missing': 'Pengembalian untuk {number} harus menyebut nomor kuitansi. Isi --receipt.',
  'overpayment.receipt-in-future':
    'Tanggal pengembalian {on} untuk {number} belum tiba; hari ini {today}. Perbaiki --on.',
  'overpayment.receipt-above-rest':
    'Pengembalian {amount} lebih besar daripada yang masih dapat dikembalikan pada kasus {number}: {owed} (sisa {rest}, {held} di antaranya sudah dipotong dalam SPP yang masih berjalan). Catat paling banyak {owed}.',
  'overpayment.receipt-differs':
    'Kuitansi {receipt} sudah tercatat untuk kasus {before}; perintah ini menulis {after}. Periksa nomor kuitansinya.',
} as const;
