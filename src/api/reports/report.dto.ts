import { Transform, Type } from 'class-transformer';
import { arrearsGroupings } from '../../core/report/arrears/arrears-by.js';
import { recapGroupings, type RecapGrouping } from '../../core/report/activity/recap.js';
import { rosterStatuses, type RosterStatus } from '../../core/report/roster/roster-facts.js';
import { Choice, Day, Month, Months, Shaped, Text, WholeNumber } from '../../web/fields.js';
import { paperKinds, type PaperKind } from './paper.js';

/** The same, for paper; in the query. */
export class PaperWish {
  @Choice(paperKinds, { about: 'Sebagai berkas untuk dicetak, bukan JSON', optional: true })
  as?: PaperKind;
}

export class ArrearsWish extends PaperWish {
  @Choice(arrearsGroupings, { about: 'Menurut apa dikelompokkan' })
  by!: (typeof arrearsGroupings)[number];

  @Day({ about: 'Keadaan pada tanggal; hari ini bila tidak diisi', optional: true })
  asOf?: string;
}

export class YearWish extends PaperWish {
  @Type(() => Number)
  @WholeNumber({ about: 'Tahun anggaran', min: 2000, max: 2200 })
  year!: number;
}

export class YearEndWish extends YearWish {
  @Text({ about: 'Hanya pembayar ini', optional: true, max: 40 })
  payer?: string;
}

export class UnfundedWish extends PaperWish {
  @Text({ about: 'Hanya pembayar ini', optional: true, max: 40 })
  payer?: string;

  @Type(() => Number)
  @WholeNumber({ about: 'Hanya tahun anggaran ini', optional: true, min: 2000, max: 2200 })
  year?: number;
}

export class RosterWish extends PaperWish {
  @Text({ about: 'Kode wilayah Kemendagri', max: 13 })
  region!: string;

  @Text({ about: 'Hanya posyandu ini: nama atau nomor registrasi', optional: true })
  posyandu?: string;

  @Choice(rosterStatuses, { about: 'Hanya yang berkeadaan ini', optional: true })
  status?: RosterStatus;
}

export class ValidationWish extends PaperWish {
  @Text({ about: 'Kode wilayah Kemendagri; semuanya bila tidak diisi', optional: true, max: 13 })
  region?: string;

  @Type(() => Number)
  @WholeNumber({ about: 'SK yang berakhir dalam sekian hari ikut disebut', optional: true, max: 9999 })
  endingDays?: number;
}

export class RecapWish extends PaperWish {
  @Text({ about: 'Kode wilayah Kemendagri', max: 13 })
  region!: string;

  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @Months({ about: 'Bulan, dipisah koma' })
  months!: string[];

  @Choice(recapGroupings, { about: 'Menurut apa dikelompokkan; jenis bila tidak diisi', optional: true })
  by?: RecapGrouping;
}

/** Beyond the whole numbers of JSON, so written as text. */
export const CHAIN_POSITION = /^[1-9]\d{0,17}$/;

export class BookPlaceWish extends PaperWish {
  @Shaped(CHAIN_POSITION, {
    about: 'Keadaan pada posisi rantai ini, untuk selamanya; ujungnya bila tidak diisi',
    example: '120',
    optional: true,
  })
  atPosition?: string;
}

export class MonthlyBookWish extends BookPlaceWish {
  @Text({ about: 'Kode pembayar', max: 40 })
  payer!: string;

  @Month({ about: 'Bulan buku' })
  month!: string;
}

export class TrialBalanceWish extends BookPlaceWish {
  @Text({ about: 'Hanya akun pembayar ini', optional: true, max: 40 })
  payer?: string;

  @Month({ about: 'Satu bulan, dengan saldo awalnya', optional: true })
  month?: string;

  @Month({ about: 'Sejak awal sampai bulan ini; tidak bersama month', optional: true })
  until?: string;
}

export class RealisationWish extends BookPlaceWish {
  @Type(() => Number)
  @WholeNumber({ about: 'Tahun anggaran', min: 2000, max: 2200 })
  year!: number;

  @Text({ about: 'Hanya pembayar ini', optional: true, max: 40 })
  payer?: string;

  @Month({ about: 'Sampai dengan bulan ini', optional: true })
  until?: string;
}
