export const regionMessages = {
  'region.code-shape': 'Kode wilayah {code} tidak benar. Bentuknya 13, 13.10, 13.10.04 atau 13.10.04.2001.',
  'region.code-outside-parent': 'Kode {code} tidak berada di bawah {parent}. Periksa kode wilayahnya.',
  'region.name-differs':
    'Kode {code} bernama "{name}" di sini, tetapi "{other}" di tempat lain. Samakan menurut Kepmendagri.',
  'region.code-unknown':
    'Kode nagari {code} tidak ada di daftar wilayah yang sedang diolah. Periksa kodenya, atau muat dulu daftar wilayahnya.',
  'region.code-name-differ':
    'Kode {code} adalah nagari {official}, tetapi kolom nagari berisi {name}. Benarkan salah satunya.',
  'region.nagari-unknown':
    'Nagari "{name}" tidak ada di daftar wilayah. Periksa ejaannya atau isi kolom KODE NAGARI.',
  'region.nagari-unknown-near':
    'Nagari "{name}" tidak ada di daftar wilayah. Mungkin maksudnya {near}. Benarkan, atau isi kolom KODE NAGARI.',
  'region.nagari-outside':
    'Nagari {nagari} berada di luar wilayah yang sedang diolah. Keluarkan dari berkas ini, atau jalankan dengan --region yang mencakupnya.',
  'region.nagari-ambiguous':
    'Nama nagari "{name}" dipakai lebih dari satu nagari: {choices}. Isi kolom KODE NAGARI atau KECAMATAN.',
  'region.nagari-not-said':
    'Tidak diketahui ini nagari mana: tidak ada kolom nagari, judul "NAGARI ..." di atas tabel, atau nama lembar yang dikenal ("{sheet}"). Tambahkan salah satunya.',
  'region.title-and-sheet-differ':
    'Judul menyebut nagari {title}, tetapi nama lembarnya {sheet}. Samakan keduanya atau isi kolom KODE NAGARI.',
  'region.missing': 'Wilayah {code} tidak ada di daftar. Muat dulu daftar wilayahnya.',
  'region.renamed':
    'Wilayah {code} sekarang bernama "{name}"; berkas menyebutnya "{other}". Ubah nama wilayah hanya dengan persetujuan.',
  'posyandu.number-shape':
    'Nomor registrasi posyandu harus seperti 13.10.04.2001.001: kode nagari, titik, lalu tiga angka.',
  'posyandu.number-elsewhere':
    'Nomor registrasi {number} adalah milik nagari berkode {code}, tetapi baris ini di nagari {nagari}.',
  'posyandu.number-twice':
    'Nomor registrasi {number} sudah dipakai {name} ({place}). Satu nomor hanya untuk satu posyandu.',
  'posyandu.name-twice': 'Nama posyandu {name} sudah ada di nagari {nagari} ({place}). Bedakan namanya.',
  'posyandu.unknown':
    'Posyandu "{name}" belum terdaftar di nagari {nagari}. Periksa ejaannya, atau daftarkan dulu posyandunya.',
  'posyandu.unknown-near':
    'Posyandu "{name}" belum terdaftar di nagari {nagari}. Mungkin maksudnya "{near}". Benarkan, atau daftarkan dulu posyandunya.',
} as const;
