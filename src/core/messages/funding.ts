export const fundingMessages = {
  'funding.source-missing':
    'Sumber dana {source} untuk {payer} tahun anggaran {year} belum terdaftar. Impor sumber dana itu lebih dahulu.',
  'funding.source-exists-differently':
    'Sumber dana {source} sudah terdaftar dengan {field} {before}, berkas ini menulis {after}. Perubahan pagu atau kode harus lewat revisi anggaran.',
  'funding.payer-unknown':
    'Pembayar {payer} tidak dikenal: bukan kode nagari terdaftar dan tidak bernama OPD.',
  'funding.label-unreadable':
    'Sumber dana {label} harus singkatan huruf besar, angka atau strip, misalnya DDS atau ADN.',
  'funding.source-twice': 'Sumber dana {source} muncul dua kali dalam berkas. Hapus salah satu.',
  'funding.budget-exceeded':
    'Pagu {source} tidak cukup: tersedia {available}, diminta {requested}, kurang {short}. Ajukan lebih sedikit bulan atau revisi anggaran.',
} as const;
