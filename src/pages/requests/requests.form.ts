import { Choice, Text, WholeNumber } from '../../web/fields.js';
import { Type } from 'class-transformer';

const steps = ['submit', 'verify', 'approve', 'release', 'reject', 'answer', 'countersign'] as const;

/** What was just done, so that the page can say so. */
export type DoneStep = (typeof steps)[number];

export class RequestsWish {
  @Type(() => Number)
  @WholeNumber({ about: 'Hanya sebelum SPP ini', optional: true, min: 1 })
  sebelum?: number;
}

export class RequestWish {
  @Choice(steps, { about: 'Langkah yang baru diambil', optional: true })
  selesai?: DoneStep;

  @Choice(['semua'], { about: 'Semua orang, bukan hanya yang pertama', optional: true })
  orang?: 'semua';
}

export class SignatureForm {
  @Text({ about: 'Jabatan menurut jenjang persetujuan', max: 100 })
  jabatan!: string;
}

export class ReasonForm {
  @Text({ about: 'Alasan, dengan kata-kata', max: 500 })
  reason!: string;
}

export class ReplyForm {
  @Text({ about: 'Apa yang diperiksa dan buktinya', max: 2000 })
  text!: string;
}
