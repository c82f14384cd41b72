import { Type } from 'class-transformer';
import { Text, WholeNumber } from './fields.js';

/** Which page of a list; in the query. */
export class PageWish {
  @Text({ about: 'Penanda halaman, dari next halaman sebelumnya', optional: true, max: 400 })
  cursor?: string;

  @Type(() => Number)
  @WholeNumber({ about: 'Banyaknya dalam satu halaman, paling banyak 500', optional: true, min: 1, max: 500 })
  limit?: number;
}
