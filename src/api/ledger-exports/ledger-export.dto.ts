import { Choice, Shaped } from '../../web/fields.js';
import { CHAIN_POSITION } from '../reports/report.dto.js';

export const exportFormats = ['audit-pack', 'hledger', 'beancount'] as const;

export class LedgerExportWish {
  @Choice(exportFormats, {
    about: 'Paket pemeriksa dengan pembuktinya (.tar.gz), atau jurnal untuk hledger dan beancount',
  })
  format!: (typeof exportFormats)[number];

  @Shaped(CHAIN_POSITION, {
    about: 'Jurnal pada posisi rantai ini, untuk selamanya; paket pemeriksa selalu sampai ujungnya',
    example: '120',
    optional: true,
  })
  atPosition?: string;
}
