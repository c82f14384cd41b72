import { Facts, Flag, FlagInQuery, Parts, Text, WholeNumber } from '../../web/fields.js';

/** How a file is taken in; in the query. */
export class FileWish {
  @FlagInQuery({ about: 'Hanya diperiksa, tidak disimpan', optional: true })
  dryRun?: boolean;

  @FlagInQuery({ about: 'Perubahan atas yang sudah tercatat diterima', optional: true })
  acceptChanges?: boolean;
}

/** How a sheet of a region is taken in; in the query. */
export class ImportWish extends FileWish {
  @Text({ about: 'Wilayah berkas ini; nagari di luarnya ditolak', example: '13.10.04.2001', max: 13 })
  region!: string;
}

/** One thing that stands in the way, or is worth knowing, with its place. */
export class SheetProblemAnswer {
  @Text({ about: 'Kode' })
  code!: string;

  @Text({ about: 'Apa yang salah dan apa yang harus dilakukan', max: 4000 })
  message!: string;

  @Text({ about: 'Lembar', min: 0 })
  sheet!: string;

  @Text({ about: 'Sel, misalnya C7', min: 0 })
  cell!: string;

  @Text({ about: 'Kolom', min: 0 })
  column!: string;

  @Facts({ about: 'Fakta' })
  facts!: Readonly<Record<string, unknown>>;
}

export class ImportAnswer {
  @Flag({ about: 'Yang tercatat sekarang sama dengan isi berkas' })
  applied!: boolean;

  @WholeNumber({ about: 'Baru' })
  created!: number;

  @WholeNumber({ about: 'Tidak berubah' })
  unchanged!: number;

  @WholeNumber({ about: 'Berubah' })
  changed!: number;

  @Parts(() => SheetProblemAnswer, { about: 'Masalah; bila ada, tidak ada yang disimpan' })
  problems!: SheetProblemAnswer[];

  @Parts(() => SheetProblemAnswer, { about: 'Catatan' })
  notes!: SheetProblemAnswer[];
}

export class StoredPolicyAnswer {
  @Text({ about: 'Kode kebijakan' })
  code!: string;

  @WholeNumber({ about: 'Versi' })
  version!: number;

  @Flag({ about: 'Baru; false bila dokumen yang sama sudah ada' })
  isNew!: boolean;
}

export class PolicyFileAnswer {
  @Parts(() => StoredPolicyAnswer, { about: 'Versi yang dimuat' })
  items!: StoredPolicyAnswer[];
}

export class SettingsAnswer {
  @WholeNumber({ about: 'Banyaknya yang tercatat' })
  items!: number;
}
