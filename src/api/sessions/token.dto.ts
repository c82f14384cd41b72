import { Moment, Part, Parts, Text, Texts, WholeNumber } from '../../web/fields.js';

export class TokenWish {
  @Text({ about: 'Untuk apa, misalnya "sinkron Siskeudes"', max: 80 })
  name!: string;

  @Texts({ about: 'Yang boleh dilakukannya: membaca dan memuat data, sejauh pemiliknya sendiri berwenang' })
  operations!: string[];

  @WholeNumber({ about: 'Berlaku berapa hari', min: 1, max: 366 })
  days!: number;
}

export class TokenAnswer {
  @WholeNumber({ about: 'Nomor token' })
  id!: number;

  @Text({ about: 'Untuk apa' })
  name!: string;

  @Texts({ about: 'Yang boleh dilakukannya' })
  operations!: readonly string[];

  @Moment({ about: 'Dibuat pada' })
  createdAt!: Date;

  @Moment({ about: 'Berlaku sampai' })
  expiresAt!: Date;

  @Moment({ about: 'Terakhir dipakai', nullable: true })
  lastUsedAt!: Date | null;

  @Text({ about: 'Alamat yang terakhir memakainya', nullable: true })
  lastUsedAddress!: string | null;
}

export class TokensAnswer {
  @Parts(() => TokenAnswer, { about: 'Token yang berlaku' })
  items!: readonly TokenAnswer[];
}

export class TokenMadeAnswer {
  @Text({ about: 'Isi token; hanya ditampilkan sekali' })
  token!: string;

  @Part(() => TokenAnswer, { about: 'Catatannya' })
  record!: TokenAnswer;
}
