import { deductionKinds } from '../../core/deduction/deduction-policy.js';
import {
  Choice,
  Day,
  Flag,
  Money,
  Month,
  Part,
  Parts,
  Shaped,
  Text,
  WholeNumber,
  Written,
} from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { DaysAnswer, VersionNameAnswer } from '../policies/policy.dto.js';
import { BasisPart } from '../requests/request-wish.dto.js';
import type { AnswerName, AnswerTypes } from '../answer-types.js';

export class DecreePart extends BasisPart {
  @Text({ about: 'SHA-256 berkasnya', nullable: true })
  fileSha256!: string | null;
}

export class DeductionPolicyAnswer {
  @WholeNumber({ about: 'Nomor' })
  id!: number;

  @Text({ about: 'Kode' })
  code!: string;

  @WholeNumber({ about: 'Versi' })
  version!: number;

  @Text({ about: 'Nama', max: 500 })
  name!: string;

  @Part(() => DecreePart, { about: 'Dasar hukum' })
  legalBasis!: DecreePart;

  @Day({ about: 'Berlaku sejak' })
  validFrom!: string;

  @Day({ about: 'Sampai', nullable: true })
  validTo!: string | null;

  @Parts(() => DaysAnswer, { about: 'Hari-hari berlakunya sekarang; kosong bila seluruhnya digantikan' })
  inForce!: readonly DaysAnswer[];

  @Parts(() => VersionNameAnswer, { about: 'Versi yang digantikannya' })
  replaces!: readonly VersionNameAnswer[];

  @Text({ about: 'Mengapa menggantikannya', nullable: true, max: 2000 })
  reason!: string | null;

  @Parts(() => VersionNameAnswer, { about: 'Versi yang menggantikannya' })
  replacedBy!: readonly VersionNameAnswer[];

  @Choice(deductionKinds, { about: 'Jenis potongan' })
  kind!: string;

  @Written('DeductionRule' satisfies AnswerName, { about: 'Cara menghitungnya' })
  rule!: AnswerTypes['DeductionRule'];

  @WholeNumber({ about: 'Disetor paling lambat tanggal ini bulan berikutnya' })
  dueDay!: number;
}

export class DeductionPoliciesAnswer extends PageAnswer {
  @Parts(() => DeductionPolicyAnswer, { about: 'Setiap versi' })
  items!: readonly DeductionPolicyAnswer[];
}

export class WithholderWish {
  @Text({ about: 'Kode nagari atau OPD yang membayar', max: 40 })
  payer!: string;

  @Text({ about: 'NPWP 16 angka', max: 40 })
  npwp!: string;

  @Text({ about: 'NITKU 22 angka: NPWP diikuti 6 angka tempat usaha', max: 40 })
  nitku!: string;

  @Text({ about: 'Nama seperti tertulis pada kartu NPWP' })
  name!: string;

  @Day({ about: 'Berlaku sejak' })
  from!: string;
}

export class WithholderAnswer extends WithholderWish {
  @Flag({ about: 'Baru; false bila sudah tercatat begitu' })
  isNew!: boolean;
}

export class RecordedWithholderAnswer extends WithholderWish {
  @Text({ about: 'Dicatat oleh' })
  recordedBy!: string;
}

export class WithholdersAnswer extends PageAnswer {
  @Parts(() => RecordedWithholderAnswer, { about: 'Menurut pembayar dan tanggal' })
  items!: readonly RecordedWithholderAnswer[];
}

export class SlipsWish {
  @Text({ about: 'Kode nagari atau OPD pemotong', max: 40 })
  payer!: string;

  @Month({ about: 'Bulan pencairan honornya' })
  period!: string;

  @Choice(['xlsx', 'csv'], { about: 'Bentuk lembar' })
  format!: 'xlsx' | 'csv';
}

export class SlipsAnswer {
  @Text({ about: 'Nama berkas' })
  name!: string;

  @Shaped(/^[0-9a-f]{64}$/, { about: 'SHA-256 isinya', example: '0'.repeat(64) })
  sha256!: string;

  @WholeNumber({ about: 'Banyaknya baris' })
  rows!: number;

  @Money({ about: 'Bruto, rupiah' })
  gross!: bigint;

  @Money({ about: 'PPh 21 yang dipotong, rupiah' })
  tax!: bigint;

  @Text({ about: 'Isi berkas, base64; memuat NIK lengkap', max: 50_000_000 })
  content!: string;
}
