/** What reports say. Not only errors: also why money is where it is, and what to do about it. */
export const reportMessages = {
  'report.kader-unknown':
    'Kader {kader} tidak ada dalam daftar. Periksa NIK atau nomornya, atau impor daftar kader lebih dahulu.',
  'report.day-unreadable': 'Tanggal {value} tidak dapat dibaca. Tulis misalnya 2026-10-05.',
  'report.day-to-come': 'Tanggal {value} belum tiba; hari ini {today}. Pilih hari ini atau sebelumnya.',
  'report.year-unreadable': 'Tulis tahun anggaran dengan empat angka, misalnya 2026, bukan {value}.',
  'report.days-unreadable': 'Tulis jumlah hari dengan bilangan bulat, misalnya 60, bukan {value}.',
  'report.file-unknown': 'Nama berkas {file} harus berakhir dengan .xlsx atau .pdf.',
  'report.posyandu-unknown':
    'Posyandu {posyandu} tidak ada di {region}. Tulis nama atau nomor registrasinya.',
  'report.no-budget': 'Belum ada sumber dana tahun {year}. Impor lebih dahulu dengan honor funding import.',
  'report.no-lines': 'Tidak ada sumber dana untuk pembayar {payer} tahun {year}. Periksa kode dan tahunnya.',

  'report.paid': 'Lunas: {amount} masuk ke rekening {account} pada {paidOn}.',
  'report.paid-late':
    'Lunas: {amount}, dengan rapel; pembayaran terakhir masuk ke rekening {account} pada {paidOn}.',
  'report.sent': '{amount} dikirim ke rekening {account} pada {sentOn}; bank belum menjawab.',
  'report.unpaid': 'Belum dibayar: {amount}. {reason}',
  'report.partly-unpaid': 'Baru dibayar {paid} dari {amount}; kurang {owed}. {reason}',
  'report.overpaid': 'Haknya {amount}, sudah dibayar {paid}: kelebihan {excess} belum diperhitungkan.',
  'report.withdrawn': 'Hak bulan ini dicabut seluruhnya sesudah dihitung. {reason}',
  'report.no-honor': 'Tidak ada honor. {reason}',
  'report.not-calculated':
    'Belum pernah dihitung: {month} belum termasuk perhitungan honor mana pun untuk {nagari}.',
  'report.calculated-without-her':
    'Belum dihitung: waktu honor {month} dihitung pada {calculatedOn}, ia belum ada dalam daftar {nagari}.',
  'report.december-not-yet':
    'Bulan {month} belum berakhir; menurut kebijakannya boleh dihitung dan dibayar mulai {from} ({basis}).',
  'report.month-not-over': 'Bulan {month} belum berakhir; honornya baru dihitung sesudah bulan itu dijalani.',

  'report.held-returned': 'Transfer ke rekening {account} dikembalikan bank pada {returnedOn}: {note}.',
  'report.held-no-account': 'Belum ada rekening untuk menerima honor.',
  'report.held-account-pending':
    'Perubahan ke rekening {account}, dicatat {recordedBy}, belum dikonfirmasi orang kedua.',
  'report.held-deceased': 'Tercatat meninggal {deceasedOn}; haknya menunggu ahli waris yang tercatat.',
  'report.held-heir-unconfirmed':
    'Meninggal {deceasedOn}; ahli warisnya {heir}, dicatat {recordedBy}, belum dikonfirmasi orang kedua.',
  'report.held-heir-death-differs':
    'Meninggal {deceasedOn} menurut daftar kader, {proof} menurut bukti ahli warisnya {heir}.',
  'report.held-waits': 'Ada dalam SPP {number}, {state} sejak {since}; menunggu langkah {step}.',
  'report.held-budget-short':
    'Terutang, belum ada dana: pagu {source} tersisa {available}, yang belum diajukan {needed}. Untuk honor ini kurang {missing}; pagunya terlampaui sejak {since}.',
  'report.held-prior-year':
    'Utang tahun anggaran {year}: tahun itu sudah ditutup atas {source}. Haknya tetap dan dibayar dari anggaran tahun berikutnya.',
  'report.held-not-requested': 'Sudah dihitung, tetapi belum masuk SPP mana pun.',
  'report.held-correction': 'Koreksi turun yang belum diperhitungkan dengan hak berikutnya.',
  'report.held-paid-later': 'Dibayar sesudah tanggal laporan: {paidOn}, SPP {number}.',

  'report.todo-fix-account':
    'Perbaiki rekeningnya pada daftar kader; bila rekeningnya benar, susun SPP dengan honor request draft --payer {payer} --months {month} --retry-returned.',
  'report.todo-add-account': 'Isi bank, nomor dan nama rekening pada daftar kader, lalu honor roster import.',
  'report.todo-confirm-account':
    'Orang selain {recordedBy} menjalankan honor roster confirm-account {kader} --account {lastDigits}.',
  'report.todo-heir':
    'Catat ahli waris, bukti dan rekeningnya dengan honor roster heir record {kader}; orang lain mengonfirmasinya.',
  'report.todo-heir-of-before':
    'Hitung ulang honornya; haknya sampai hari meninggal menjadi utang, dibayarkan kepada ahli waris yang tercatat.',
  'report.todo-confirm-heir':
    'Orang selain {recordedBy} menjalankan honor roster heir confirm {kader} --account {lastDigits}, dengan --name dan --relation menurut bukti aslinya.',
  'report.todo-heir-again':
    'Samakan tanggal meninggalnya pada daftar kader dengan akta kematian, lalu catat lagi: honor roster heir record {kader}.',
  'report.todo-none-deceased':
    'Tidak ada, kecuali tanggal meninggalnya keliru: perbaiki pada daftar kader, lalu hitung ulang.',
  'report.todo-step': 'Jalankan honor request {command} {number}.',
  'report.todo-bank': 'Ambil jawaban bank, lalu jalankan honor disbursement reconcile {number} BERKAS.',
  'report.todo-budget':
    'Ajukan tambahan pagu (APB perubahan), catat dengan honor funding revise, atau pindahkan ke sumber lain dalam kebijakan.',
  'report.todo-prior-year':
    'Anggarkan utang itu dan tandai barisnya dengan honor funding mark-prior-year, lalu jalankan honor request draft --prior-year --payer {payer} --months {month} --line SUMBER/{next} --basis NOMOR --basis-date TANGGAL --basis-title JUDUL.',
  'report.todo-request': 'Jalankan honor request draft --payer {payer} --months {month}.',
  'report.todo-correction': 'Diperhitungkan dengan hak berikutnya pada sumber dana yang sama.',
  'report.todo-calculate': 'Jalankan honor calculate --region {nagari} --months {month}.',
  'report.todo-recalculate':
    'Data berubah sesudah dihitung. Jalankan honor calculate --region {nagari} --months {month}.',
  'report.todo-wait-until': 'Tunggu sampai {from}, lalu hitung {month}.',
  'report.todo-wait': 'Tunggu bulan {month} berakhir.',
  'report.todo-sk': 'Lengkapi SK pengangkatan pada daftar kader, lalu honor roster import dan hitung ulang.',
  'report.todo-next-month': 'Tidak ada; haknya mulai bulan berikutnya yang dijalani sejak tanggal 1.',
  'report.todo-none-ended':
    'Tidak ada, kecuali tanggal berhentinya keliru: perbaiki pada daftar kader, lalu hitung ulang.',
  'report.todo-none-pseudonymised':
    'Tidak ada. Bila ia masih kader, catat ia dengan NIK-nya pada daftar kader sebagai kader baru.',
  'report.todo-recorded-too-late':
    'Periksa pada buku lama apakah honor bulan itu sudah dibayar. Sistem ini tidak menghitungnya lagi.',
  'report.todo-none-started':
    'Tidak ada, kecuali ada SK yang lebih awal: lengkapi pada daftar kader, lalu hitung ulang.',
  'report.todo-activity':
    'Catat kegiatan yang belum dicatat; orang lain memverifikasinya dengan honor activity verify --region {nagari} --month {month}, lalu hitung ulang.',
  'report.todo-elsewhere':
    'Lengkapi kebijakan dan sumber dana nagari tempat ia bertugas, lalu hitung ulang: honor calculate --region {nagari} --months {month}.',
  'report.todo-left-out':
    'Bila SK atau tanggal berhentinya keliru, benarkan lewat impor daftar kader lalu hitung ulang; bila kehadirannya yang keliru, laporkan kepada verifikator.',
  'report.todo-moved': 'Hitung ulang bulan itu; bulan pindah sekarang dibagi menurut aturan.',
  'report.todo-tier':
    'Isi tingkatan beserta sertifikatnya pada daftar kader, lalu honor roster import dan hitung ulang.',
  'report.todo-by-rule':
    'Tidak ada, karena begitu aturannya. Bila aturannya keliru, terbitkan versi kebijakan yang baru, lalu hitung ulang.',
  'report.check-no-opd':
    'Bidang {bidang} punya {count} kader di {nagari} nagari, tetapi OPD penanggung jawabnya belum dicatat (honor bidang-opd import).',
  'report.check-bidang-not-started':
    '{count} kader bidang {bidang} sudah diangkat, tetapi bidangnya {when} di sini: belum ada honor (honor bidang start import).',
  'report.check-referral-overdue':
    'Rujukan {referral} ({subject}, {count} kasus) belum dijawab {opd}; batasnya {due}.',
  'report.todo-bidang-start':
    'Tetapkan bulan mulai bidang itu di nagarinya, lalu honor bidang start import dan hitung ulang.',
  'report.todo-other': 'Mintalah penjelasan, perbaiki datanya, lalu hitung ulang.',

  'report.check-no-sk': '{kader} tidak tercantum dalam SK mana pun.',
  'report.check-sk-ended': 'SK {sk} untuk {kader} sudah berakhir {endedOn} dan belum ada penggantinya.',
  'report.check-sk-ending': 'SK {sk} untuk {kader} berakhir {endsOn}, {days} hari lagi.',
  'report.check-person-twice': '{kader} bernama dan lahir sama dengan {other}; mungkin satu orang.',
  'report.check-no-kader': 'Posyandu {posyandu} tidak mempunyai kader aktif.',
  'report.check-role-missing': 'Posyandu {posyandu} tidak mempunyai {role}.',
  'report.check-few-kader': 'Posyandu {posyandu} hanya mempunyai {count} kader aktif; lazimnya {usual}.',
  'report.check-many-kader': 'Posyandu {posyandu} mempunyai {count} kader aktif; lazimnya {usual}.',
  'report.check-no-account': '{kader} belum mempunyai rekening.',
  'report.check-no-heir':
    '{kader} meninggal {deceasedOn} dan masih berhak {owed}; ahli warisnya belum tercatat.',
  'report.check-heir-unconfirmed':
    '{kader} meninggal {deceasedOn} dan masih berhak {owed}; ahli warisnya {heir} belum dikonfirmasi orang kedua.',
  'report.check-heir-death-differs':
    '{kader} masih berhak {owed}: meninggal {deceasedOn} menurut daftar kader, {proof} menurut bukti ahli warisnya {heir}.',
  'report.check-account-pending': 'Perubahan rekening {kader} belum dikonfirmasi orang kedua.',
  'report.check-account-returned': 'Transfer terakhir ke rekening {kader} diretur bank: {note}.',
  'report.check-no-activity': 'Posyandu {posyandu} tidak mencatat kegiatan pada {month}.',
  'report.check-unverified': 'Kegiatan {kind} Posyandu {posyandu} {heldOn} belum diverifikasi.',
  'report.check-attendance':
    'Kegiatan {kind} Posyandu {posyandu} {heldOn} dihadiri {count} kader, padahal kader aktifnya {active}.',
  'report.check-no-policy': 'Tidak ada kebijakan honor yang berlaku di Nagari {nagari}.',
  'report.check-no-budget': 'Nagari {nagari} tidak mempunyai sumber dana tahun {year}.',
  'report.check-ceiling-short':
    'Pagu {source} hanya cukup sampai sebelum {month}; kurang {missing} sampai Desember.',
} as const;
