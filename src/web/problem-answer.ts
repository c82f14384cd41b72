import { Facts, Parts, Text, WholeNumber } from './fields.js';

/** One refusal among several. */
export class SingleProblemAnswer {
  @Text({ about: 'Kode masalah' })
  code!: string;

  @Text({ about: 'Apa yang salah dan apa yang harus dilakukan', max: 4000 })
  message!: string;

  @Facts({ about: 'Fakta masalah itu' })
  facts!: Readonly<Record<string, unknown>>;
}

/** RFC 9457, as `problemDetails` writes it. */
export class ProblemAnswer {
  @Text({ about: 'Jenis masalah, sebagai URN' })
  type!: string;

  @Text({ about: 'Golongan masalah' })
  title!: string;

  @WholeNumber({ about: 'Status HTTP', min: 400, max: 599 })
  status!: number;

  @Text({ about: 'Apa yang salah dan apa yang harus dilakukan', max: 4000 })
  detail!: string;

  @Text({ about: 'Kode masalah; tetap, juga bila kalimatnya berubah' })
  code!: string;

  @Facts({ about: 'Fakta masalah itu' })
  facts!: Readonly<Record<string, unknown>>;

  @Parts(() => SingleProblemAnswer, { about: 'Semua masalah, bila ada beberapa', optional: true })
  problems?: SingleProblemAnswer[];
}
