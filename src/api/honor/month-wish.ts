import { Month } from '../../web/fields.js';

/** One month; in the query. */
export class MonthWish {
  @Month({ about: 'Bulan' })
  month!: string;
}
