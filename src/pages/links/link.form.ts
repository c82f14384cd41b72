import { Secret, Text } from '../../web/fields.js';

export class LinkForm {
  @Secret({ about: 'Kata sandi yang dipilih' })
  password!: string;

  @Secret({ about: 'Kata sandi sekali lagi' })
  again!: string;

  @Text({ about: 'Nama pengguna; hanya untuk pengelola pertama', optional: true, max: 40 })
  username?: string;

  @Text({ about: 'Nama lengkap; hanya untuk pengelola pertama', optional: true })
  fullName?: string;

  @Text({ about: 'Jabatan; hanya untuk pengelola pertama', optional: true })
  position?: string;
}
