import { Transform, Type } from 'class-transformer';
import { Choice, Flag, Moment, Month, Part, Parts, Shaped, Text, WholeNumber } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { CHAIN_POSITION } from '../reports/report.dto.js';

const HASH = /^[0-9a-f]{64}$/i;

/** Where in the chain; in the query. */
export class PositionWish {
  @Shaped(CHAIN_POSITION, {
    about: 'Keadaan pada posisi rantai ini, untuk selamanya; ujungnya bila tidak diisi',
    example: '120',
    optional: true,
  })
  atPosition?: string;
}

export class AnchorWish {
  @Shaped(HASH, {
    about: 'Sidik jari ujung rantai yang disimpan di tempat lain',
    example: '0'.repeat(64),
    optional: true,
  })
  anchor?: string;
}

export class ProofWish {
  @Type(() => Number)
  @WholeNumber({ about: 'Nomor kader', min: 1 })
  kader!: number;

  @Type(() => Number)
  @WholeNumber({ about: 'Nomor urut SPP yang membayarnya', min: 1 })
  request!: number;

  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @Flag({ about: 'Dengan rantai sampai ujungnya, untuk jangkar mana pun sesudahnya', optional: true })
  untilHead?: boolean;

  @Choice(['svg'], { about: 'Sebagai gambar QR, bukan JSON', optional: true })
  as?: 'svg';
}

export class ChainPlaceAnswer {
  @Text({ about: 'Posisi' })
  position!: string;

  @Text({ about: 'Sidik jari' })
  hash!: string;
}

export class ProofAnswer {
  @Text({ about: 'Bukti, untuk dikirim atau digambar sebagai QR; NIK tidak ikut tertulis', max: 1_000_000 })
  text!: string;

  @WholeNumber({ about: 'Batch' })
  batch!: number;

  @WholeNumber({ about: 'Jurnal ke berapa di dalamnya' })
  sequence!: number;

  @Text({ about: 'Sidik jari batch' })
  batchHash!: string;

  @Part(() => ChainPlaceAnswer, { about: 'Sampai di mana bukti ini tersambung' })
  reaches!: ChainPlaceAnswer;
}

export class MonthOfBooksWish {
  @Month({ about: 'Bulan buku' })
  month!: string;
}

export class ReopeningWish extends MonthOfBooksWish {
  @Text({ about: 'Alasan', max: 500 })
  reason!: string;
}

export class PeriodStepAnswer {
  @Choice(['closing', 'reopening'], { about: 'Ditutup atau dibuka kembali' })
  step!: string;

  @Month({ about: 'Bulan buku' })
  month!: string;

  @Text({ about: 'Posisi rantai' })
  position!: string;

  @Text({ about: 'Sidik jari rantai di situ' })
  hash!: string;

  @Text({ about: 'Alasan membuka kembali', min: 0, max: 500 })
  reason!: string;

  @Text({ about: 'Atas permintaan' })
  requestedBy!: string;

  @Text({ about: 'Oleh' })
  actor!: string;

  @Moment({ about: 'Pada' })
  recordedAt!: Date;
}

export class PeriodStepsAnswer extends PageAnswer {
  @Parts(() => PeriodStepAnswer, { about: 'Yang terlama dulu' })
  items!: readonly PeriodStepAnswer[];
}

export class ReopeningAskedAnswer {
  @Month({ about: 'Bulan buku' })
  month!: string;

  @Text({ about: 'Alasan', max: 500 })
  reason!: string;

  @Text({ about: 'Diminta oleh; orang lain yang mengesahkan' })
  requestedBy!: string;
}
