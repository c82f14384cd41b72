import { Day, Flag, Money, Part, Parts, Text, WholeNumber } from '../../web/fields.js';
import { BasisPart } from '../requests/request-wish.dto.js';

export class YearClosingWish {
  @Text({ about: 'Kode nagari atau OPD', max: 40 })
  payer!: string;

  @WholeNumber({ about: 'Tahun anggaran', min: 2000, max: 2200 })
  year!: number;

  @Text({ about: 'Dasarnya, misalnya nomor berita acara' })
  basis!: string;
}

export class LapseAnswer {
  @Text({ about: 'Sumber dana' })
  source!: string;

  @Money({ about: 'Pagu, rupiah' })
  ceiling!: bigint;

  @Money({ about: 'Dibelanjakan, rupiah' })
  spent!: bigint;

  @Money({ about: 'Hangus, rupiah' })
  lapsed!: bigint;

  @Money({ about: 'Utang kepada kader, rupiah' })
  debt!: bigint;
}

export class YearClosingAnswer {
  @Text({ about: 'Kode pembayar' })
  payer!: string;

  @WholeNumber({ about: 'Tahun anggaran' })
  year!: number;

  @Day({ about: 'Ditutup pada' })
  on!: string;

  @Text({ about: 'Dasarnya' })
  basis!: string;

  @Parts(() => LapseAnswer, { about: 'Menurut sumber dana' })
  lines!: readonly LapseAnswer[];

  @Flag({ about: 'Baru; false bila sudah ditutup begitu' })
  isNew!: boolean;
}

export class PriorYearMarkWish {
  @Text({ about: 'Kode pembayar', max: 40 })
  payer!: string;

  @Text({ about: 'Sumber dana', max: 40 })
  label!: string;

  @WholeNumber({ about: 'Tahun anggaran sumber itu', min: 2000, max: 2200 })
  fiscalYear!: number;

  @Part(() => BasisPart, { about: 'DPA, Perbup atau SK yang membolehkannya' })
  basis!: BasisPart;
}

export class PriorYearMarkAnswer {
  @Text({ about: 'Sumber dana, dengan pembayar dan tahunnya' })
  source!: string;

  @Part(() => BasisPart, { about: 'Dasarnya' })
  basis!: BasisPart;

  @Flag({ about: 'Baru; false bila sudah ditandai begitu' })
  isNew!: boolean;
}
