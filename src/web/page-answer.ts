import { Text } from './fields.js';

/** What every page of a list says beside its items. */
export abstract class PageAnswer {
  @Text({ about: 'Kirim kembali sebagai cursor untuk halaman berikut', optional: true, max: 400 })
  next?: string;
}
