import { Type } from 'class-transformer';
import { signedSteps } from '../../core/approval/approval-bands.js';
import {
  capacities,
  delegatedSteps,
  type Capacity,
  type DelegatedStep,
} from '../../core/approval/delegation.js';
import { Choice, Day, Flag, Moment, Money, Part, Parts, Text, Texts, WholeNumber } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { PageWish } from '../../web/page-wish.js';
import { BasisPart } from '../requests/request-wish.dto.js';

const payers = ['nagari', 'opd'] as const;

export class BandImportAnswer {
  @Text({ about: 'Wilayah atau OPD' })
  scope!: string;

  @Choice(payers, { about: 'Untuk SPP siapa' })
  appliesTo!: string;

  @Text({ about: 'Nama', max: 500 })
  name!: string;

  @WholeNumber({ about: 'Versi' })
  version!: number;

  @Flag({ about: 'Baru; false bila dokumen yang sama sudah ada' })
  isNew!: boolean;
}

export class RequiredSignatureAnswer {
  @Choice(signedSteps, { about: 'Sebelum langkah' })
  step!: string;

  @Text({ about: 'Jabatan' })
  function!: string;

  @WholeNumber({ about: 'Banyaknya orang' })
  signers!: number;
}

export class BandAnswer {
  @Money({ about: 'Mulai bruto sekian, rupiah' })
  from!: bigint;

  @Parts(() => RequiredSignatureAnswer, { about: 'Yang ikut menandatangani' })
  signatures!: readonly RequiredSignatureAnswer[];
}

export class BandVersionAnswer {
  @WholeNumber({ about: 'Nomor' })
  id!: number;

  @Text({ about: 'Wilayah atau OPD' })
  scope!: string;

  @Choice(payers, { about: 'Untuk SPP siapa' })
  appliesTo!: string;

  @WholeNumber({ about: 'Versi' })
  version!: number;

  @Text({ about: 'Nama', max: 500 })
  name!: string;

  @Part(() => BasisPart, { about: 'Dasar hukum' })
  legalBasis!: BasisPart;

  @Day({ about: 'Berlaku sejak' })
  validFrom!: string;

  @Day({ about: 'Sampai', nullable: true })
  validTo!: string | null;

  @Parts(() => BandAnswer, { about: 'Jenjang, yang terendah dulu' })
  bands!: readonly BandAnswer[];

  @Text({ about: 'Dimuat oleh' })
  recordedBy!: string;

  @Moment({ about: 'Pada' })
  recordedAt!: Date;
}

export class BandVersionsAnswer extends PageAnswer {
  @Parts(() => BandVersionAnswer, { about: 'Setiap versi; kosong: setiap SPP cukup dengan empat orang' })
  items!: readonly BandVersionAnswer[];
}

/** Two versions of the bands of one scope; in the query. */
export class BandDifferenceWish {
  @Text({ about: 'Kode wilayah atau OPD', max: 40 })
  scope!: string;

  @Choice(payers, { about: 'Untuk SPP siapa' })
  appliesTo!: (typeof payers)[number];

  @Type(() => Number)
  @WholeNumber({ about: 'Versi lama', min: 1 })
  before!: number;

  @Type(() => Number)
  @WholeNumber({ about: 'Versi baru', min: 1 })
  after!: number;
}

export class DifferenceAnswer {
  @Texts({ about: 'Satu baris tiap beda; - yang lama, + yang baru', max: 1000 })
  lines!: readonly string[];
}

export class DelegationWish {
  @Text({ about: 'Nama pengguna yang berhalangan', max: 40 })
  from!: string;

  @Text({ about: 'Nama pengguna yang bertindak untuknya', max: 40 })
  to!: string;

  @Choice(delegatedSteps, { about: 'Langkah yang dilimpahkan' })
  step!: DelegatedStep;

  @Text({ about: 'Kode nagari atau OPD yang membayar', example: '13.10.04.2001', max: 40 })
  payer!: string;

  @Day({ about: 'Mulai tanggal' })
  validFrom!: string;

  @Day({ about: 'Sampai tanggal' })
  validTo!: string;

  @Text({ about: 'Dasarnya', example: 'surat tugas 5/2026' })
  basis!: string;

  @Text({ about: 'Alasan berhalangan', max: 500 })
  reason!: string;

  @Choice(capacities, { about: 'plh: pelaksana harian; an: atas nama. plh bila tidak diisi', optional: true })
  capacity?: Capacity;
}

export class DelegationAnswer {
  @WholeNumber({ about: 'Nomor' })
  id!: number;

  @Text({ about: 'Yang berhalangan' })
  from!: string;

  @Text({ about: 'Yang bertindak untuknya' })
  to!: string;

  @Choice(delegatedSteps, { about: 'Langkah' })
  step!: string;

  @Text({ about: 'Kode pembayar' })
  payer!: string;

  @Choice(capacities, { about: 'plh: pelaksana harian; an: atas nama' })
  capacity!: string;

  @Day({ about: 'Mulai' })
  validFrom!: string;

  @Day({ about: 'Sampai' })
  validTo!: string;

  @Text({ about: 'Dasarnya' })
  basis!: string;

  @Text({ about: 'Alasan', max: 500 })
  reason!: string;

  @Text({ about: 'Dicatat oleh' })
  recordedBy!: string;

  @Moment({ about: 'Pada' })
  recordedAt!: Date;

  @Text({ about: 'Dicabut oleh', nullable: true })
  revokedBy!: string | null;

  @Moment({ about: 'Dicabut pada', nullable: true })
  revokedAt!: Date | null;

  @Text({ about: 'Alasan pencabutan', nullable: true, max: 500 })
  revokedReason!: string | null;
}

export class DelegationsAnswer extends PageAnswer {
  @Parts(() => DelegationAnswer, { about: 'Yang terlama dulu, juga yang sudah berakhir atau dicabut' })
  items!: readonly DelegationAnswer[];
}

/** Of one paying body, or of all, page by page; in the query. */
export class OfPayerWish extends PageWish {
  @Text({ about: 'Hanya pembayar ini', optional: true, max: 40 })
  payer?: string;
}
