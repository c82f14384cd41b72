import { Type } from 'class-transformer';
import { Text, WholeNumber } from '../../web/fields.js';

export class RosterWish {
  @Text({ about: 'Kode wilayah Kemendagri', optional: true, max: 13, min: 0 })
  wilayah?: string;

  @Text({ about: 'Bagian dari nama', optional: true, max: 80, min: 0 })
  nama?: string;

  @Type(() => Number)
  @WholeNumber({ about: 'Halaman', optional: true, min: 1, max: 100_000 })
  halaman?: number;
}
