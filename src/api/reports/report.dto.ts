import { Type } from 'class-transformer';
import { arrearsGroupings } from '../../core/report/arrears/arrears-by.js';
import { Choice, Day, Facts, Month, Text, WholeNumber } from '../../web/fields.js';

export class ReportAnswer {
  @Facts({ about: 'Isi laporan, sama dengan --json pada baris perintah' })
  data!: object;
}

export class ArrearsWish {
  @Choice(arrearsGroupings, { about: 'Menurut apa dikelompokkan' })
  by!: (typeof arrearsGroupings)[number];

  @Day({ about: 'Keadaan pada tanggal; hari ini bila tidak diisi', optional: true })
  asOf?: string;
}

export class YearWish {
  @Type(() => Number)
  @WholeNumber({ about: 'Tahun anggaran', min: 2000, max: 2200 })
  year!: number;
}

export class RegionWish {
  @Text({ about: 'Kode wilayah Kemendagri', max: 13 })
  region!: string;
}

export class MonthlyBookWish {
  @Text({ about: 'Kode pembayar', max: 40 })
  payer!: string;

  @Month({ about: 'Bulan buku' })
  month!: string;
}

export class BookAnswer {
  @Facts({ about: 'Isi buku' })
  data!: object;

  @Text({ about: 'Posisi rantai saat dibuat' })
  position!: string;

  @Text({ about: 'Sidik jari rantai di situ' })
  hash!: string;
}
