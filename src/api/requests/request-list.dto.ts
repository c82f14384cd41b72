import { Type } from 'class-transformer';
import { requestTransitions, type RequestState } from '../../core/payment/request-state.js';
import { Choice, Text, WholeNumber } from '../../web/fields.js';
import { PageWish } from '../../web/page-wish.js';

/** Which requests are looked for; in the query. */
export class RequestsWish extends PageWish {
  @Text({ about: 'Hanya pembayar dengan kode ini', optional: true, max: 40 })
  payer?: string;

  @Choice(Object.keys(requestTransitions), { about: 'Hanya dalam keadaan ini', optional: true })
  state?: RequestState;

  @Type(() => Number)
  @WholeNumber({ about: 'Hanya yang membayar bulan dari tahun ini', optional: true, min: 2000, max: 2200 })
  year?: number;
}
