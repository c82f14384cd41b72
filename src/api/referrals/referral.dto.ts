import { bidangOfSpm } from '../../core/kader/vocabulary.js';
import { answers, type Answer } from '../../core/referral/referral-state.js';
import { Choice, Day, FlagInQuery, Parts, Text, WholeNumber } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { PageWish } from '../../web/page-wish.js';

const states = ['open', 'overdue', ...answers];

export class ReferralsWish extends PageWish {
  @Text({ about: 'Hanya wilayah ini dan yang di bawahnya', optional: true, max: 13 })
  region?: string;

  @Text({ about: 'Hanya kepada OPD ini', optional: true, max: 40 })
  opd?: string;

  @FlagInQuery({ about: 'Hanya yang belum selesai atau ditolak', optional: true })
  open?: boolean;

  @FlagInQuery({ about: 'Hanya yang lewat batas tanpa jawaban', optional: true })
  overdue?: boolean;
}

export class ReferralWish {
  @Text({ about: 'Nomor registrasi posyandu', max: 40 })
  posyandu!: string;

  @WholeNumber({ about: 'Nomor kader yang merujuk', min: 1 })
  kader!: number;

  @Choice(bidangOfSpm, { about: 'Bidang SPM yang dituju' })
  bidang!: string;

  @Day({ about: 'Tanggal rujukan' })
  on!: string;

  @Text({ about: 'Layanan: kode jenis kegiatan bidang itu', max: 40 })
  subject!: string;

  @WholeNumber({ about: 'Berapa kasus', min: 1, max: 999_999 })
  count!: number;

  @Text({ about: 'Uraian, tanpa nama dan nomor orang', max: 1000 })
  description!: string;
}

export class AnswerWish {
  @Choice(answers, { about: 'Jawaban OPD' })
  answer!: Answer;

  @Day({ about: 'Tanggal jawaban' })
  on!: string;

  @Text({ about: 'Apa yang dilakukan, tanpa nama dan nomor orang', max: 1000 })
  text!: string;
}

export class GivenAnswerAnswer {
  @Choice(answers, { about: 'Jawaban OPD' })
  answer!: string;

  @Day({ about: 'Tanggal jawaban' })
  on!: string;

  @Text({ about: 'Apa yang dilakukan', max: 1000 })
  text!: string;

  @Text({ about: 'Yang mencatatnya' })
  by!: string;
}

export class ReferralAnswer {
  @WholeNumber({ about: 'Nomor rujukan' })
  id!: number;

  @Text({ about: 'Posyandu' })
  posyandu!: string;

  @Text({ about: 'Nomor registrasi posyandu' })
  registrationNumber!: string;

  @Text({ about: 'Nagari' })
  nagariCode!: string;

  @Text({ about: 'Nama kader yang merujuk' })
  kader!: string;

  @Text({ about: 'Bidang SPM' })
  bidang!: string;

  @Text({ about: 'Layanan' })
  subject!: string;

  @Day({ about: 'Tanggal rujukan' })
  referredOn!: string;

  @WholeNumber({ about: 'Berapa kasus' })
  count!: number;

  @Text({ about: 'Uraian', max: 1000 })
  description!: string;

  @Text({ about: 'Kode OPD' })
  opdCode!: string;

  @Text({ about: 'Nama OPD' })
  opdName!: string;

  @Choice(states, { about: 'Keadaan: open, overdue, atau jawaban terakhir' })
  state!: string;

  @Day({ about: 'Keadaan itu sejak' })
  since!: string;

  @Day({ about: 'Batas jawaban pertama' })
  due!: string;

  @Parts(() => GivenAnswerAnswer, { about: 'Jawaban OPD, menurut urutannya' })
  answers!: readonly GivenAnswerAnswer[];
}

export class ReferralPage extends PageAnswer {
  @Parts(() => ReferralAnswer, { about: 'Rujukan, yang paling lama menunggu dahulu' })
  items!: readonly ReferralAnswer[];
}
