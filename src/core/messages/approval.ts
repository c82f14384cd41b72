export const approvalMessages = {
  'approval.file-unreadable':
    'Berkas {file} tidak dapat dibaca: penulisan YAML rusak di sekitar baris {line}. Contohnya di config/approvals.',
  'approval.file-not-text':
    'Berkas {file} bukan berkas teks. Jenjang persetujuan ditulis sebagai YAML seperti contoh di config/approvals.',
  'approval.field-missing': '{path} belum diisi. Isi dengan {expected}.',
  'approval.field-wrong': '{path} berisi {value}, seharusnya {expected}.',
  'approval.field-unknown': '{path} tidak dikenal. Hapus, atau periksa ejaannya.',
  'approval.dates-reversed': 'validTo {to} lebih awal daripada validFrom {from}.',
  'approval.starts-before-law':
    'Jenjang berlaku sejak {from}, sebelum dasar hukumnya ditetapkan {decreed}. Perbaiki tanggalnya.',
  'approval.bands-out-of-order':
    '{path}.from harus lebih besar daripada jenjang sebelumnya ({before}). Urutkan dari jumlah terkecil.',
  'approval.function-twice':
    '{path}: {function} disebut dua kali untuk langkah yang sama. Gabungkan, dan isi people.',
  'approval.higher-asks-less':
    '{path}: jenjang yang lebih tinggi tidak boleh meminta lebih sedikit. Sebut lagi {function} dengan paling sedikit {people} orang.',
  'approval.scope-unknown':
    'Cakupan {scope} bukan wilayah atau OPD yang terdaftar. Periksa scope; wilayah dimuat dengan region import, OPD dengan funding import.',
  'approval.scope-is-no-region': 'Cakupan {scope} adalah OPD; tulis appliesTo: opd, atau sebut kode wilayah.',
  'approval.bands-overlap':
    'Jenjang {scope} bertumpang tindih dengan versi {version} ({from} s.d. {to}). Ubah tanggal berlakunya; versi tanpa batas (validTo: null) ditutup sendiri oleh versi berikutnya.',
  'approval.version-unknown': 'Jenjang {scope} versi {version} tidak ada. Daftarnya: approval-bands list.',
  'approval.signatures-missing':
    'SPP {number}: langkah {step} menunggu tanda tangan {missing}. Minta mereka menjalankan: honor request countersign {number} --as JABATAN --by PENGGUNA.',
  'approval.not-waiting':
    'SPP {number} sudah {state}; tanda tangan tambahan diberikan sesudah diajukan dan sebelum dicairkan.',
  'approval.signature-not-asked':
    'SPP {number}: langkah {step} tidak menunggu tanda tangan {as}. Yang ditunggu: {missing}.',
  'approval.signature-complete': 'SPP {number}: tanda tangan {as} untuk langkah {step} sudah lengkap.',
  'approval.delegation-to-self':
    '{person} tidak dapat melimpahkan kepada diri sendiri. Sebut orang lain dengan --to.',
  'approval.delegation-by-delegate':
    '{person} tidak dapat mencatat pelimpahan kepada dirinya sendiri. Minta pemberi wewenang atau orang lain mencatatnya.',
  'approval.delegation-dates-reversed':
    'Pelimpahan berakhir {to}, sebelum mulai {from}. Perbaiki tanggalnya.',
  'approval.delegation-blank': '{field} tidak boleh kosong. Isi nomor surat tugas dan alasannya.',
  'approval.delegation-twice':
    '{person} sudah melimpahkan langkah ini kepada {delegate} ({from} s.d. {to}, pelimpahan {id}). Cabut dahulu dengan delegation revoke {id}.',
  'approval.delegation-chain':
    '{person} bertindak untuk {principal} ({from} s.d. {to}, pelimpahan {id}) dan tidak dapat melimpahkannya lagi.',
  'approval.delegate-is-away':
    '{person} sendiri melimpahkan langkah ini kepada {delegate} ({from} s.d. {to}, pelimpahan {id}). Tunjuk orang lain.',
  'approval.delegation-unknown': 'Pelimpahan {id} tidak ada. Daftarnya: delegation list.',
  'approval.delegation-revoked-already': 'Pelimpahan {id} sudah dicabut {person}.',
  'approval.no-delegation':
    '{person} tidak mempunyai pelimpahan dari {principal} untuk {step} pada pembayar {payer}. Catat dahulu dengan delegation add.',
  'approval.delegation-revoked': 'Pelimpahan dari {principal} kepada {person} untuk {step} sudah dicabut.',
  'approval.delegation-not-today':
    'Pelimpahan {principal} kepada {person} untuk {step} berlaku {from} s.d. {to}; hari ini {today}.',
} as const;
