import { Parts, Text } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { PageWish } from '../../web/page-wish.js';

export class PlacesWish extends PageWish {
  @Text({ about: 'Hanya wilayah ini dan yang di bawahnya', optional: true, max: 13 })
  region?: string;
}

export class RegionAnswer {
  @Text({ about: 'Kode wilayah Kemendagri' })
  code!: string;

  @Text({ about: 'Nama' })
  name!: string;
}

export class RegionPage extends PageAnswer {
  @Parts(() => RegionAnswer, { about: 'Wilayah, menurut kodenya' })
  items!: readonly RegionAnswer[];
}

export class PosyanduAnswer {
  @Text({ about: 'Nomor registrasi' })
  registrationNumber!: string;

  @Text({ about: 'Nagari' })
  nagariCode!: string;

  @Text({ about: 'Nama' })
  name!: string;

  @Text({ about: 'Jorong', nullable: true })
  jorong!: string | null;
}

export class PosyanduPage extends PageAnswer {
  @Parts(() => PosyanduAnswer, { about: 'Posyandu, menurut nomor registrasinya' })
  items!: readonly PosyanduAnswer[];
}
