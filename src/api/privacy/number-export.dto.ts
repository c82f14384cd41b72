import { Choice, Moment, Month, Parts, Text, WholeNumber } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { PageWish } from '../../web/page-wish.js';

/** Of whom; in the query. */
export class NumberExportsWish extends PageWish {
  @Text({ about: 'Kode pembayar', max: 40 })
  payer!: string;
}

export class NumberExportAnswer {
  @WholeNumber({ about: 'Nomor catatan' })
  id!: number;

  @Choice(['bank-file', 'bp21'], { about: 'Berkas bank (rekening utuh), atau lembar BP21 (NIK utuh)' })
  what!: string;

  @Text({ about: 'Nomor SPP yang dibayar dengan berkas bank itu', nullable: true })
  request!: string | null;

  @Month({ about: 'Bulan lembar BP21 itu', nullable: true })
  period!: string | null;

  @WholeNumber({ about: 'Banyaknya baris' })
  rows!: number;

  @Text({ about: 'SHA-256 berkas yang diambil' })
  sha256!: string;

  @Text({ about: 'Siapa yang mengambil; kosong bila di server tanpa nama', nullable: true })
  by!: string | null;

  @Text({ about: 'Jabatannya', nullable: true })
  position!: string | null;

  @Moment({ about: 'Kapan' })
  at!: Date;

  @Text({ about: 'Dari mana' })
  address!: string;

  @Text({ about: 'Peramban, atau akun pada komputer server', min: 0, max: 500 })
  agent!: string;
}

export class NumberExportsAnswer extends PageAnswer {
  @Parts(() => NumberExportAnswer, { about: 'Siapa mengambil berkas apa, yang terakhir lebih dulu' })
  items!: readonly NumberExportAnswer[];
}
