import { keptReasons } from '../../core/privacy/decide-retention.js';
import { LONGEST_RETENTION, SHORTEST_RETENTION } from '../../core/privacy/retention-rule.js';
import { Choice, Counts, Day, Moment, Parts, Text, WholeNumber } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { PageWish } from '../../web/page-wish.js';

const YEARS = { min: SHORTEST_RETENTION, max: LONGEST_RETENTION } as const;

export class RetentionRuleWish {
  @WholeNumber({ about: 'Berapa tahun sesudah tahun anggaran peristiwa terakhirnya', ...YEARS })
  years!: number;

  @Day({ about: 'Berlaku sejak; yang pertama atau lebih pendek paling cepat 30 hari sesudah dicatat' })
  from!: string;

  @Text({ about: 'Aturan atau jadwal retensi arsip yang memintanya', max: 500 })
  basis!: string;

  @Text({ about: 'Alasan perubahan, dengan kata-kata', max: 500 })
  reason!: string;
}

export class RetentionRuleMade {
  @WholeNumber({ about: 'Nomor aturan' })
  id!: number;
}

export class RetentionRuleAnswer {
  @WholeNumber({ about: 'Nomor aturan' })
  id!: number;

  @WholeNumber({ about: 'Berapa tahun sesudah tahun anggaran peristiwa terakhirnya' })
  years!: number;

  @Day({ about: 'Berlaku sejak' })
  validFrom!: string;

  @Text({ about: 'Aturan atau jadwal retensi arsip yang memintanya', max: 500 })
  basis!: string;

  @Text({ about: 'Alasan', max: 500 })
  reason!: string;

  @Text({ about: 'Siapa yang mencatat' })
  recordedBy!: string;

  @Moment({ about: 'Kapan dicatat' })
  recordedAt!: Date;
}

export class RetentionRulesAnswer extends PageAnswer {
  @Parts(() => RetentionRuleAnswer, { about: 'Menurut urutan dicatat' })
  items!: readonly RetentionRuleAnswer[];
}

export class RetentionPageWish extends PageWish {
  @Day({ about: 'Keadaan pada hari ini, bila tidak ada apa-apa lagi sampai hari itu' })
  before!: string;
}

export class KeptWhyAnswer {
  @Choice(keptReasons, { about: 'Mengapa masih disimpan' })
  code!: string;

  @Text({ about: 'Dengan kata-kata', max: 400 })
  message!: string;
}

/** Without a name: whoever decides need not know her. */
export class KaderRetentionAnswer {
  @WholeNumber({ about: 'Nomor kader' })
  kaderId!: number;

  @Text({ about: 'Kode nagari' })
  nagariCode!: string;

  @Day({ about: 'Peristiwa terakhir tentangnya; kosong bila tidak diketahui', nullable: true })
  lastOn!: string | null;

  @Day({ about: 'Hari terakhir disimpan; kosong bila tidak diketahui', nullable: true })
  keptUntil!: string | null;

  @Parts(() => KeptWhyAnswer, { about: 'Mengapa masih disimpan; kosong bila nama dan nomornya akan dihapus' })
  reasons!: readonly KeptWhyAnswer[];
}

export class RetentionPage extends PageAnswer {
  @Parts(() => KaderRetentionAnswer, { about: 'Kader yang namanya masih disimpan, menurut nomornya' })
  items!: readonly KaderRetentionAnswer[];
}

export class FailedPseudonymisationAnswer {
  @WholeNumber({ about: 'Nomor kader' })
  kaderId!: number;

  @Text({ about: 'Aturan basis data yang dilanggar, atau kode dari apa yang tidak terbaca', max: 500 })
  why!: string;
}

export class PseudonymisationAnswer {
  @Day({ about: 'Yang masa simpannya habis sebelum hari ini' })
  before!: string;

  @WholeNumber({ about: 'Yang dihapus namanya' })
  pseudonymised!: number;

  @WholeNumber({ about: 'Yang sementara itu berubah, jadi disimpan' })
  changed!: number;

  @Parts(() => FailedPseudonymisationAnswer, { about: 'Yang ditolak basis data, dan disimpan' })
  failed!: readonly FailedPseudonymisationAnswer[];

  @Counts(keptReasons, { about: 'Banyaknya yang disimpan, menurut alasannya' })
  kept!: Readonly<Record<string, number>>;
}

export class PseudonymisationWish {
  @Day({ about: 'Yang masa simpannya habis sebelum hari ini; paling lambat hari ini' })
  before!: string;

  @Text({ about: 'Alasan, dengan kata-kata', max: 500 })
  reason!: string;
}
