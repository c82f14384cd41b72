import { Choice, Flag, Moment, Parts, Text, WholeNumber } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';

export class RevealWish {
  @Choice(['nik', 'account'], { about: 'Nomor yang diminta utuh' })
  field!: 'nik' | 'account';

  @Text({ about: 'Alasan, dengan kata-kata: siapa yang meminta dan untuk apa', max: 500 })
  reason!: string;
}

export class RevealedAccountAnswer {
  @Text({ about: 'Kode bank' })
  bankCode!: string;

  @Text({ about: 'Nomor rekening, utuh' })
  number!: string;

  @Text({ about: 'Nama pada rekening' })
  accountName!: string;

  @Text({ about: 'Nama ahli waris pemiliknya; kosong bila rekeningnya sendiri', nullable: true })
  heir!: string | null;

  @Flag({ about: 'Perubahan yang menunggu orang kedua' })
  isPending!: boolean;
}

export class RevealAnswer {
  @WholeNumber({ about: 'Nomor kader' })
  kaderId!: number;

  @Text({ about: 'Nama' })
  name!: string;

  @Choice(['nik', 'account'], { about: 'Nomor yang diminta' })
  field!: string;

  @Text({ about: 'NIK, utuh; kosong bila yang diminta rekening', nullable: true })
  nik!: string | null;

  @Parts(() => RevealedAccountAnswer, { about: 'Rekening yang berlaku, lalu yang menunggu' })
  accounts!: readonly RevealedAccountAnswer[];
}

export class DisclosureAnswer {
  @WholeNumber({ about: 'Nomor catatan' })
  id!: number;

  @Choice(['nik', 'account', 'data-pack'], { about: 'Apa yang dibuka' })
  what!: string;

  @Text({ about: 'Alasan', max: 500 })
  reason!: string;

  @Text({ about: 'Siapa yang membuka' })
  by!: string;

  @Text({ about: 'Jabatannya' })
  position!: string;

  @Moment({ about: 'Kapan' })
  at!: Date;

  @Text({ about: 'Dari mana' })
  address!: string;
}

export class DisclosuresAnswer extends PageAnswer {
  @Parts(() => DisclosureAnswer, { about: 'Siapa membuka apa, yang terakhir lebih dulu' })
  items!: readonly DisclosureAnswer[];
}
