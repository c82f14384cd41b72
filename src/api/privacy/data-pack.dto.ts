import { Choice, Parts, Text } from '../../web/fields.js';

export class DataPackWish {
  @Text({ about: 'Alasan, dengan kata-kata: siapa yang meminta dan bagaimana ia dikenali', max: 500 })
  reason!: string;
}

export class DataPackFileAnswer {
  @Choice(['json', 'xlsx'], { about: 'Untuk program, atau untuk dibaca orang' })
  kind!: string;

  @Text({ about: 'Nama berkas' })
  name!: string;

  @Text({ about: 'Isi berkas, base64', max: 50_000_000 })
  content!: string;
}

export class DataPackAnswer {
  @Parts(() => DataPackFileAnswer, { about: 'Semua data satu orang, dua bentuk' })
  items!: readonly DataPackFileAnswer[];
}
