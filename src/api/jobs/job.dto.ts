import { jobStateNames } from '../../core/job/job-state.js';
import { Choice, Moment, Part, Parts, Text, WholeNumber } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { PageWish } from '../../web/page-wish.js';
import { ProblemAnswer } from '../../web/problem-answer.js';
import { jobKinds } from './long-work.js';

export class JobAnswer {
  @WholeNumber({ about: 'Nomor pekerjaan' })
  id!: number;

  @Text({ about: 'Jenis; dari versi lain mungkin ada yang belum dikenal di sini', max: 40 })
  kind!: string;

  @Text({ about: 'Diminta oleh' })
  askedBy!: string;

  @Choice(jobStateNames, { about: 'Keadaan' })
  state!: string;

  @WholeNumber({ about: 'Berapa kali dimulai; lebih dari sekali bila sistem berhenti di tengahnya' })
  attempts!: number;

  @Moment({ about: 'Diminta pada' })
  askedAt!: Date;

  @Moment({ about: 'Terakhir dimulai pada', nullable: true })
  startedAt!: Date | null;

  @Moment({ about: 'Berakhir pada', nullable: true })
  endedAt!: Date | null;

  @Text({ about: 'Alamatnya' })
  self!: string;

  @Text({ about: 'Alamat hasilnya; null selama belum selesai', nullable: true })
  result!: string | null;

  @Part(() => ProblemAnswer, {
    about: 'Mengapa gagal: paling banyak tiga masalah pertama; semuanya ada pada hasilnya',
    optional: true,
  })
  problem?: ProblemAnswer;
}

export class JobsPage extends PageAnswer {
  @Parts(() => JobAnswer, { about: 'Pekerjaan, yang terbaru dulu' })
  items!: JobAnswer[];
}

export class JobsWish extends PageWish {
  @Choice(jobStateNames, { about: 'Hanya dalam keadaan ini', optional: true })
  state?: (typeof jobStateNames)[number];

  @Choice(jobKinds, { about: 'Hanya jenis ini', optional: true })
  kind?: string;
}
