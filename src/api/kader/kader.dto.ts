import { rosterStatuses } from '../../core/report/roster/roster-facts.js';
import { Choice, Day, Parts, Shaped, Text, WholeNumber } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { PageWish } from '../../web/page-wish.js';
import type { RosterStatus } from '../../core/report/roster/roster-facts.js';

export class KaderListWish extends PageWish {
  @Text({ about: 'Kode nagari, atau wilayah di atasnya', max: 13 })
  region!: string;

  @Text({ about: 'Hanya posyandu ini: nama atau nomor registrasi', optional: true })
  posyandu?: string;

  @Text({ about: 'Awal kata-kata namanya', optional: true, max: 80 })
  name?: string;

  @Choice(rosterStatuses, { about: 'Hanya yang berkeadaan ini', optional: true })
  status?: RosterStatus;
}

export class KaderSearchWish {
  @Shaped(/^\d{16}$/, { about: 'NIK, 16 angka', example: '1310045205850001' })
  nik!: string;
}

export class KaderAnswer {
  @WholeNumber({ about: 'Nomor kader' })
  kader!: number;

  @Text({ about: 'Nama' })
  name!: string;

  @Text({ about: 'NIK, tersamar' })
  nik!: string;

  @Text({ about: 'Nagari' })
  nagari!: string;

  @Text({ about: 'Posyandu', nullable: true })
  posyandu!: string | null;

  @Text({ about: 'Jabatan', nullable: true })
  role!: string | null;

  @Text({ about: 'Bidang', nullable: true })
  bidang!: string | null;

  @Text({ about: 'Strata menurut SK', nullable: true })
  tier!: string | null;

  @Text({ about: 'Nomor SK', nullable: true })
  sk!: string | null;

  @Day({ about: 'Bertugas sejak', nullable: true })
  from!: string | null;

  @Day({ about: 'Bertugas sampai', nullable: true })
  to!: string | null;

  @Choice(rosterStatuses, { about: 'Keadaan hari ini' })
  status!: string;

  @Text({ about: 'Rekening, tersamar', nullable: true })
  account!: string | null;

  @Text({ about: 'Apa yang menghalangi rekeningnya', nullable: true })
  accountProblem!: string | null;
}

export class KaderPage extends PageAnswer {
  @Parts(() => KaderAnswer, { about: 'Kader, menurut nomornya' })
  items!: readonly KaderAnswer[];
}

export class AppointmentAnswer {
  @Text({ about: 'Posyandu' })
  posyandu!: string;

  @Text({ about: 'Nomor registrasi posyandu' })
  registrationNumber!: string;

  @Text({ about: 'Nagari' })
  nagariCode!: string;

  @Text({ about: 'Jabatan' })
  role!: string;

  @Text({ about: 'Bidang' })
  bidang!: string;

  @Text({ about: 'Strata', nullable: true })
  tier!: string | null;

  @Text({ about: 'Nomor SK' })
  skNumber!: string;

  @Day({ about: 'Berlaku sejak' })
  from!: string;

  @Day({ about: 'Berlaku sampai menurut SK', nullable: true })
  skTo!: string | null;

  @Day({ about: 'Berhenti sebelum itu', nullable: true })
  endedOn!: string | null;

  @Text({ about: 'Alasan berhenti', nullable: true })
  endReason!: string | null;
}

export class TierAnswer {
  @Text({ about: 'Strata' })
  tier!: string;

  @Text({ about: 'Sertifikat' })
  certificate!: string;

  @Day({ about: 'Sejak' })
  from!: string;

  @Day({ about: 'Sampai', nullable: true })
  to!: string | null;
}

export class KaderCardAnswer extends KaderAnswer {
  @Day({ about: 'Tanggal lahir' })
  birthDate!: string;

  @Day({ about: 'Tanggal meninggal', nullable: true })
  deceasedOn!: string | null;

  @Parts(() => AppointmentAnswer, { about: 'Semua SK yang menyebutnya, yang terlama dahulu' })
  appointments!: readonly AppointmentAnswer[];

  @Parts(() => TierAnswer, { about: 'Strata dengan sertifikatnya' })
  tiers!: readonly TierAnswer[];
}
