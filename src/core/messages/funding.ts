export const fundingMessages = {
  'funding.source-missing':
    'Sumber dana {source} untuk {payer} tahun anggaran {year} belum terdaftar. Impor sumber dana itu lebih dahulu; bila belum dianggarkan, dengan PAGU 0, supaya haknya tercatat sebagai terutang, belum ada dana.',
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
  'funding.revision-below-bound':
    'Pagu {source} sekarang {before} dan tidak dapat diturunkan menjadi {after}: sudah terikat {reserved} dan terpakai {spent}, jadi paling rendah {least}. Rinciannya: {requests}. Kembalikan dulu SPP yang belum dicairkan dengan request reject, atau tetapkan pagu paling rendah {least}.',
  'funding.revision-overtaken':
    'Pagu {source} sudah pernah ditetapkan {after} menurut {basis}, lalu diubah lagi menjadi {before}. Pagunya tidak berubah. Bila memang harus kembali {after}, sebut dasar hukum yang baru.',
  'funding.revision-basis-missing': 'Revisi pagu {source} harus menyebut dasar hukumnya. Isi --basis.',
  'funding.label-unreadable':
    'Sumber dana {label} harus singkatan huruf besar, angka atau strip, misalnya DDS atau ADN.',
  'funding.source-twice': 'Sumber dana {source} muncul dua kali dalam berkas. Hapus salah satu.',
  'funding.budget-exceeded':
    'Pagu {source} tidak cukup: tersedia {available}, diminta {requested}, kurang {short}. Pilih salah satu: naikkan pagunya dengan honor funding revise PEMBAYAR SUMBER TAHUN --to PAGU --basis DASAR-HUKUM, atau susun ulang sebatas pagu dengan request draft --within-budget.',
  'funding.receipt-reference-missing':
    'Penerimaan {source} harus menyebut bukti transfernya. Isi --reference, misalnya nomor SP2D.',
  'funding.receipt-in-future':
    'Tanggal terima {on} untuk {source} belum tiba; hari ini {today}. Catat setelah uangnya masuk, atau perbaiki --on.',
  'funding.receipt-year-unexplained':
    'Tanggal terima {on} bukan dalam tahun anggaran {year} sumber dana {source}. Perbaiki --on atau tahunnya; bila memang begitu (misalnya salur susulan), jelaskan dengan --note.',
  'funding.receipt-differs':
    'Penerimaan {source} dengan bukti {reference} sudah tercatat dengan {field} {before}; perintah ini menulis {after}. Bila yang tercatat salah, batalkan dulu dengan funding undo-receipt, lalu catat lagi.',
  'funding.receipt-unknown':
    'Tidak ada penerimaan {source} dengan bukti {reference}. Periksa penulisan buktinya.',
  'funding.receipt-retracted':
    'Penerimaan {source} dengan bukti {reference} sudah dibatalkan dengan alasan "{before}". Satu penerimaan dibatalkan sekali saja.',
  'funding.retraction-reason-missing':
    'Pembatalan penerimaan {source} dengan bukti {reference} harus menyebut alasannya. Isi --reason.',
  'funding.proof-moves-differ':
    'Sumber dana {source}: {column} tercatat {found}, padahal jumlah mutasi anggarannya {expected}.',
  'funding.proof-ledger-differs':
    'Sumber dana {source}: {column} tercatat {found}, padahal menurut buku besar {expected}.',
  'funding.proof-requests-differ':
    'Sumber dana {source}: {column} tercatat {found}, padahal SPP yang belum dicairkan mengikat {expected}.',
  'funding.proof-kind-unknown':
    'Sumber dana {source}: ada mutasi anggaran {amount} berjenis {kind}, yang tidak dikenal program ini.',
  'funding.proof-source-gone': 'Ada mutasi anggaran untuk sumber dana nomor {id}, yang tidak terdaftar lagi.',
} as const;
