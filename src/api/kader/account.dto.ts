import { Day, Part, Parts, Text } from '../../web/fields.js';

export class AccountWish {
  @Text({ about: 'Empat angka terakhir, atau seluruh, nomor rekening yang dilihat orang kedua', max: 40 })
  account!: string;
}

export class ConfirmedAccountAnswer {
  @Text({ about: 'Nama kader' })
  name!: string;

  @Text({ about: 'Rekening, tersamar' })
  account!: string;

  @Text({ about: 'Nama pada buku tabungan' })
  accountName!: string;
}

export class HeirProofWish {
  @Text({ about: 'Jenis bukti, misalnya "surat keterangan ahli waris"' })
  kind!: string;

  @Text({ about: 'Nomor surat bukti' })
  number!: string;

  @Day({ about: 'Tanggal surat bukti' })
  date!: string;

  @Text({ about: 'Yang menerbitkan' })
  issuer!: string;

  @Text({ about: 'SHA-256 dari pindaian bukti', optional: true, min: 64, max: 64 })
  sha256?: string;
}

export class HeirAccountWish {
  @Text({ about: 'Bank, nama atau kodenya' })
  bank!: string;

  @Text({ about: 'Nomor rekening', max: 40 })
  number!: string;

  @Text({ about: 'Nama pada buku tabungan' })
  name!: string;
}

export class HeirWish {
  @Text({ about: 'Nama ahli waris' })
  name!: string;

  @Text({ about: 'Hubungan, misalnya suami atau anak' })
  relation!: string;

  @Text({ about: 'NIK ahli waris', optional: true, max: 20 })
  nik?: string;

  @Day({ about: 'Tanggal meninggalnya kader menurut bukti' })
  diedOn!: string;

  @Part(() => HeirProofWish, { about: 'Bukti' })
  proof!: HeirProofWish;

  @Part(() => HeirAccountWish, { about: 'Rekening ahli waris' })
  account!: HeirAccountWish;
}

export class DeadKaderAnswer {
  @Text({ about: 'Nama kader' })
  name!: string;

  @Text({ about: 'NIK, tersamar' })
  nik!: string;

  @Day({ about: 'Tanggal meninggal', nullable: true })
  deceasedOn!: string | null;
}

export class HeirProofAnswer {
  @Text({ about: 'Jenis bukti' })
  kind!: string;

  @Text({ about: 'Nomor surat bukti' })
  number!: string;

  @Day({ about: 'Tanggal surat bukti' })
  date!: string;

  @Text({ about: 'Yang menerbitkan' })
  issuer!: string;

  @Text({ about: 'SHA-256 dari pindaian bukti', nullable: true })
  sha256!: string | null;
}

export class HeirAccountAnswer {
  @Text({ about: 'Bank' })
  bank!: string;

  @Text({ about: 'Nomor rekening, tersamar' })
  number!: string;

  @Text({ about: 'Nama pada buku tabungan' })
  name!: string;
}

export class HeirAnswer {
  @Text({ about: 'berlaku, menunggu orang kedua, atau diganti' })
  state!: string;

  @Text({ about: 'Nama ahli waris' })
  name!: string;

  @Text({ about: 'Hubungan' })
  relation!: string;

  @Text({ about: 'NIK, tersamar', nullable: true })
  nik!: string | null;

  @Day({ about: 'Tanggal meninggalnya kader menurut bukti' })
  diedOn!: string;

  @Part(() => HeirProofAnswer, { about: 'Bukti' })
  proof!: HeirProofAnswer;

  @Part(() => HeirAccountAnswer, { about: 'Rekening, tersamar' })
  account!: HeirAccountAnswer;

  @Text({ about: 'Yang mencatat' })
  recorder!: string;

  @Day({ about: 'Dicatat pada' })
  recordedOn!: string;

  @Text({ about: 'Yang mengonfirmasi', nullable: true })
  confirmer!: string | null;

  @Day({ about: 'Dikonfirmasi pada', nullable: true })
  confirmedOn!: string | null;
}

export class HeirsAnswer {
  @Part(() => DeadKaderAnswer, { about: 'Kader' })
  kader!: DeadKaderAnswer;

  @Parts(() => HeirAnswer, { about: 'Catatan ahli waris, yang berlaku dahulu' })
  heirs!: readonly HeirAnswer[];
}
