import { deductionKinds } from '../../core/deduction/deduction-policy.js';
import { Choice, Day, Flag, Money, Month, Parts, Text, Texts } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { PageWish } from '../../web/page-wish.js';

export class ChoiceWish {
  @Text({ about: 'Kode pembayar', max: 40 })
  payer!: string;

  @Text({ about: 'Kode kebijakan potongan', example: 'tanpa-pph21', max: 80 })
  policy!: string;

  @Day({ about: 'Sejak tanggal' })
  from!: string;

  @Text({ about: 'Dasarnya: surat kantor pajak atau keputusan nagari', max: 500 })
  note!: string;
}

export class ChoiceAnswer {
  @Text({ about: 'Kode pembayar' })
  payer!: string;

  @Choice(deductionKinds, { about: 'Jenis potongan' })
  kind!: string;

  @Text({ about: 'Kode kebijakan potongan' })
  policy!: string;

  @Day({ about: 'Sejak tanggal' })
  from!: string;

  @Text({ about: 'Dasarnya', max: 500 })
  note!: string;
}

export class ChosenAnswer extends ChoiceAnswer {
  @Flag({ about: 'Baru; false bila sudah berlaku begitu' })
  isNew!: boolean;
}

export class ChoicesAnswer extends PageAnswer {
  @Parts(() => ChoiceAnswer, { about: 'Pilihan semua pembayar, menurut waktu' })
  items!: ChoiceAnswer[];
}

export class RemittanceWish {
  @Text({ about: 'Kode pembayar', max: 40 })
  payer!: string;

  @Choice(deductionKinds, { about: 'Jenis potongan' })
  kind!: (typeof deductionKinds)[number];

  @Month({ about: 'Masa: bulan pembayaran honor' })
  period!: string;

  @Money({ about: 'Jumlah yang disetor, rupiah' })
  amount!: number;

  @Text({ about: 'NTPN, atau nomor bukti BPJS', max: 40 })
  proof!: string;

  @Day({ about: 'Tanggal setor' })
  on!: string;
}

export class RemittanceAnswer {
  @Text({ about: 'Kode pembayar' })
  payer!: string;

  @Choice(deductionKinds, { about: 'Jenis potongan' })
  kind!: string;

  @Month({ about: 'Masa' })
  period!: string;

  @Money({ about: 'Jumlah, rupiah' })
  amount!: bigint;

  @Text({ about: 'Bukti setor' })
  proof!: string;

  @Flag({ about: 'Baru; false bila sudah tercatat' })
  isNew!: boolean;

  @Money({ about: 'Sisa terutang, rupiah' })
  outstanding!: bigint;
}

export class TaxMonthAnswer {
  @Text({ about: 'Kode pembayar' })
  payer!: string;

  @Choice(deductionKinds, { about: 'Jenis potongan' })
  kind!: string;

  @Month({ about: 'Masa' })
  period!: string;

  @Money({ about: 'Dipotong, rupiah' })
  withheld!: bigint;

  @Money({ about: 'Disetor, rupiah' })
  remitted!: bigint;

  @Money({ about: 'Terutang, rupiah; di bawah nol bila lebih setor' })
  outstanding!: bigint;

  @Day({ about: 'Batas setor', nullable: true })
  dueOn!: string | null;

  @Flag({ about: 'Lewat batas' })
  isLate!: boolean;

  @Texts({ about: 'Bukti setor' })
  proofs!: readonly string[];
}

export class TaxMonthsAnswer extends PageAnswer {
  @Parts(() => TaxMonthAnswer, { about: 'Menurut pembayar, jenis dan masa' })
  items!: readonly TaxMonthAnswer[];
}

/** Of one paying body, or of all; in the query. */
export class TaxWish extends PageWish {
  @Text({ about: 'Hanya pembayar ini', optional: true, max: 40 })
  payer?: string;
}
