import { Day, Flag, Month, Parts, Text, Texts, WholeNumber } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';

export class ActivityTypeAnswer {
  @Text({ about: 'Kode' })
  code!: string;

  @Text({ about: 'Nama' })
  name!: string;

  @Texts({ about: 'Ejaan yang dikenal pada lembar' })
  words!: readonly string[];

  @Texts({ about: 'Bidang SPM; kosong: semua bidang', nullable: true })
  bidang!: readonly string[] | null;

  @Flag({ about: 'Menghitung sasaran' })
  countsTargets!: boolean;

  @Text({ about: 'Satuan' })
  unit!: string;

  @Flag({ about: 'Boleh diikuti di tempat lain' })
  elsewhere!: boolean;
}

export class ActivityTypesAnswer {
  @Parts(() => ActivityTypeAnswer, { about: 'Jenis kegiatan, menurut urutan berkasnya' })
  items!: readonly ActivityTypeAnswer[];
}

export class ActivityTypePlanAnswer {
  @WholeNumber({ about: 'Baru' })
  added!: number;

  @WholeNumber({ about: 'Berubah' })
  changed!: number;

  @WholeNumber({ about: 'Dihapus' })
  removed!: number;

  @WholeNumber({ about: 'Tidak berubah' })
  unchanged!: number;
}

export class HolidayAnswer {
  @Day({ about: 'Tanggal' })
  date!: string;

  @Text({ about: 'Hari libur apa' })
  name!: string;
}

export class HolidayYearAnswer {
  @WholeNumber({ about: 'Tahun' })
  year!: number;

  @Text({ about: 'Dasar hukum' })
  basis!: string;

  @Parts(() => HolidayAnswer, { about: 'Hari libur dan cuti bersama' })
  days!: readonly HolidayAnswer[];
}

export class HolidaysAnswer {
  @Parts(() => HolidayYearAnswer, { about: 'Menurut tahun, masing-masing yang dimuat terakhir' })
  items!: readonly HolidayYearAnswer[];
}

export class BidangOpdAnswer {
  @Text({ about: 'Bidang SPM' })
  bidang!: string;

  @Text({ about: 'Wilayah' })
  regionCode!: string;

  @Text({ about: 'Kode OPD' })
  opdCode!: string;

  @Text({ about: 'Nama OPD' })
  opdName!: string;

  @WholeNumber({ about: 'Batas jawaban, hari kerja' })
  limitDays!: number;

  @Day({ about: 'Berlaku sejak' })
  from!: string;

  @Day({ about: 'Berlaku sampai', nullable: true })
  to!: string | null;

  @Text({ about: 'Dasar' })
  basis!: string;

  @Text({ about: 'Catatan', nullable: true })
  note!: string | null;
}

export class BidangOpdsAnswer extends PageAnswer {
  @Parts(() => BidangOpdAnswer, { about: 'OPD penanggung jawab, menurut wilayah dan bidang' })
  items!: readonly BidangOpdAnswer[];
}

export class BidangStartAnswer {
  @Text({ about: 'Bidang SPM' })
  bidang!: string;

  @Text({ about: 'Wilayah' })
  regionCode!: string;

  @Text({ about: 'Nama wilayah' })
  regionName!: string;

  @Month({ about: 'Mulai bulan' })
  start!: string;

  @Text({ about: 'Dasar' })
  basis!: string;
}

export class BidangStartsAnswer extends PageAnswer {
  @Parts(() => BidangStartAnswer, { about: 'Bulan mulai tiap bidang, menurut wilayah' })
  items!: readonly BidangStartAnswer[];
}
