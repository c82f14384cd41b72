import { requestTransitions } from '../../core/payment/request-state.js';
import { Choice, Moment, Money, Part, Parts, Text, Texts, WholeNumber } from '../../web/fields.js';
import { MandateAnswer } from './request-evidence.dto.js';
import { RequestAnswer } from './request.dto.js';

const states = Object.keys(requestTransitions);

export class StepAnswer {
  @Choice(states, { about: 'Dari keadaan' })
  from!: string;

  @Choice(states, { about: 'Ke keadaan' })
  to!: string;

  @Text({ about: 'Oleh' })
  takenBy!: string;

  @Text({ about: 'Jabatannya' })
  position!: string;

  @Part(() => MandateAnswer, { about: 'Untuk siapa, bila tidak atas nama sendiri', optional: true })
  mandate?: MandateAnswer;

  @WholeNumber({ about: 'Pengajuan ke berapa', nullable: true })
  submission!: number | null;

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
