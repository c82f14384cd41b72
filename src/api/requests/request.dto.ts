import { requestTransitions } from '../../core/payment/request-state.js';
import {
  Choice,
  Facts,
  Flag,
  Moment,
  Money,
  Months,
  Part,
  Parts,
  Text,
  Texts,
  WholeNumber,
} from '../../web/fields.js';

const states = Object.keys(requestTransitions);

/** What a draft is made of. */
export class DraftWish {
  @Text({ about: 'Kode nagari atau OPD yang membayar', example: '13.10.04.2001', max: 40 })
  payer!: string;

  @Months({ about: 'Bulan layanan, daftar apa saja' })
  months!: string[];

  @Text({ about: 'Nomor SPP; dibuatkan bila tidak diisi', max: 80, optional: true })
  number?: string;

  @Flag({ about: 'Bayar lagi ke rekening yang transfer terakhirnya diretur', optional: true })
  retryReturned?: boolean;
}

export class ReasonWish {
  @Text({ about: 'Alasan, dengan kata-kata', max: 500 })
  reason!: string;
}

export class RequestAnswer {
  @WholeNumber({ about: 'Nomor urut' })
  id!: number;

  @Text({ about: 'Nomor SPP' })
  number!: string;

  @Choice(states, { about: 'Keadaan' })
  state!: string;

  @Months({ about: 'Bulan layanan' })
  months!: string[];

  @WholeNumber({ about: 'Banyaknya kader' })
  kaderCount!: number;

  @Money({ about: 'Bruto, rupiah' })
  gross!: bigint;

  @Money({ about: 'Potongan, rupiah' })
  deductions!: bigint;

  @Money({ about: 'Netto, rupiah' })
  net!: bigint;

  @WholeNumber({ about: 'Pengajuan ke berapa' })
  submission!: number;

  @Moment({ about: 'Disusun pada' })
  createdAt!: Date;
}

export class HeldOutAnswer {
  @Text({ about: 'Nama kader yang ditahan' })
  kader!: string;

  @Money({ about: 'Haknya, rupiah' })
  owed!: bigint;

  @Text({ about: 'Kode alasan' })
  code!: string;

  @Text({ about: 'Alasan, dengan apa yang harus dilakukan', max: 2000 })
  message!: string;

  @Facts({ about: 'Fakta alasan itu' })
  facts!: Readonly<Record<string, unknown>>;
}

export class DraftAnswer {
  @Part(() => RequestAnswer, { about: 'SPP yang disusun' })
  request!: RequestAnswer;

  @Parts(() => HeldOutAnswer, { about: 'Siapa yang tidak dapat dibayar sekarang, dan mengapa' })
  heldOut!: HeldOutAnswer[];
}

export class RequestPage {
  @Parts(() => RequestAnswer, { about: 'SPP, yang terlama dulu' })
  items!: RequestAnswer[];

  @Text({ about: 'Kirim kembali sebagai cursor untuk halaman berikut', optional: true })
  next?: string;
}

export class StepAnswer {
  @Choice(states, { about: 'Dari keadaan' })
  from!: string;

  @Choice(states, { about: 'Ke keadaan' })
  to!: string;

  @Text({ about: 'Oleh' })
  takenBy!: string;

  @Text({ about: 'Jabatannya' })
  position!: string;

  @Moment({ about: 'Pada' })
  takenAt!: Date;

  @Text({ about: 'Alasan', nullable: true, max: 2000 })
  reason!: string | null;
}

export class MemberAnswer {
  @Text({ about: 'Nama kader' })
  name!: string;

  @Text({ about: 'NIK, tersamar' })
  nik!: string;

  @Money({ about: 'Bruto, rupiah' })
  amount!: bigint;

  @Money({ about: 'Potongan, rupiah' })
  deductions!: bigint;

  @Money({ about: 'Netto, rupiah' })
  net!: bigint;

  @Money({ about: 'Angsuran kelebihan bayar yang sudah diambil, rupiah' })
  setOff!: bigint;

  @Text({ about: 'Nomor transfer', nullable: true })
  reference!: string | null;

  @Text({ about: 'Keadaan transfer', nullable: true })
  state!: string | null;

  @Text({ about: 'Catatan bank', nullable: true, max: 2000 })
  resultNote!: string | null;
}

export class DeductionAnswer {
  @Text({ about: 'Nama kader' })
  name!: string;

  @Text({ about: 'Jenis potongan' })
  kind!: string;

  @Texts({ about: 'Hitungannya, langkah demi langkah' })
  steps!: readonly string[];
}

export class RequestDetailsAnswer {
  @Part(() => RequestAnswer, { about: 'SPP' })
  request!: RequestAnswer;

  @Text({ about: 'Penyusun' })
  preparer!: string;

  @Parts(() => StepAnswer, { about: 'Langkah yang sudah diambil' })
  steps!: readonly StepAnswer[];

  @Parts(() => MemberAnswer, { about: 'Siapa dibayar berapa' })
  members!: readonly MemberAnswer[];

  @Parts(() => DeductionAnswer, { about: 'Potongan dan hitungannya' })
  deductions!: readonly DeductionAnswer[];
}
