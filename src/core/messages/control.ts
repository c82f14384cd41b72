export const controlMessages = {
  'control.month-outside-decree':
    '{kader} ({nik}): {month} tidak tercakup {basis}, yang berlaku {from} s.d. {to}. Keluarkan bulan itu dari SPP; honor tidak dibayar surut sebelum dasar tarifnya berlaku.',
  'control.sk-signed-later':
    '{kader} ({nik}): {sk} baru ditandatangani {signed}, padahal membayar {months}. Jelaskan dasar berlaku surutnya, dan lampirkan bukti tugasnya.',
  'control.amount-above-rate':
    '{kader} ({nik}): {component} {month} sebesar {amount}, tarifnya {rate} sebulan ({ratio} kali). Hitung ulang honornya, lalu susun ulang SPP.',
  'control.amount-jumped':
    '{kader} ({nik}): {component} {amount} sebulan, periode sebelumnya {before} ({ratio} kali). Jelaskan sebab kenaikannya.',
  'control.amount-far-from-others':
    '{kader} ({nik}): {component} {amount} sebulan, nilai tengah {people} kader lain {middle} ({ratio} kali). Jelaskan sebab perbedaannya.',
  'control.idle':
    '{kader} ({nik}): tidak ada kegiatan {idle} bulan berturut-turut ({months}), padahal posyandunya {posyandu} melapor. Jelaskan, atau akhiri SK-nya.',
  'control.nik-impossible':
    '{kader} ({nik}): NIK tidak mungkin miliknya. {reason} Periksa KTP, perbaiki daftar kader, lalu susun ulang SPP.',
  'control.nik-not-sixteen': 'NIK harus terdiri atas 16 angka.',
  'control.nik-shared':
    '{kader} ({nik}): NIK yang sama dipakai {other} di {place}. Periksa KTP keduanya, lalu hapus yang keliru.',
  'control.account-shared':
    '{kader} ({nik}): rekening {account} juga rekening {other} ({place}). Minta rekening atas nama masing-masing.',
  'control.same-person':
    '{kader} ({nik}) mirip {other} ({otherNik}) di {place}: nama dan tanggal lahir sama {score} persen. Pastikan dua orang berbeda, tulis buktinya (misalnya KTP).',
  'control.not-in-sk':
    '{kader} ({nik}): tidak ada dalam SK mana pun, SPP ini membayar {months}. Keluarkan dari SPP, atau catat SK yang sah pada daftar kader.',
  'control.after-end':
    '{kader} ({nik}): {months} tidak tercakup SK; {sk} berlaku {from} s.d. {to}. Keluarkan bulan itu dari SPP, atau catat SK yang sah pada daftar kader.',
  'control.no-activity':
    '{kader} ({nik}): tidak tercatat hadir pada {months}, padahal posyandunya {posyandu} melapor. Periksa daftar hadirnya, atau jelaskan tugas yang ia kerjakan.',
  'control.deceased': '{kader} ({nik}) tercatat meninggal {deceasedOn}, SPP ini membayar {months}. {reason}',
  'control.deceased-without-heir':
    'Keluarkan dari SPP; haknya dibayarkan kepada ahli waris, sesudah dicatat dan dikonfirmasi orang lain.',
  'control.deceased-later-month':
    'Tidak ada hak untuk bulan sesudah ia meninggal. Hitung ulang honornya, lalu susun ulang SPP.',
  'control.headcount-over':
    '{requests} membayar {people} kader untuk {months}, sedangkan {basis} menetapkan {limit} untuk {payer}. Jangan dibagi rata: ajukan revisi DPA, atau bayar hanya yang ditetapkan.',
  'control.budget-short':
    '{source}: diminta {asked}, tersedia {available}, kurang {short}. Jangan dibagi rata: ajukan revisi pagu, atau kurangi bulan yang dibayar.',
  'control.net-differs':
    '{kader} ({nik}): pembayaran disiapkan {prepared}, seharusnya {net} (honor {gross} dikurangi potongan {deductions}). Tolak SPP, lalu susun ulang.',
  'control.deduction-without-basis':
    '{kader} ({nik}): potongan {kind} {amount} tidak mempunyai dasar hukum. Hapus potongan itu; selain pajak dan iuran yang ditetapkan tidak boleh dipotong.',
  'control.account-not-hers':
    '{kader} ({nik}): rekening {account} tercatat atas nama {holder} (kemiripan {score} persen). Bayar ke rekeningnya sendiri, atau jelaskan bukti bahwa rekening itu miliknya.',
  'control.older-months-unpaid':
    '{people} kader masih mempunyai honor {months} sebesar {amount} yang belum dimasukkan ke SPP mana pun, sedangkan SPP ini membayar bulan sesudahnya. Dahulukan yang lama, atau jelaskan.',
  'control.paid-twice':
    '{kader} ({nik}): {component} {month} sudah {paid} dalam {requests} ({payers}); bersama SPP ini {total}, haknya {entitled}. Keluarkan dari salah satu.',
  'control.second-honor':
    '{kader} ({nik}) menerima {what} dari {body} sejak {from}. Pastikan boleh menerima keduanya, lalu tulis dasarnya.',
  'control.off-the-books':
    'SPP {number} tidak terikat pada {what}. Setiap pembayaran harus bernomor SPP dan keluar dari rekening kas.',
  'control.same-hand':
    'SPP {number}: {person} tercatat sebagai {parts}. Kembalikan ke draf; tiap langkah harus diambil orang berbeda.',
  'control.account-hand':
    'SPP {number}: {person} mencatat rekening {kader} dan juga menjadi {part}. Langkah itu harus diambil orang lain.',
  'control.split-below-band':
    'SPP {number} sebesar {gross}, bersama {requests} menjadi {total}: jumlah itu mencapai jenjang mulai {band}, yang meminta {signatures}. Satukan SPP-nya, atau jelaskan mengapa dipisah.',
  'control.event-twice':
    '{posyandu}: {kind} {date} tercatat {times} kali. Satu kegiatan dihitung satu kali; hapus yang ganda.',
  'control.too-many-events':
    '{posyandu}: {count} kali {kind} dalam {month}, lebih dari {max} yang mungkin. Periksa daftar kegiatannya, atau jelaskan.',
  'control.counted-more-than-held':
    '{kader} ({nik}): {component} {month} menghitung {counted} {activities}, yang tercatat diikutinya {held}. Hitung ulang honornya, lalu susun ulang SPP.',
  'control.report-missing':
    'Posyandu {posyandu} belum mempunyai laporan kegiatan terverifikasi untuk {months} ({people} kader dibayar). Minta laporannya, atau jelaskan mengapa tetap dibayar.',
  'control.year-end-near':
    'Tinggal {days} hari sebelum tahun anggaran {year} ditutup. Pastikan pencairan selesai sebelum 31 Desember, lalu tulis rencananya.',
  'control.prior-year':
    'SPP membayar utang tahun lalu ({months}) dari {source} atas dasar {basis}. Cocokkan dengan anggaran dan dasar aslinya, lalu tulis hasilnya.',
  'control.above-ceiling':
    '{component} {rate} {per} ({people} kader, {month}), melebihi {limit} menurut {basis}. Turunkan tarifnya, atau ajukan perubahan standar harga.',
  'control.ceiling-unknown':
    '{component} ({month}) tidak ada dalam standar harga satuan yang tercatat untuk wilayah {scope}. Catat standar itu, atau jelaskan dasarnya.',
  'control.contribution-without-number':
    '{kader} ({nik}): iuran {kind} {amount} dipotong tanpa nomor peserta. Isi nomor pesertanya, atau hapus potongan itu.',
  'control.paid-outside-sk':
    '{kader} ({nik}) pernah dibayar {amount} untuk {months} ({requests}), padahal tidak tercakup SK. Catat sebagai kelebihan bayar dan tagih kembali, atau jelaskan.',
  'control.overpayment-without-plan':
    '{kader} ({nik}) masih harus mengembalikan {amount} (kelebihan bayar {case}) dan belum menandatangani rencana cicilan. Minta surat kesanggupannya lalu catat, terima tunai, atau jelaskan.',
  'control.overpayment-plan-unconfirmed':
    '{kader} ({nik}) masih harus mengembalikan {amount} (kelebihan bayar {case}); rencana cicilannya belum disahkan orang kedua. Sahkan rencana itu, atau jelaskan.',
  'control.overpayment-overdue':
    '{kader} ({nik}): cicilan {months} sebesar {amount} (kelebihan bayar {case}) sudah lewat dan belum diterima. Tagih dan catat penerimaannya, sepakati rencana baru, atau jelaskan.',
  'control.set-off-not-taken':
    '{kader} ({nik}): cicilan {months} sebesar {amount} (kelebihan bayar {case}) disepakati dipotong dari {sources}, tetapi SPP ini tidak memotongnya. Kembalikan ke draf, lalu susun ulang SPP.',
  'control.answer-needed':
    'Temuan {finding}: {sentence} Jawab dengan: honor control answer {number} {finding}.',
  'control.answer-blank': 'Jawaban temuan harus ditulis. Isi --text.',
  'control.answer-own':
    'Temuan {finding} dijawab {person}; langkah ini menerima jawabannya, jadi harus diambil orang lain.',
  'control.finding-unknown':
    'SPP {number} tidak mempunyai temuan {finding}. Lihat: honor control list {number}.',
  'control.finding-blocks':
    'Temuan {finding} SPP {number} menghentikan pembayaran dan tidak dapat dijawab. Perbaiki penyebabnya, lalu jalankan lagi.',
  'control.setting-not-allowed': 'Isian {path} tidak boleh "{value}". Yang boleh: {allowed}.',
  'control.field-missing': 'Isian {path} belum ada. Isi dengan {expected}.',
  'control.field-wrong': 'Isian {path} berisi {value}; seharusnya {expected}.',
  'control.field-unknown': 'Isian {path} tidak dikenal. Hapus, atau periksa ejaannya.',
  'control.file-unreadable':
    'Berkas {file} tidak dapat dibaca pada baris {line}. Periksa spasi dan titik duanya.',
  'control.file-not-text': 'Berkas {file} bukan teks. Simpan sebagai YAML.',
  'control.ceiling-dates-reversed': 'Isian {path}: berlaku sampai {to} lebih dahulu daripada mulai {from}.',
  'control.ceiling-overlaps':
    'Batas {what} sudah tercatat untuk {from} s.d. {to} menurut {basis}. Akhiri dulu yang lama, atau perbaiki tanggalnya.',
  'control.scope-unknown': 'Wilayah atau pembayar {scope} tidak terdaftar.',
  'control.kader-unknown': 'Kader dengan NIK {nik} tidak terdaftar.',
  'control.declaration-blank': 'Isi {field}; keterangan honor lain tidak boleh kosong.',
  'control.declaration-dates-reversed': 'Honor lain tidak dapat berakhir {to} sebelum mulai {from}.',
} as const;
