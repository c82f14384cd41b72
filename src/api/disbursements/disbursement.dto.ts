import { Choice, Flag, Money, Parts, Text, WholeNumber } from '../../web/fields.js';
import { SheetProblemAnswer } from '../imports/import.dto.js';

export class PaymentFileAnswer {
  @Choice(['recipients-list', 'bank-csv'], { about: 'Jenis berkas' })
  kind!: string;

  @Text({ about: 'SHA-256 isinya' })
  sha256!: string;

  @WholeNumber({ about: 'Banyaknya orang' })
  rows!: number;

  @Money({ about: 'Jumlah, rupiah' })
  total!: bigint;

  @Text({ about: 'Isi berkas, base64', max: 50_000_000 })
  content!: string;

  @Text({ about: 'Nama berkas' })
  name!: string;
}

export class PaymentFilesAnswer {
  @Parts(() => PaymentFileAnswer, { about: 'Daftar penerimaan dan berkas bank' })
  items!: PaymentFileAnswer[];
}

export class ReturnedAnswer {
  @Text({ about: 'Nomor transfer' })
  reference!: string;

  @Text({ about: 'Nama' })
  name!: string;

  @Text({ about: 'Rekening, tersamar' })
  account!: string;

  @Money({ about: 'Jumlah, rupiah' })
  amount!: bigint;

  @Text({ about: 'Kata bank', min: 0, max: 2000 })
  remark!: string;
}

export class ReconciliationAnswer {
  @Flag({ about: 'Tercatat; bila tidak, lihat problems' })
  applied!: boolean;

  @WholeNumber({ about: 'Berhasil' })
  paid!: number;

  @WholeNumber({ about: 'Retur' })
  returned!: number;

  @WholeNumber({ about: 'Sudah tercatat' })
  known!: number;

  @WholeNumber({ about: 'Belum dijawab' })
  outstanding!: number;

  @Text({ about: 'Keadaan SPP' })
  state!: string;

  @Parts(() => SheetProblemAnswer, { about: 'Masalah; bila ada, tidak ada yang disimpan' })
  problems!: SheetProblemAnswer[];

  @Parts(() => ReturnedAnswer, { about: 'Siapa yang transfernya kembali' })
  returnedTo!: readonly ReturnedAnswer[];
}
