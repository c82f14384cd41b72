export const referralMessages = {
  'referral.posyandu-unknown':
    'Posyandu {posyandu} tidak terdaftar. Tulis nomor registrasinya, misalnya 13.10.04.2001.001.',
  'referral.kader-unknown': 'Kader dengan NIK {nik} tidak ada di daftar. Periksa NIK-nya.',
  'referral.subject-unknown':
    '{subject} bukan layanan bidang {bidang}. Pilihannya: {choices}. Tambah lewat honor activity-type import.',
  'referral.bidang-unknown': '{value} bukan bidang SPM. Pilihannya: {choices}.',
  'referral.count-zero': 'Jumlah rujukan paling sedikit 1. Tulis berapa yang dirujuk.',
  'referral.description-blank': 'Uraian belum diisi. Tulis apa yang dirujuk, tanpa nama dan nomor orang.',
  'referral.personal-number':
    'Ada deretan 16 angka seperti NIK atau KK. Data orang tidak dicatat di sini; hapus nomornya.',
  'referral.recorded-otherwise':
    'Rujukan ini sudah tercatat (nomor {referral}): {count} kasus, {description}. Yang tercatat tidak diubah; samakan barisnya.',
  'referral.twice': 'Rujukan yang sama sudah ditulis pada {first}. Gabungkan jumlahnya di satu baris.',
  'referral.activity-verified':
    'Kegiatan rujukan {posyandu} {date} sudah diverifikasi tanpa {name}; rujukan tidak dapat ditambahkan.',
  'referral.unknown': 'Rujukan nomor {referral} tidak ada. Lihat honor referral list.',
  'referral.answer-own':
    'Rujukan {referral} Anda catat sendiri. Jawaban harus dicatat orang lain dari {opd}.',
  'referral.answer-closed':
    'Rujukan {referral} sudah dijawab {answer} pada {on}; jawaban itu tetap dan tidak dapat ditambah.',
  'referral.answer-before': 'Jawaban {on} mendahului {what} {earlier}. Benarkan tanggalnya.',
  'referral.answer-in-future': 'Tanggal jawaban {on} belum tiba; hari ini {today}.',
  'referral.answer-blank': 'Isi jawaban belum ditulis. Tulis apa yang dilakukan OPD.',
  'referral.opd-unknown': 'Tidak ada OPD berkode {opd}. Lihat honor bidang-opd list.',
  'holiday.other-year': '{path}: {day} bukan hari pada tahun {year}. Satu berkas hanya untuk satu tahun.',
} as const;
