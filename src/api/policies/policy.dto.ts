import { Type } from 'class-transformer';
import { Day, Parts, Text, Texts, WholeNumber } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';

export class DaysAnswer {
  @Day({ about: 'Sejak' })
  from!: string;

  @Day({ about: 'Sampai; tidak ada: seterusnya', nullable: true })
  to!: string | null;
}

export class VersionNameAnswer {
  @Text({ about: 'Kode' })
  code!: string;

  @WholeNumber({ about: 'Versi' })
  version!: number;
}

export class PolicyVersionAnswer {
  @WholeNumber({ about: 'Nomor' })
  id!: number;

  @Text({ about: 'Kode' })
  code!: string;

  @WholeNumber({ about: 'Versi' })
  version!: number;

  @Text({ about: 'Wilayah' })
  scope!: string;

  @Text({ about: 'Kebijakan yang ditambah', nullable: true })
  topsUp!: string | null;

  @Day({ about: 'Berlaku sejak' })
  validFrom!: string;

  @Day({ about: 'Sampai', nullable: true })
  validTo!: string | null;

  @Text({ about: 'Nomor dasar hukum' })
  legalBasis!: string;

  @Text({ about: 'SHA-256 berkas dasar hukumnya', nullable: true })
  fileSha256!: string | null;

  @Text({ about: 'OPD yang membayar; tidak ada untuk nagari', nullable: true })
  opd!: string | null;

  @Texts({ about: 'Bidang OPD itu' })
  bidang!: readonly string[];

  @Parts(() => DaysAnswer, {
    about: 'Hari-hari berlakunya sekarang; kosong bila ditarik atau seluruhnya digantikan',
  })
  inForce!: readonly DaysAnswer[];

  @Parts(() => VersionNameAnswer, { about: 'Versi yang digantikannya' })
  replaces!: readonly VersionNameAnswer[];

  @Text({ about: 'Mengapa menggantikannya', nullable: true, max: 2000 })
  reason!: string | null;

  @Parts(() => VersionNameAnswer, { about: 'Versi yang menggantikannya' })
  replacedBy!: readonly VersionNameAnswer[];

  @Text({ about: 'Alasan penarikan; tidak ada bila tidak ditarik', nullable: true, max: 2000 })
  withdrawn!: string | null;

  @Texts({ about: 'Siapa mencatatnya, apa yang digantikan dan menggantikannya, kalimat demi kalimat' })
  standing!: readonly string[];

  @Texts({ about: 'Komponen honor, satu kalimat tiap komponen' })
  components!: readonly string[];
}

export class PolicyVersionsAnswer extends PageAnswer {
  @Parts(() => PolicyVersionAnswer, { about: 'Setiap versi' })
  items!: readonly PolicyVersionAnswer[];
}

/** Two versions; in the query. */
export class PolicyDifferenceWish {
  @Type(() => Number)
  @WholeNumber({ about: 'Versi lama', min: 1 })
  before!: number;

  @Type(() => Number)
  @WholeNumber({ about: 'Versi baru', min: 1 })
  after!: number;
}

export class PolicyDifferencePart {
  @Text({ about: 'Letaknya dalam dokumen', max: 500 })
  path!: string;

  @Text({ about: 'Apa yang berbeda', max: 500 })
  label!: string;

  @Text({ about: 'Sebelumnya', nullable: true, max: 4000 })
  before!: string | null;

  @Text({ about: 'Sesudahnya', nullable: true, max: 4000 })
  after!: string | null;
}

export class PolicyDifferenceAnswer {
  @Parts(() => PolicyDifferencePart, { about: 'Semua bedanya' })
  items!: readonly PolicyDifferencePart[];
}
