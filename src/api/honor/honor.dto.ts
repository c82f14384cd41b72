import { Month, Months, Money, Parts, Text, WholeNumber } from '../../web/fields.js';

export class CalculationWish {
  @Text({ about: 'Kode wilayah Kemendagri', example: '13.10.04.2001', max: 13 })
  region!: string;

  @Months({ about: 'Bulan layanan' })
  months!: string[];
}

export class SourceTotalAnswer {
  @Text({ about: 'Sumber dana' })
  source!: string;

  @Money({ about: 'Bruto, rupiah' })
  gross!: bigint;
}

export class ExclusionAnswer {
  @Text({ about: 'Nama kader' })
  kader!: string;

  @Text({ about: 'NIK, tersamar' })
  nik!: string;

  @Text({ about: 'Nagari' })
  nagari!: string;

  @Month({ about: 'Bulan' })
  month!: string;

  @Text({ about: 'Komponen honor', nullable: true })
  component!: string | null;

  @Text({ about: 'Kode alasan' })
  code!: string;

  @Text({ about: 'Mengapa tidak dihitung', max: 4000 })
  message!: string;
}

export class CalculationAnswer {
  @WholeNumber({ about: 'Nomor perhitungan' })
  calculationId!: number;

  @WholeNumber({ about: 'Kader yang berhak' })
  kader!: number;

  @WholeNumber({ about: 'Baris baru atau koreksi' })
  changedLines!: number;

  @Money({ about: 'Nilai baris itu, rupiah' })
  changedGross!: bigint;

  @Money({ about: 'Semua hak di wilayah dan bulan itu, rupiah' })
  gross!: bigint;

  @Parts(() => SourceTotalAnswer, { about: 'Menurut sumber dana' })
  bySource!: readonly SourceTotalAnswer[];

  @Parts(() => ExclusionAnswer, { about: 'Siapa tidak dihitung, dan mengapa' })
  exclusions!: readonly ExclusionAnswer[];
}

export class VerificationWish {
  @Text({ about: 'Kode wilayah Kemendagri', max: 13 })
  region!: string;

  @Month({ about: 'Bulan' })
  month!: string;
}

export class VerificationAnswer {
  @WholeNumber({ about: 'Kegiatan yang diverifikasi' })
  verified!: number;

  @WholeNumber({ about: 'Yang sudah diverifikasi sebelumnya' })
  alreadyVerified!: number;
}
