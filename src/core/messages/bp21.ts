export const bp21Messages = {
  'withholder.npwp': 'NPWP {npwp} bukan 16 angka. Salin NPWP 16 angka dari kartu atau akun Coretax.',
  'withholder.nitku':
    'NITKU {nitku} bukan 22 angka. NITKU adalah NPWP 16 angka diikuti 6 angka tempat usaha.',
  'withholder.nitku-of-another':
    'NITKU {nitku} tidak diawali NPWP {npwp}. Salah satunya milik badan lain; benarkan --npwp atau --nitku.',
  'withholder.name-needed': 'Nama pemotong belum diisi. Isi --name seperti tertulis pada kartu NPWP.',
  'bp21.nothing-withheld':
    'Tidak ada PPh 21 yang dipotong {payer} dari honor yang dibayarkan pada {period}, jadi tidak ada lembar yang ditulis. Lihat tax list.',
  'bp21.withholder-missing':
    'Data pemotong {payer} belum dicatat untuk {on}. Catat dengan tax withholder set --payer {payer} --npwp NPWP --nitku NITKU --name NAMA --from TANGGAL --by PENGGUNA; --from paling lambat {on}.',
  'bp21.terms-missing':
    'Kebijakan {policy} versi {version} belum menyebut {path}. Tambahkan taxObject, nature, facility, kapKjs, documentKind dan ptkp di bawah {path} pada berkas kebijakannya, beri validFrom yang baru, lalu deduction-policy import.',
  'bp21.address-missing':
    '{kader} ({nik}): alamat belum lengkap karena jorongnya belum dicatat. Isi kolom JORONG pada daftar kader, lalu roster import.',
  'bp21.ptkp-missing':
    '{kader} ({nik}): status PTKP belum dicatat untuk {on}. Isi kolom PTKP dengan BERLAKU SEJAK paling lambat {on}, lalu deduction-policy facts import.',
} as const;
