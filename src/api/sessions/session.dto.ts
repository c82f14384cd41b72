import { Flag, Moment, Parts, Part, Secret, Text, Texts, WholeNumber } from '../../web/fields.js';

export class SignInWish {
  @Text({ about: 'Nama pengguna', max: 40 })
  username!: string;

  @Secret({ about: 'Kata sandi' })
  password!: string;

  @Text({ about: 'Kode enam angka dari aplikasi autentikator, atau kode pemulihan', optional: true, max: 40 })
  code?: string;
}

/** The same person once more; whose name it is, the session says. */
export class ProofWish {
  @Secret({ about: 'Kata sandi' })
  password!: string;

  @Text({ about: 'Kode enam angka, atau kode pemulihan', optional: true, max: 40 })
  code?: string;
}

export class GrantAnswer {
  @Text({ about: 'Peran' })
  role!: string;

  @Text({ about: 'Untuk apa: region, payer, person atau installation' })
  scope!: string;
}

export class SessionAnswer {
  @WholeNumber({ about: 'Nomor sesi' })
  id!: number;

  @Text({ about: 'Nama pengguna' })
  username!: string;

  @Text({ about: 'Nama lengkap' })
  fullName!: string;

  @Flag({ about: 'Masuk dengan faktor kedua' })
  hasSecondFactor!: boolean;

  @Moment({ about: 'Masuk pada' })
  signedInAt!: Date;

  @Moment({ about: 'Berakhir paling lambat' })
  expiresAt!: Date;

  @Text({ about: 'Alamat asal' })
  address!: string;
}

export class CurrentSessionAnswer {
  @Part(() => SessionAnswer, { about: 'Sesi ini' })
  session!: SessionAnswer;

  @Parts(() => GrantAnswer, { about: 'Wewenang yang berlaku' })
  grants!: readonly GrantAnswer[];

  @Text({ about: 'Kirim kembali sebagai header X-CSRF-Token pada tiap perubahan' })
  csrfToken!: string;
}

export class SessionsAnswer {
  @Parts(() => SessionAnswer, { about: 'Sesi yang hidup' })
  items!: readonly SessionAnswer[];
}

export class SessionsEndedAnswer {
  @WholeNumber({ about: 'Sesi yang diakhiri' })
  ended!: number;
}

export class SecondFactorStart {
  @Text({ about: 'Rahasia untuk aplikasi autentikator, base32' })
  secret!: string;

  @Text({ about: 'Alamat otpauth untuk kode QR', max: 500 })
  uri!: string;
}

export class SecondFactorState {
  @Flag({ about: 'Faktor kedua terpasang' })
  isConfirmed!: boolean;

  @WholeNumber({ about: 'Kode pemulihan yang belum dipakai' })
  recoveryCodesLeft!: number;
}

export class RecoveryCodesAnswer {
  @Texts({ about: 'Kode pemulihan; hanya ditampilkan sekali' })
  recoveryCodes!: readonly string[];
}

export class CodeWish {
  @Text({ about: 'Kode enam angka', max: 10 })
  code!: string;
}

export class SecondFactorAnswer {
  @Part(() => CurrentSessionAnswer, { about: 'Sesi yang baru' })
  current!: CurrentSessionAnswer;

  @Texts({ about: 'Kode pemulihan; hanya ditampilkan sekali' })
  recoveryCodes!: readonly string[];
}

export class PasswordWish {
  @Secret({ about: 'Kata sandi sekarang' })
  current!: string;

  @Secret({ about: 'Kata sandi baru, sedikitnya 15 huruf' })
  password!: string;

  @Text({ about: 'Kode enam angka; wajib bagi yang memakai faktor kedua', optional: true, max: 40 })
  code?: string;
}

export class LinkWish {
  @Secret({ about: 'Kata sandi yang dipilih, sedikitnya 15 huruf' })
  password!: string;

  @Text({ about: 'Nama pengguna; hanya untuk pengelola pertama', optional: true, max: 40 })
  username?: string;

  @Text({ about: 'Nama lengkap; hanya untuk pengelola pertama', optional: true })
  fullName?: string;

  @Text({ about: 'Jabatan; hanya untuk pengelola pertama', optional: true })
  position?: string;
}

export class LinkAnswer {
  @Text({ about: 'Nama pengguna yang sekarang dapat masuk' })
  username!: string;
}
