import { Day, Flag, Months, Part, Text, WholeNumber } from '../../web/fields.js';

export class BasisPart {
  @Text({ about: 'Nomor', max: 100 })
  number!: string;

  @Day({ about: 'Tanggal' })
  date!: string;

  @Text({ about: 'Judul', max: 500 })
  title!: string;
}

export class PriorYearWish {
  @Text({ about: 'Sumber dana yang membayarnya', example: 'DDS', max: 40 })
  label!: string;

  @WholeNumber({ about: 'Tahun anggaran sumber itu', min: 2000, max: 2200 })
  fiscalYear!: number;

  @Part(() => BasisPart, { about: 'Dasarnya: Perbup, SK atau DPA' })
  basis!: BasisPart;
}

export class DraftWish {
  @Text({ about: 'Kode nagari atau OPD yang membayar', example: '13.10.04.2001', max: 40 })
  payer!: string;

  @Months({ about: 'Bulan layanan, daftar apa saja' })
  months!: string[];

  @Text({
    about: 'Nomor SPP; dibuatkan bila tidak diisi, disusun ulang bila nomor itu masih draf',
    max: 80,
    optional: true,
  })
  number?: string;

  @Flag({ about: 'Bayar lagi ke rekening yang transfer terakhirnya diretur', optional: true })
  retryReturned?: boolean;

  @Flag({ about: 'Hanya bulan kader yang tertampung pagu, bulan tertua lebih dahulu', optional: true })
  withinBudget?: boolean;

  @Part(() => PriorYearWish, { about: 'Membayar utang tahun anggaran yang sudah ditutup', optional: true })
  priorYear?: PriorYearWish;
}

export class StepWish {
  @Text({
    about: 'Nama pengguna yang diwakili, menurut pelimpahan yang berlaku hari ini',
    optional: true,
    max: 40,
  })
  onBehalfOf?: string;

  @Text({ about: 'Catatan', optional: true, max: 500 })
  note?: string;
}

export class CountersignWish extends StepWish {
  @Text({ about: 'Jabatan menurut jenjang persetujuan', example: 'Camat', max: 100 })
  as!: string;
}
