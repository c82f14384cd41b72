import { signedSteps } from '../../core/approval/approval-bands.js';
import { capacities } from '../../core/approval/delegation.js';
import {
  Choice,
  Day,
  Flag,
  Moment,
  Money,
  Months,
  Part,
  Parts,
  Text,
  WholeNumber,
} from '../../web/fields.js';
import { BasisPart } from './request-wish.dto.js';

export class MandateAnswer {
  @WholeNumber({ about: 'Nomor pelimpahan' })
  delegation!: number;

  @Text({ about: 'Yang diwakili' })
  principal!: string;

  @Text({ about: 'Jabatannya' })
  position!: string;

  @Choice(capacities, { about: 'plh: pelaksana harian; an: atas nama' })
  capacity!: string;

  @Text({ about: 'Surat tugas', max: 500 })
  basis!: string;

  @Day({ about: 'Sejak' })
  validFrom!: string;

  @Day({ about: 'Sampai' })
  validTo!: string;
}

export class AppliedBandsAnswer {
  @Text({ about: 'Wilayah atau OPD' })
  scope!: string;

  @WholeNumber({ about: 'Versi' })
  version!: number;

  @Text({ about: 'Nama', max: 500 })
  name!: string;

  @Part(() => BasisPart, { about: 'Dasar hukum' })
  legalBasis!: BasisPart;
}

export class AwaitedSignatureAnswer {
  @Choice(signedSteps, { about: 'Langkah yang menunggunya' })
  step!: string;

  @Text({ about: 'Jabatan' })
  function!: string;

  @WholeNumber({ about: 'Banyaknya orang yang diminta' })
  signers!: number;

  @WholeNumber({ about: 'Yang sudah menandatangani' })
  given!: number;
}

export class CountersignatureAnswer {
  @WholeNumber({ about: 'Pengajuan ke berapa' })
  submission!: number;

  @Choice(signedSteps, { about: 'Sebelum langkah' })
  step!: string;

  @Text({ about: 'Sebagai' })
  function!: string;

  @Text({ about: 'Oleh' })
  signedBy!: string;

  @Text({ about: 'Jabatannya' })
  position!: string;

  @Part(() => MandateAnswer, { about: 'Untuk siapa, bila tidak atas nama sendiri', optional: true })
  mandate?: MandateAnswer;

  @Moment({ about: 'Pada' })
  signedAt!: Date;

  @Text({ about: 'Catatan', nullable: true, max: 2000 })
  note!: string | null;

  @Money({ about: 'Bruto yang ditandatangani, rupiah' })
  gross!: bigint;

  @Money({ about: 'Netto yang ditandatangani, rupiah' })
  net!: bigint;

  @WholeNumber({ about: 'Banyaknya kader' })
  kaderCount!: number;

  @Months({ about: 'Bulan layanan' })
  months!: readonly string[];

  @Text({ about: 'Sidik jari isi yang ditandatangani' })
  contentSha256!: string;
}

export class SigningAnswer {
  @Flag({ about: 'Dibekukan saat diajukan; false pada draf: yang akan diminta bila diajukan hari ini' })
  isFrozen!: boolean;

  @Day({ about: 'Hari jenjang itu berlaku', nullable: true })
  appliedOn!: string | null;

  @Parts(() => AppliedBandsAnswer, { about: 'Jenjang yang berlaku; kosong: empat orang cukup' })
  bands!: readonly AppliedBandsAnswer[];

  @Parts(() => AwaitedSignatureAnswer, { about: 'Tanda tangan yang diminta' })
  awaited!: readonly AwaitedSignatureAnswer[];

  @Text({ about: 'Sidik jari isi yang diajukan', nullable: true })
  contentSha256!: string | null;

  @Parts(() => CountersignatureAnswer, { about: 'Yang sudah menandatangani, juga pada pengajuan sebelumnya' })
  countersignatures!: readonly CountersignatureAnswer[];
}

export class CashLineAnswer {
  @Text({ about: 'Sumber dana, dengan pembayar dan tahunnya' })
  source!: string;

  @Money({ about: 'Yang diminta SPP ini, rupiah' })
  asked!: bigint;

  @Money({ about: 'Kas yang sudah masuk, rupiah' })
  received!: bigint;

  @Money({ about: 'Yang sudah dibayar, rupiah' })
  paid!: bigint;

  @Money({ about: 'Terikat SPP yang diajukan lebih dahulu dan belum dicairkan, rupiah' })
  bound!: bigint;

  @Money({ about: 'Kurangnya, rupiah' })
  short!: bigint;

  @Flag({ about: 'Pembayar ini mencatat kas masuk; bila tidak, kurang tidak berarti apa-apa' })
  recordsCash!: boolean;
}

/** What was signed, and who has still to sign before the step. */
export class CountersignedAnswer {
  @Choice(signedSteps, { about: 'Langkah yang menunggunya' })
  step!: string;

  @Text({ about: 'Jabatan yang menandatangani' })
  function!: string;

  @Parts(() => AwaitedSignatureAnswer, { about: 'Semua tanda tangan yang diminta' })
  awaited!: readonly AwaitedSignatureAnswer[];
}

export class CashLinesAnswer {
  @Parts(() => CashLineAnswer, { about: 'Menurut sumber dana' })
  items!: readonly CashLineAnswer[];
}
