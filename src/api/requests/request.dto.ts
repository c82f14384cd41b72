import { requestTransitions } from '../../core/payment/request-state.js';
import {
  Choice,
  Flag,
  Facts,
  Moment,
  Money,
  Month,
  Months,
  Part,
  Parts,
  Text,
  WholeNumber,
} from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { SheetProblemAnswer } from '../imports/import.dto.js';
import { BasisPart } from './request-wish.dto.js';

const states = Object.keys(requestTransitions);

export class ReasonWish {
  @Text({ about: 'Alasan, dengan kata-kata', max: 500 })
  reason!: string;
}

export class RequestAnswer {
  @WholeNumber({ about: 'Nomor urut' })
  id!: number;

  @Text({ about: 'Nomor SPP' })
  number!: string;

  @Choice(states, { about: 'Keadaan' })
  state!: string;

  @Months({ about: 'Bulan layanan' })
  months!: string[];

  @WholeNumber({ about: 'Banyaknya kader' })
  kaderCount!: number;

  @Money({ about: 'Bruto, rupiah' })
  gross!: bigint;

  @Money({ about: 'Potongan, rupiah' })
  deductions!: bigint;

  @Money({ about: 'Netto, rupiah' })
  net!: bigint;

  @WholeNumber({ about: 'Pengajuan ke berapa' })
  submission!: number;

  @Choice(['current', 'prior-year'], { about: 'Tahun berjalan, atau utang tahun yang sudah ditutup' })
  kind!: string;

  @Part(() => BasisPart, { about: 'Dasar pembayaran utang', optional: true })
  basis?: BasisPart;

  @Moment({ about: 'Disusun pada' })
  createdAt!: Date;
}

export class HeldOutAnswer {
  @Text({ about: 'Nama kader yang ditahan' })
  kader!: string;

  @Money({ about: 'Haknya, rupiah' })
  owed!: bigint;

  @Text({ about: 'Kode alasan' })
  code!: string;

  @Text({ about: 'Alasan, dengan apa yang harus dilakukan', max: 2000 })
  message!: string;

  @Facts({ about: 'Fakta alasan itu' })
  facts!: Readonly<Record<string, unknown>>;
}

export class ShortAnswer {
  @Text({ about: 'Sumber dana' })
  source!: string;

  @Money({ about: 'Kurangnya, rupiah' })
  missing!: bigint;
}

export class LeftOutAnswer {
  @Text({ about: 'Nama kader' })
  kader!: string;

  @Text({ about: 'NIK, tersamar' })
  nik!: string;

  @Month({ about: 'Bulan layanan' })
  month!: string;

  @Money({ about: 'Haknya bulan itu, rupiah' })
  amount!: bigint;

  @Parts(() => ShortAnswer, { about: 'Sumber dana yang kurang' })
  short!: readonly ShortAnswer[];
}

export class DraftAnswer {
  @Part(() => RequestAnswer, { about: 'SPP yang disusun' })
  request!: RequestAnswer;

  @Parts(() => HeldOutAnswer, { about: 'Siapa yang tidak dapat dibayar sekarang, dan mengapa' })
  heldOut!: HeldOutAnswer[];

  @Parts(() => LeftOutAnswer, { about: 'Bulan kader yang belum tertampung pagu' })
  leftOut!: readonly LeftOutAnswer[];
}

export class RequestPage extends PageAnswer {
  @Parts(() => RequestAnswer, { about: 'SPP, yang terlama dulu' })
  items!: RequestAnswer[];
}

export class ClaimedAnswer {
  @Flag({ about: 'Diajukan; bila tidak, lihat problems' })
  applied!: boolean;

  @Part(() => RequestAnswer, { about: 'SPP yang diajukan', optional: true })
  request?: RequestAnswer;

  @Parts(() => SheetProblemAnswer, { about: 'Masalah pada lembar; bila ada, tidak ada yang diajukan' })
  problems!: SheetProblemAnswer[];
}
