import { recoveryModes, type RecoveryMode } from '../../core/overpayment/check-plan.js';
import { Choice, Day, Flag, Moment, Money, Month, Part, Parts, Text, WholeNumber } from '../../web/fields.js';

export class RecoveryPlanWish {
  @Money({ about: 'Cicilan sebulan, rupiah' })
  instalment!: number;

  @Month({ about: 'Bulan pertama' })
  from!: string;

  @Choice(recoveryModes, { about: 'set-off: dipotong dari honor bulan-bulan itu; cash: disetor tunai' })
  mode!: RecoveryMode;

  @Text({ about: 'Surat yang ditandatangani kader' })
  document!: string;
}

export class CashWish {
  @Money({ about: 'Jumlah, rupiah' })
  amount!: number;

  @Day({ about: 'Tanggal diterima' })
  on!: string;

  @Text({ about: 'Nomor kuitansi' })
  receipt!: string;
}

export class PlanAnswer {
  @Money({ about: 'Cicilan sebulan, rupiah' })
  instalment!: bigint;

  @Month({ about: 'Bulan pertama' })
  from!: string;

  @Choice(recoveryModes, { about: 'Cara' })
  mode!: string;

  @Text({ about: 'Surat yang ditandatangani kader' })
  document!: string;

  @Text({ about: 'Dicatat oleh' })
  proposer!: string;

  @Moment({ about: 'Pada' })
  proposedAt!: Date;

  @Text({ about: 'Disahkan oleh', nullable: true })
  confirmer!: string | null;

  @Moment({ about: 'Pada', nullable: true })
  confirmedAt!: Date | null;
}

export class InstalmentAnswer {
  @WholeNumber({ about: 'Cicilan ke berapa' })
  number!: number;

  @Month({ about: 'Bulan' })
  due!: string;

  @Money({ about: 'Jumlah, rupiah' })
  amount!: bigint;
}

export class AgreedPlanAnswer {
  @Text({ about: 'Nomor kasus' })
  number!: string;

  @Part(() => PlanAnswer, { about: 'Rencana' })
  plan!: PlanAnswer;

  @Parts(() => InstalmentAnswer, { about: 'Cicilannya' })
  instalments!: readonly InstalmentAnswer[];
}

export class CashReceiptAnswer {
  @Text({ about: 'Nomor kuitansi' })
  receipt!: string;

  @Money({ about: 'Jumlah, rupiah' })
  amount!: bigint;

  @Day({ about: 'Tanggal diterima' })
  on!: string;

  @Text({ about: 'Dicatat oleh' })
  recordedBy!: string;
}

export class CashOutcomeAnswer {
  @Money({ about: 'Jumlah, rupiah' })
  amount!: bigint;

  @Day({ about: 'Tanggal diterima' })
  on!: string;

  @Text({ about: 'Nomor kuitansi' })
  receipt!: string;

  @Flag({ about: 'Baru; false bila sudah tercatat' })
  isNew!: boolean;

  @Money({ about: 'Sisa kelebihan bayar, rupiah' })
  rest!: bigint;
}
