import { Type } from 'class-transformer';
import { Day, Flag, Money, Parts, Text, WholeNumber } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { PageWish } from '../../web/page-wish.js';

/** What names a budget line to people. */
class SourceWish {
  @Text({ about: 'Kode pembayar', example: '13.10.04.2001', max: 40 })
  payer!: string;

  @Text({ about: 'Sumber dana', example: 'DDS', max: 40 })
  label!: string;

  @WholeNumber({ about: 'Tahun anggaran', min: 2000, max: 2200 })
  fiscalYear!: number;
}

export class ReceiptWish extends SourceWish {
  @Money({ about: 'Jumlah yang masuk, rupiah' })
  amount!: number;

  @Day({ about: 'Tanggal di rekening kas' })
  on!: string;

  @Text({ about: 'Nomor SP2D atau nota kredit' })
  reference!: string;

  @Text({ about: 'Mengapa masuk di tahun lain dari anggarannya', optional: true, max: 500 })
  note?: string;
}

export class RetractionWish extends SourceWish {
  @Text({ about: 'Nomor SP2D atau nota kredit yang salah dicatat' })
  reference!: string;

  @Text({ about: 'Alasan, dengan kata-kata', max: 500 })
  reason!: string;
}

export class ReceiptAnswer {
  @Text({ about: 'Sumber dana, dengan pembayar dan tahunnya' })
  source!: string;

  @Money({ about: 'Jumlah, rupiah' })
  amount!: bigint;

  @Day({ about: 'Tanggal di rekening kas' })
  on!: string;

  @Text({ about: 'Nomor SP2D atau nota kredit' })
  reference!: string;

  @Flag({ about: 'Baru; false bila sudah tercatat' })
  isNew!: boolean;

  @Money({ about: 'Semua kas yang sudah masuk untuk sumber ini, rupiah' })
  received!: bigint;
}

export class RevisionWish extends SourceWish {
  @WholeNumber({ about: 'Pagu yang baru, rupiah', max: Number.MAX_SAFE_INTEGER })
  ceiling!: number;

  @Text({ about: 'Dasar hukum, misalnya nomor DPPA' })
  legalBasis!: string;
}

export class RevisionAnswer {
  @Text({ about: 'Sumber dana, dengan pembayar dan tahunnya' })
  source!: string;

  @Money({ about: 'Pagu sebelumnya, rupiah' })
  before!: bigint;

  @Money({ about: 'Pagu sekarang, rupiah' })
  ceiling!: bigint;
}

export class SourceAnswer {
  @WholeNumber({ about: 'Nomor' })
  id!: number;

  @Text({ about: 'Kode pembayar' })
  payer!: string;

  @Text({ about: 'Sumber dana' })
  label!: string;

  @WholeNumber({ about: 'Tahun anggaran' })
  fiscalYear!: number;

  @Money({ about: 'Pagu, rupiah' })
  ceiling!: bigint;

  @Money({ about: 'Dicadangkan untuk SPP yang berjalan, rupiah' })
  reserved!: bigint;

  @Money({ about: 'Terpakai, rupiah' })
  spent!: bigint;

  @Money({ about: 'Kas yang sudah masuk, rupiah' })
  received!: bigint;
}

/** Which budget lines are looked for; in the query. */
export class SourcesWish extends PageWish {
  @Text({ about: 'Hanya pembayar dengan kode ini', optional: true, max: 40 })
  payer?: string;

  @Text({ about: 'Hanya sumber dana ini', optional: true, max: 40 })
  label?: string;

  @Type(() => Number)
  @WholeNumber({ about: 'Hanya tahun anggaran ini', optional: true, min: 2000, max: 2200 })
  year?: number;
}

export class SourcesPage extends PageAnswer {
  @Parts(() => SourceAnswer, { about: 'Sumber dana, yang terlama dulu' })
  items!: SourceAnswer[];
}
