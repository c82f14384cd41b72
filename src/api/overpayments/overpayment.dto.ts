import { overpaymentStateNames } from '../../core/overpayment/overpayment-balance.js';
import { Choice, Day, Flag, Moment, Money, Month, Parts, Text, WholeNumber } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { PlanAnswer, CashReceiptAnswer } from './recovery.dto.js';

export class OpeningWish {
  @Text({ about: 'Kode pembayar', max: 40 })
  payer!: string;

  @WholeNumber({ about: 'Hanya kader dengan nomor ini', optional: true, min: 1 })
  kader?: number;
}

export class CaseAnswer {
  @WholeNumber({ about: 'Nomor urut' })
  id!: number;

  @Text({ about: 'Nomor kasus' })
  number!: string;

  @Text({ about: 'Kode pembayar' })
  payer!: string;

  @Text({ about: 'Nama pembayar' })
  payerName!: string;

  @WholeNumber({ about: 'Nomor kader' })
  kaderId!: number;

  @Text({ about: 'Nama kader' })
  kader!: string;

  @Text({ about: 'NIK, tersamar' })
  nik!: string;

  @Choice(Object.keys(overpaymentStateNames), { about: 'Keadaan' })
  state!: string;

  @Money({ about: 'Kelebihan bayar, rupiah' })
  amount!: bigint;

  @Money({ about: 'Sudah dipotong, rupiah' })
  setOff!: bigint;

  @Money({ about: 'Sudah disetor tunai, rupiah' })
  cash!: bigint;

  @Money({ about: 'Sisanya, rupiah' })
  rest!: bigint;

  @Money({ about: 'Dari sisa itu, yang dipotong dalam SPP yang masih berjalan, rupiah' })
  held!: bigint;

  @Text({ about: 'Dibuka oleh' })
  openedBy!: string;

  @Moment({ about: 'Pada' })
  openedAt!: Date;
}

export class UnopenedLineAnswer {
  @Text({ about: 'Sumber dana' })
  source!: string;

  @Money({ about: 'Jumlah, rupiah' })
  amount!: bigint;
}

export class CorrectionAnswer {
  @Month({ about: 'Bulan layanan' })
  serviceMonth!: string;

  @Text({ about: 'Komponen honor' })
  component!: string;

  @Text({ about: 'Sumber dana' })
  source!: string;

  @Money({ about: 'Selisih, rupiah' })
  amount!: bigint;

  @WholeNumber({ about: 'Koreksi ke berapa' })
  revision!: number;

  @Text({ about: 'Kebijakan' })
  policy!: string;

  @Text({ about: 'Dasar hukumnya' })
  legalBasis!: string;

  @Day({ about: 'Dihitung pada' })
  calculatedOn!: string;
}

export class UnopenedAnswer {
  @Text({ about: 'Kode pembayar' })
  payer!: string;

  @WholeNumber({ about: 'Nomor kader' })
  kaderId!: number;

  @Text({ about: 'Nama kader' })
  kader!: string;

  @Text({ about: 'NIK, tersamar' })
  nik!: string;

  @Money({ about: 'Kelebihan bayar, rupiah' })
  amount!: bigint;

  @Day({ about: 'Sejak' })
  since!: string;

  @Parts(() => UnopenedLineAnswer, { about: 'Menurut sumber dana' })
  lines!: readonly UnopenedLineAnswer[];

  @Parts(() => CorrectionAnswer, { about: 'Koreksi yang menimbulkannya' })
  deltas!: readonly CorrectionAnswer[];
}

export class MovedHonorAnswer {
  @Text({ about: 'Kode pembayar' })
  payer!: string;

  @Text({ about: 'Nama kader' })
  kader!: string;

  @Text({ about: 'NIK, tersamar' })
  nik!: string;

  @Month({ about: 'Bulan layanan' })
  month!: string;

  @Text({ about: 'Komponen honor' })
  component!: string;

  @Text({ about: 'Sumber dana yang membayarnya' })
  from!: string;

  @Text({ about: 'Sumber dana yang harus menanggungnya' })
  to!: string;

  @Money({ about: 'Jumlah, rupiah' })
  amount!: bigint;
}

export class WaitingTransferAnswer {
  @Text({ about: 'Kode alasan' })
  code!: string;

  @Text({ about: 'Mengapa belum dipindahkan, dan apa yang harus dilakukan', max: 4000 })
  message!: string;
}

export class TransfersAnswer {
  @Parts(() => MovedHonorAnswer, { about: 'Yang dipindahkan' })
  moved!: readonly MovedHonorAnswer[];

  @Parts(() => WaitingTransferAnswer, { about: 'Yang menunggu pagu' })
  waiting!: readonly WaitingTransferAnswer[];
}

export class UnsettledMoveAnswer {
  @Month({ about: 'Bulan layanan' })
  month!: string;

  @Text({ about: 'Komponen honor' })
  component!: string;

  @Text({ about: 'Sumber dana yang membayarnya' })
  from!: string;

  @Text({ about: 'Sumber dana yang harus menanggungnya' })
  to!: string;

  @Money({ about: 'Jumlah, rupiah' })
  amount!: bigint;
}

export class UnsettledAnswer {
  @Text({ about: 'Kode pembayar' })
  payer!: string;

  @WholeNumber({ about: 'Nomor kader' })
  kaderId!: number;

  @Text({ about: 'Nama kader' })
  kader!: string;

  @Text({ about: 'NIK, tersamar' })
  nik!: string;

  @Parts(() => UnsettledMoveAnswer, { about: 'Yang pindah, bulan terlama dulu' })
  moves!: readonly UnsettledMoveAnswer[];
}

export class UnsettledPage extends PageAnswer {
  @Parts(() => UnsettledAnswer, { about: 'Honor yang bebannya belum dipindahkan, menurut kader' })
  items!: readonly UnsettledAnswer[];
}

export class UnopenedPage extends PageAnswer {
  @Parts(() => UnopenedAnswer, { about: 'Yang belum menjadi kasus' })
  items!: readonly UnopenedAnswer[];
}

export class CasesPage extends PageAnswer {
  @Parts(() => CaseAnswer, { about: 'Kasus dengan sisanya, yang terlama dulu' })
  items!: readonly CaseAnswer[];
}

export class CasesAnswer {
  @Parts(() => CaseAnswer, { about: 'Kasus yang dibuka' })
  items!: readonly CaseAnswer[];
}

export class CasePartAnswer {
  @Text({ about: 'Sumber dana' })
  source!: string;

  @Month({ about: 'Bulan layanan' })
  month!: string;

  @Text({ about: 'Komponen honor' })
  component!: string;

  @Money({ about: 'Jumlah, rupiah; di bawah nol bila harus kembali' })
  amount!: bigint;

  @Choice(['owed', 'held', 'recovered', 'cash', 'replaced'], { about: 'Keadaan' })
  standing!: string;

  @Flag({ about: 'Koreksi asal kasus ini' })
  isClaim!: boolean;

  @Text({ about: 'Kebijakan' })
  policy!: string;

  @Text({ about: 'Dasar hukumnya' })
  legalBasis!: string;

  @Text({ about: 'Mengapa bulan itu tidak lagi menjadi haknya', nullable: true, max: 4000 })
  reason!: string | null;

  @WholeNumber({ about: 'Cicilan ke berapa', nullable: true })
  instalment!: number | null;

  @Month({ about: 'Bulan cicilan', nullable: true })
  due!: string | null;

  @Text({ about: 'SPP yang memotongnya', nullable: true })
  request!: string | null;
}

export class CaseDetailsAnswer extends CaseAnswer {
  @Parts(() => CasePartAnswer, { about: 'Koreksi asal, cicilan, dan keadaannya' })
  parts!: readonly CasePartAnswer[];

  @Parts(() => PlanAnswer, { about: 'Rencana, yang terakhir berlaku' })
  plans!: readonly PlanAnswer[];

  @Parts(() => CashReceiptAnswer, { about: 'Kuitansi' })
  receipts!: readonly CashReceiptAnswer[];
}
