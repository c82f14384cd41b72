import { Secret, Text } from '../../web/fields.js';

export class SignInForm {
  @Text({ about: 'Nama pengguna', max: 40 })
  username!: string;

  @Secret({ about: 'Kata sandi' })
  password!: string;

  @Text({ about: 'Kode autentikator atau kode pemulihan', optional: true, max: 40 })
  code?: string;

  @Text({ about: 'Ke mana sesudahnya', optional: true, max: 100 })
  lanjut?: string;
}

export class NextWish {
  @Text({ about: 'Ke mana sesudahnya', optional: true, max: 400, min: 0 })
  lanjut?: string;
}
