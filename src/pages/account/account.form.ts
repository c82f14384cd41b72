import { Text } from '../../web/fields.js';

export class CodeForm {
  @Text({ about: 'Kode enam angka', max: 10 })
  code!: string;
}

/** The same person once more; whose name it is, the session says. */
export class ProofForm {
  @Text({ about: 'Kata sandi', max: 256 })
  password!: string;

  @Text({ about: 'Kode enam angka, atau kode pemulihan', optional: true, max: 40 })
  code?: string;

  @Text({ about: 'Ke mana sesudahnya', optional: true, max: 100 })
  lanjut?: string;
}

export class PasswordForm {
  @Text({ about: 'Kata sandi sekarang', max: 256 })
  current!: string;

  @Text({ about: 'Kata sandi baru', max: 256 })
  password!: string;

  @Text({ about: 'Kata sandi baru, sekali lagi', max: 256 })
  again!: string;

  @Text({ about: 'Kode enam angka, atau kode pemulihan', optional: true, max: 40 })
  code?: string;
}
