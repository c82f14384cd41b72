export const deductionMessages = {
  'deduction.file-unreadable':
    'Berkas {file} tidak dapat dibaca sebagai kebijakan potongan: penulisan YAML rusak di sekitar baris {line}. Contohnya di config/deductions.',
  'deduction.file-not-text':
    'Berkas {file} bukan berkas teks. Kebijakan potongan ditulis sebagai YAML seperti contoh di config/deductions.',
  'deduction.starts-before-law':
    'Kebijakan potongan berlaku sejak {from}, sebelum dasar hukumnya ditetapkan {decreed}. Perbaiki validFrom atau tanggal dasar hukumnya.',
  'deduction.policy-overlaps':
    'Kebijakan potongan {policy} bertumpang tindih dengan versi {version} ({from} s.d. {to}). Bila memang menggantikannya, sebut versi itu dan alasannya dalam supersedes (versions: [{number}], reason: ...); bila tidak, ubah tanggal berlakunya.',
  'deduction.supersedes-unknown':
    'Kebijakan potongan {policy} menggantikan {version}, tetapi versi itu tidak ada. Periksa supersedes.versions; yang digantikan harus berkode sama.',
  'deduction.supersedes-nothing':
    'Kebijakan potongan {policy} menggantikan {version}, tetapi pada masa berlakunya versi itu tidak berlaku (berlakunya: {days}). Hapus dari supersedes.versions, atau sebut versi yang berlaku waktu itu.',
  'deduction.kind-differs':
    'Kebijakan potongan {policy} sudah tersimpan untuk {before}, berkas ini menulis {after}. Pakai kode lain.',
  'deduction.policy-unknown':
    'Kebijakan potongan {policy} tidak berlaku pada {on}. Impor dahulu dengan deduction-policy import, atau lihat deduction-policy list.',
  'deduction.payer-unknown': 'Pembayar {payer} tidak dikenal. Impor sumber dananya lebih dahulu.',
  'deduction.note-needed':
    'Pilihan kebijakan potongan harus menyebut alasan atau dasarnya. Isi --note, misalnya nomor surat atau berita acara.',
  'deduction.not-chosen':
    'Perlakuan {kind} atas honor yang dibayar {payer} belum dipilih untuk {on}. Pilih dahulu, misalnya: honor deduction-policy choose {policy} --payer {payer} --from {on} --note "DASAR" --by PENGGUNA.',
  'deduction.payer-is-no-nagari':
    'Kebijakan {policy} membebankan iuran pada nagari, tetapi {payer} bukan nagari. Pilih kebijakan lain.',
  'deduction.payer-is-no-office':
    'Kebijakan {policy} membebankan iuran pada {body}, tetapi {body} tidak terdaftar sebagai OPD pembayar. Impor sumber dananya, atau perbaiki rule.payingBody.',
  'deduction.npwp-missing':
    '{kader} ({nik}): status NPWP belum dicatat, padahal tarif pajaknya bergantung padanya. Catat pada lembar fakta potongan, lalu impor.',
  'deduction.grade-missing':
    '{kader} ({nik}): golongan belum dicatat, padahal kebijakan pajaknya menurut golongan. Catat pada lembar fakta potongan, lalu impor, atau pilih kebijakan lain.',
  'deduction.grade-without-rate':
    '{kader} ({nik}): golongan {grade} tidak mempunyai tarif dalam kebijakan pajak yang dipilih. Perbaiki golongannya, atau nyatakan tarifnya (percentByGrade) dalam kebijakan menurut jawaban KPP; golongan PPPK bukan golongan PNS.',
  'deduction.participant-missing':
    '{kader} ({nik}): iuran BPJS tidak boleh dipotong tanpa nomor peserta (KPJ). Daftarkan dia lalu catat KPJ-nya pada lembar fakta potongan.',
  'deduction.exceeds-honor':
    '{kader} ({nik}): potongan {withheld} menghabiskan honor {gross}. Bayarkan bersama bulan lain, atau pilih kebijakan lain.',
  'deduction.changed-since-draft':
    'SPP {number}: potongan {kader} ({nik}) berubah dari {before} menjadi {after} setelah SPP disusun. Kembalikan ke draf bila perlu, susun ulang dengan request draft --number {number}, lalu ajukan lagi.',
  'deduction.kader-unknown':
    'NIK ini tidak ada dalam daftar kader. Impor daftarnya dahulu, atau perbaiki NIK.',
  'deduction.fact-twice':
    'NIK ini sudah ada pada baris lain dengan tanggal berlaku yang sama. Hapus salah satu.',
  'deduction.no-fact': 'Isi setidaknya satu dari NPWP, GOLONGAN, KPJ atau PTKP.',
  'deduction.grade-unknown':
    '{grade} bukan golongan yang dikenal. Yang dikenal: {known}. Benarkan, atau impor dulu kebijakan pajak yang menyebutnya; yang bukan PNS: tulis BUKAN.',
  'deduction.grade-unreadable':
    'Golongan tidak dapat dibaca. Tulis misalnya III/b, TAMTAMA, atau BUKAN bila bukan lagi PNS.',
  'deduction.ptkp-unreadable': 'Status PTKP tidak dapat dibaca. Tulis misalnya TK/0, K/2, atau K/I/1.',
  'deduction.fact-in-future': 'Tanggal berlaku {from} belum tiba; hari ini {today}.',
  'deduction.step-policy': 'Kebijakan {policy} versi {version}, {legalBasis}.',
  'deduction.step-chosen': 'Dipilih pembayar sejak {from}: {note}.',
  'deduction.step-none': 'Tidak dipotong pajak menurut kebijakan ini.',
  'deduction.step-grade': 'Golongan {grade} sejak {from}.',
  'deduction.step-npwp': 'NPWP {state}, menurut catatan sejak {from}.',
  'deduction.step-base': 'Dasar pengenaan {percent}% dari {gross} = {base}.',
  'deduction.step-rate': '{percent}% dari {of} = {tax}.',
  'deduction.step-surcharge': 'Ditambah {percent}% karena tanpa NPWP = {tax}.',
  'deduction.step-rounded-down': '{exact} dibulatkan ke bawah menjadi {tax}.',
  'deduction.step-premium': 'Iuran {month}: JKK {jkk} dan JKM {jkm}.',
  'deduction.step-participant': 'Peserta BPJS nomor {number} sejak {from}.',
  'deduction.step-borne-by': 'Ditanggung {payer}.',
  'remittance.proof-unreadable':
    'Bukti setor {proof} tidak sesuai bentuknya: {expected}. Salin dari bukti penerimaan; bila buktinya memang berbentuk lain, benarkan polanya di config/proofs.yaml.',
  'remittance.in-future': 'Tanggal setor {on} belum tiba; hari ini {today}.',
  'remittance.before-period': 'Tanggal setor {on} mendahului masa {period}. Perbaiki --on atau --period.',
  'remittance.above-owed':
    '{kind} {payer} masa {period}: yang masih harus disetor {owed}, perintah ini {amount}. Setor paling banyak {owed}.',
  'remittance.proof-used':
    'Bukti setor {proof} sudah tercatat untuk {kind} {payer} masa {period} sebesar {amount}, tanggal {on}; perintah ini berisi lain. Satu bukti dicatat sekali.',
} as const;
