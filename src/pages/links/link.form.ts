import { Text } from '../../web/fields.js';

export class LinkForm {
  @Text({ about: 'Kata sandi yang dipilih', max: 256 })
  password!: string;

  @Text({ about: 'Kata sandi sekali lagi', max: 256 })
  again!: string;

  @Text({ about: 'Nama pengguna; hanya untuk pengelola pertama', optional: true, max: 40 })
  username?: string;

  @Text({ about: 'Nama lengkap; hanya untuk pengelola pertama', optional: true })
  fullName?: string;

  @Text({ about: 'Jabatan; hanya untuk pengelola pertama', optional: true })
  position?: string;
}
