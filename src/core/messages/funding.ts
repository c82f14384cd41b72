export const fundingMessages = {
  'funding.source-missing':
    'Sumber dana {source} untuk {payer} tahun anggaran {year} belum terdaftar. Impor sumber dana itu lebih dahulu.',
  'funding.source-exists-differently':
    'Sumber dana {source} sudah terdaftar dengan {field} {before}, berkas ini menulis {after}. Pagu diubah dengan: honor funding revise PEMBAYAR SUMBER TAHUN --to PAGU --basis DASAR-HUKUM. Kode yang sudah terdaftar tidak diganti oleh lembar.',
  'funding.payer-unknown':
    'Pembayar {payer} bukan kode nagari dan bukan kode OPD. Untuk nagari, isi KODE PEMBAYAR sama dengan KODE WILAYAH nagari itu; untuk OPD, isi kode berhuruf besar seperti DINKES.',
  'funding.region-unknown':
    'Kode wilayah {region} tidak terdaftar. Periksa kolom KODE WILAYAH, atau muat dulu daftar wilayahnya dengan region import.',
  'funding.payer-name-differs':
    'Pembayar {payer} sudah dikenal sebagai {before}, baris ini menulis {after}. Samakan NAMA PEMBAYAR, atau periksa KODE PEMBAYAR.',
  'funding.year-out-of-range':
    'Tahun anggaran {year} tidak dapat dipakai. Tulis tahun antara {first} dan {last}, misalnya 2026.',
  'funding.revision-lowers':
    'Pagu {source} sekarang {before} dan tidak dapat diturunkan menjadi {after}: revisi di sini hanya dapat menaikkan pagu. Pagunya tidak berubah.',
  'funding.revision-basis-missing': 'Revisi pagu {source} harus menyebut dasar hukumnya. Isi --basis.',
  'funding.label-unreadable':
    'Sumber dana {label} harus singkatan huruf besar, angka atau strip, misalnya DDS atau ADN.',
  'funding.source-twice': 'Sumber dana {source} muncul dua kali dalam berkas. Hapus salah satu.',
  'funding.budget-exceeded':
    'Pagu {source} tidak cukup: tersedia {available}, diminta {requested}, kurang {short}. Ajukan lebih sedikit bulan, atau naikkan pagunya dengan: honor funding revise PEMBAYAR SUMBER TAHUN --to PAGU --basis DASAR-HUKUM.',
} as const;
