import { controls } from '../../core/control/registry.js';
import { Choice, Day, Facts, Parts, Text, WholeNumber } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { PageWish } from '../../web/page-wish.js';

export class FindingAnswer {
  @Text({ about: 'Nomor SPP' })
  request!: string;

  @WholeNumber({ about: 'Nomor temuan dalam SPP itu' })
  finding!: number;

  @Text({ about: 'Kontrol, misalnya C4' })
  control!: string;

  @Text({ about: 'Kode temuan' })
  code!: string;

  @Choice(['block', 'warn'], { about: 'Menghentikan, atau perlu dijawab' })
  severity!: string;

  @Text({ about: 'Apa yang ditemukan', max: 4000 })
  sentence!: string;

  @Facts({ about: 'Bukti' })
  evidence!: Readonly<Record<string, unknown>>;

  @Text({ about: 'Jawaban', nullable: true, max: 4000 })
  answer!: string | null;

  @Text({ about: 'Dijawab oleh', nullable: true })
  answeredBy!: string | null;

  @Text({ about: 'Diterima oleh', nullable: true })
  acceptedBy!: string | null;
}

export class FindingsAnswer {
  @Parts(() => FindingAnswer, { about: 'Temuan pemeriksaan terakhir' })
  items!: FindingAnswer[];
}

export class FindingsPage extends PageAnswer {
  @Parts(() => FindingAnswer, { about: 'Temuan pemeriksaan terakhir, menurut SPP dan nomornya' })
  items!: FindingAnswer[];
}

/** Which findings are looked for; in the query. */
export class FindingsWish extends PageWish {
  @Choice(Object.keys(controls), { about: 'Hanya dari kontrol ini', optional: true })
  control?: string;

  @Choice(['block', 'warn'], { about: 'Hanya yang menghentikan, atau yang perlu dijawab', optional: true })
  severity?: string;
}

export class ReplyWish {
  @Text({ about: 'Apa yang diperiksa dan buktinya', max: 2000 })
  text!: string;
}

export class DeclarationWish {
  @Text({ about: 'Siapa yang membayarnya', example: 'Nagari Sitiung' })
  body!: string;

  @Text({ about: 'Sebagai apa', example: 'perangkat nagari' })
  what!: string;

  @Day({ about: 'Sejak' })
  from!: string;

  @Day({ about: 'Sampai; masih berlangsung bila tidak diisi', optional: true })
  to?: string;
}

export class DeclarationAnswer {
  @Text({ about: 'Siapa yang membayarnya' })
  body!: string;

  @Text({ about: 'Sebagai apa' })
  what!: string;

  @Day({ about: 'Sejak' })
  from!: string;

  @Day({ about: 'Sampai', nullable: true })
  to!: string | null;
}
