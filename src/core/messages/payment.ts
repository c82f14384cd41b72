export const paymentMessages = {
  'payment.request-unknown': 'Permintaan pembayaran {request} tidak ada.',
  'payment.payer-unknown': 'Pembayar {payer} tidak dikenal. Impor sumber dananya lebih dahulu.',
  'payment.nothing-payable':
    'Tidak ada hak honor yang terhitung atas beban {payer} untuk {months}. Hitung honor lebih dahulu.',
  'payment.held-elsewhere':
    'Hak honor atas beban {payer} untuk {months} sudah ada dalam SPP {numbers}. Lanjutkan SPP itu; bila masih draf, susun ulang dengan request draft --number NOMOR atau batalkan dengan request cancel NOMOR.',
  'payment.number-exists': 'Nomor SPP {number} sudah dipakai.',
  'payment.wrong-state':
    'SPP {number} sudah {state}; langkah {step} tidak dapat dilakukan sekarang. Langkah berikutnya: {next}.',
  'payment.delegation-by-a-hand':
    'Pelimpahan {delegation} dicatat {recorder}, yang sendiri memegang peran lain di SPP {number}: pemegang peran tidak menunjuk pemegang peran yang lain. Cabut dengan delegation revoke {delegation}, lalu minta yang berhalangan sendiri, atau orang di luar SPP ini, mencatatnya kembali.',
  'payment.same-person':
    'SPP {number}: {person} sudah bertindak sebagai {role}; langkah {step} harus dilakukan orang lain.',
  'payment.account-changer':
    'SPP {number}: {person} mencatat rekening {kader}; langkah {step} harus dilakukan orang lain.',
  'payment.signer-recorded-account':
    'SPP {number}: {role} mencatat rekening {kader} sesudah bertindak dalam SPP ini. Kembalikan ke draf dengan request reject, lalu ajukan lagi dengan orang lain.',
  'payment.account-missing':
    '{kader} ({nik}) belum mempunyai rekening. Lengkapi rekeningnya, lalu masukkan ke SPP berikutnya.',
  'payment.account-pending':
    'Perubahan rekening {kader} ({nik}) belum dikonfirmasi orang kedua. Minta orang lain mengonfirmasinya, dengan empat angka terakhir rekening itu.',
  'payment.claim-differs':
    '{kader} ({nik}): diminta {claimed}, haknya {entitled} ({ratio} kali). Perbaiki daftar permintaan.',
  'payment.claim-not-entitled':
    '{kader} ({nik}): diminta {claimed}, tetapi tidak ada hak dalam permintaan ini.',
  'payment.claim-left-out': '{kader} ({nik}): berhak {entitled}, tetapi tidak ada dalam daftar permintaan.',
  'payment.claim-months-unreadable':
    'Bulan tidak dapat dibaca. Tulis misalnya Juli-September 2026 atau 2026-07..2026-09.',
  'payment.claim-months-differ':
    '{kader} ({nik}): daftar permintaan menulis {claimed}, SPP ini untuk {requested}.',
  'payment.claim-twice': '{kader} ({nik}) muncul dua kali dalam daftar permintaan. Hapus salah satu.',
  'payment.deceased':
    '{kader} ({nik}) tercatat meninggal {deceasedOn}; haknya dibayarkan kepada ahli waris. Catat ahli warisnya, minta orang lain mengonfirmasi, lalu masukkan ke SPP berikutnya.',
  'payment.heir-unconfirmed':
    'Ahli waris {kader} ({nik}), {heir}, belum dikonfirmasi orang kedua. Minta orang lain mengonfirmasinya, dengan empat angka terakhir rekening ahli waris itu.',
  'payment.heir-death-differs':
    'Ahli waris {kader} ({nik}), {heir}, dicatat untuk kematian {proof}, daftar kader menyebut {deceasedOn}. Catat ahli warisnya lagi dengan bukti yang sama tanggalnya.',
  'payment.account-changed-since-approval':
    'SPP {number}: rekening {kader} ({nik}) berganti sesudah pembayarannya disiapkan. Kembalikan ke draf dengan request reject, lalu ajukan lagi.',
  'payment.correction-outweighs':
    '{kader} ({nik}): koreksi melebihi haknya sebesar {excess} pada sumber dananya. Diperhitungkan setelah ada hak berikutnya.',
  'payment.paid-elsewhere':
    '{kader} ({nik}): {owed} untuk {months} menunggu, karena bulan itu sudah dibayar dalam SPP {requests}; bersama itu melebihi haknya. Bereskan dulu kelebihan bayarnya pada pembayar SPP itu dengan: honor overpayment open, lalu susun SPP lagi.',
  'payment.corrected-since-draft':
    'SPP {number}: hak {kader} ({nik}) dikoreksi {correction} setelah SPP disusun. Kembalikan ke draf bila perlu, susun ulang dengan request draft --number {number}, lalu ajukan lagi.',
  'payment.calculation-outdated':
    'SPP {number}: data {kader} ({nik}) berubah sesudah honornya dihitung. Jalankan honor calculate lagi, lalu susun ulang SPP ini.',
  'payment.account-returned':
    'Transfer terakhir ke rekening {kader} ({nik}) diretur bank. Perbaiki rekeningnya; bila rekeningnya benar, susun SPP yang membayar lagi transfer yang diretur.',
  'payment.number-blank':
    'Nomor SPP tidak boleh kosong. Isi nomornya, atau hilangkan --number supaya dibuatkan.',
  'payment.not-the-preparer':
    'SPP {number} disusun {preparer}; hanya penyusunnya yang dapat mengubah atau mengajukannya.',
  'payment.changed-since-draft':
    'SPP {number}: {kader} ({nik}) tidak lagi dapat dibayar: {reason} Kembalikan ke draf bila perlu, susun ulang dengan request draft --number {number}, lalu ajukan lagi.',
  'payment.reason-needed': 'Penolakan atau pembatalan harus disertai alasan.',
  'payment.result-unknown-reference': 'Nomor referensi {reference} tidak ada pada SPP {number}.',
  'payment.result-amount-differs': 'Referensi {reference} bernilai {found}, seharusnya {expected}.',
  'payment.result-status-unreadable': 'Status tidak dikenal; tulis BERHASIL atau GAGAL.',
  'payment.result-twice': 'Referensi {reference} muncul dua kali dalam berkas.',
  'payment.result-contradicts': 'Referensi {reference} sudah tercatat {before}; berkas ini menyatakan lain.',
  'payment.changed-since-seen':
    'SPP {number} sudah berubah sejak terakhir dilihat. Muat lagi, periksa, lalu ulangi.',
  'payment.exported-too-early':
    'SPP {number} berstatus {state}; berkas pembayaran baru dapat dibuat setelah dicairkan.',
} as const;
