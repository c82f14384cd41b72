import { auditedTables } from '../../core/audit/audited-tables.js';
import { operationNames } from '../../core/access/operations.js';
import { Choice, Day, Columns, Flag, Parts, Text, Texts, WholeNumber } from '../../web/fields.js';
import { PageAnswer } from '../../web/page-answer.js';
import { PageWish } from '../../web/page-wish.js';

/** Which acts of the audit trail; what is left out does not matter. */
export class AuditWish extends PageWish {
  @Text({ about: 'Nama pengguna yang bertindak', optional: true, max: 80 })
  user?: string;

  @Day({ about: 'Sejak hari ini, UTC', optional: true })
  since?: string;

  @Choice(Object.keys(auditedTables), { about: 'Tabel', optional: true })
  table?: string;

  @Text({ about: 'Objek: tabel, titik dua, nomor', optional: true, example: 'kader:12' })
  object?: string;

  @Choice(operationNames, { about: 'Tindakan', optional: true })
  operation?: string;
}

export class AuditRowAnswer {
  @Text({ about: 'Objek', max: 1_000, example: 'kader:12' })
  object!: string;

  @Columns({ about: 'Sebelum: kolom yang berubah, atau seluruh baris yang dihapus', optional: true })
  before?: object;

  @Columns({ about: 'Sesudah: kolom yang berubah, atau seluruh baris yang baru', optional: true })
  after?: object;

  @Texts({ about: 'Kolom yang berubah tetapi dirahasiakan' })
  hidden!: readonly string[];

  @Flag({ about: 'Isinya sudah dihapus; tinggal sidik jarinya' })
  isForgotten!: boolean;
}

export class AuditChangeAnswer {
  @Text({ about: 'Tabel' })
  table!: string;

  @Choice(['insert', 'update', 'delete', 'truncate', 'forget'], { about: 'Apa yang dilakukan' })
  action!: string;

  @WholeNumber({ about: 'Banyaknya baris' })
  rowCount!: number;

  @Flag({ about: 'Barisnya hanya dihitung, tidak disimpan' })
  isCounted!: boolean;

  @Parts(() => AuditRowAnswer, { about: 'Baris-baris pertamanya' })
  rows!: readonly AuditRowAnswer[];
}

export class AuditActAnswer {
  @WholeNumber({ about: 'Posisi pada rantai' })
  position!: number;

  @Text({ about: 'Waktu menurut basis data, UTC' })
  at!: string;

  @Choice(['person', 'system', 'visitor', 'database'], {
    about: 'Orang, sistem, yang belum masuk, atau langsung pada basis data',
  })
  kind!: string;

  @Text({ about: 'Nama pengguna, atau nama masuk basis data', min: 0 })
  actor!: string;

  @Text({ about: 'Nama lengkap', nullable: true })
  fullName!: string | null;

  @Text({ about: 'Nama masuk basis data, yang tidak dapat dipalsukan' })
  login!: string;

  @Text({ about: 'Dari alamat mana', min: 0, max: 500 })
  address!: string;

  @Text({ about: 'Dengan apa', min: 0, max: 500 })
  agent!: string;

  @Text({ about: 'Untuk tindakan apa', min: 0, max: 500 })
  operation!: string;

  @Text({ about: 'Alasan', min: 0, max: 500 })
  reason!: string;

  @Text({ about: 'Siapa berbuat apa, dalam satu kalimat', max: 1_000_000 })
  sentence!: string;

  @Parts(() => AuditChangeAnswer, { about: 'Apa yang berubah' })
  changes!: readonly AuditChangeAnswer[];

  @Text({ about: 'Sidik jari pada rantai', max: 64 })
  hash!: string;
}

export class AuditPage extends PageAnswer {
  @Parts(() => AuditActAnswer, { about: 'Jejak, yang terbaru lebih dahulu' })
  items!: AuditActAnswer[];
}

export class TrailVerificationWish {
  @Text({
    about: 'Sidik jari ujung rantai yang disimpan di luar basis data',
    optional: true,
    min: 64,
    max: 64,
  })
  anchor?: string;
}

export class TrailAnchorAnswer {
  @WholeNumber({ about: 'Posisi' })
  position!: number;

  @Text({ about: 'Sidik jari ujung rantai', max: 64 })
  head!: string;

  @Text({ about: 'Waktu, UTC' })
  takenAt!: string;
}
