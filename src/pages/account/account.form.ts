import { Secret, Text } from '../../web/fields.js';

export class CodeForm {
  @Text({ about: 'Kode enam angka', max: 10 })
  code!: string;
}

/** The same person once more; whose name it is, the session says. */
export class ProofForm {
  @Secret({ about: 'Kata sandi' })
  password!: string;

  @Text({ about: 'Kode enam angka, atau kode pemulihan', optional: true, max: 40 })
  code?: string;

  @Text({ about: 'Ke mana sesudahnya', optional: true, max: 100 })
  lanjut?: string;
}

export class PasswordForm {
  @Secret({ about: 'Kata sandi sekarang' })
  current!: string;

  @Secret({ about: 'Kata sandi baru' })
  password!: string;

  @Secret({ about: 'Kata sandi baru, sekali lagi' })
  again!: string;

  @Text({ about: 'Kode enam angka, atau kode pemulihan', optional: true, max: 40 })
  code?: string;
}
