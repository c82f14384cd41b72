import { roleNames } from '../../core/access/role.js';
import { Choice, Flag, Moment, Parts, Text, WholeNumber } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { PageWish } from '../../web/page-wish.js';

export class UserWish {
  @Text({ about: 'Nama pengguna', max: 40 })
  username!: string;

  @Text({ about: 'Nama lengkap' })
  fullName!: string;

  @Text({ about: 'Jabatan', example: 'Wali Nagari Sitiung' })
  position!: string;
}

export class UserAnswer {
  @WholeNumber({ about: 'Nomor' })
  id!: number;

  @Text({ about: 'Nama pengguna' })
  username!: string;

  @Text({ about: 'Nama lengkap' })
  fullName!: string;

  @Text({ about: 'Jabatan' })
  position!: string;
}

export class StandingAnswer extends UserAnswer {
  @Flag({ about: 'Dapat masuk' })
  isActive!: boolean;

  @Flag({ about: 'Faktor kedua terpasang' })
  hasSecondFactor!: boolean;

  @WholeNumber({ about: 'Kode pemulihan yang belum dipakai' })
  recoveryCodesLeft!: number;
}

export class OidcLinkWish {
  @Text({ about: 'Pengenal akun di penyedia identitas: klaim "sub"', max: 255 })
  subject!: string;
}

/** Which users are looked for; in the query. */
export class UsersWish extends PageWish {
  @Text({ about: 'Bagian dari nama pengguna atau nama lengkap', optional: true })
  name?: string;
}

export class UserPage extends PageAnswer {
  @Parts(() => UserAnswer, { about: 'Pengguna, menurut nama pengguna' })
  items!: UserAnswer[];
}

export class LinkMadeAnswer {
  @Text({ about: 'Tautan sekali pakai; hanya ditampilkan sekali' })
  token!: string;

  @Moment({ about: 'Berlaku sampai' })
  expiresAt!: Date;
}

export class GrantWish {
  @Choice(roleNames, { about: 'Peran' })
  role!: string;

  @Text({ about: 'Untuk wilayah ini dan semua di bawahnya', optional: true, max: 13 })
  region?: string;

  @Text({ about: 'Untuk satu pembayar, misalnya sebuah OPD', optional: true, max: 40 })
  payer?: string;

  @WholeNumber({ about: 'Untuk kader dengan nomor ini sendiri', optional: true, min: 1 })
  kaderId?: number;

  @Text({ about: 'Dasar, misalnya "SK Bupati 5/2026"' })
  basis!: string;
}

export class GrantMadeAnswer {
  @WholeNumber({ about: 'Nomor wewenang' })
  id!: number;

  @Text({ about: 'Nama pengguna' })
  username!: string;

  @Text({ about: 'Peran' })
  role!: string;

  @Text({ about: 'Untuk apa' })
  scope!: string;

  @Text({ about: 'Dasar' })
  basis!: string;
}

export class GrantsAnswer {
  @Parts(() => GrantMadeAnswer, { about: 'Wewenang yang berlaku' })
  items!: GrantMadeAnswer[];
}

export class GrantPage extends PageAnswer {
  @Parts(() => GrantMadeAnswer, { about: 'Wewenang yang berlaku, menurut nomornya' })
  items!: readonly GrantMadeAnswer[];
}
