import { Choice } from '../../web/fields.js';

export const exportFormats = ['audit-pack', 'hledger', 'beancount'] as const;

export class LedgerExportWish {
  @Choice(exportFormats, {
    about: 'Paket pemeriksa dengan pembuktinya (.tar.gz), atau jurnal untuk hledger dan beancount',
  })
  format!: (typeof exportFormats)[number];
}
