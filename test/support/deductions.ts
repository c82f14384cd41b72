import type { INestApplicationContext } from '@nestjs/common';
import type { Remittance } from '../../src/core/deduction/remittance.js';
import { plainDate } from '../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../src/core/shared/service-month.js';
import {
  RemittancesService,
  type RemittanceOutcome,
} from '../../src/modules/deductions/remittances.service.js';
import {
  TaxFactsImportService,
  type TaxFactsImport,
} from '../../src/modules/deductions/tax-facts-import.service.js';
import { SIGUNTUR, withFile, type Office } from './nagari.js';

/** Imports what is known of kader: `nik;name;since;npwp;golongan;kpj;ptkp` a line. */
export function importTaxFacts(
  app: INestApplicationContext,
  office: Office,
  lines: readonly string[],
): Promise<TaxFactsImport> {
  const content = ['NIK;NAMA;BERLAKU SEJAK;NPWP;GOLONGAN;KPJ;PTKP', ...lines].join('\n');
  return withFile('catatan.csv', content, (path) =>
    app.get(TaxFactsImportService).importFile(path, office.operator.id),
  );
}

/** Remits the tax of October 2026 of Siguntur; `change` says what matters to the test. */
export function remit(
  app: INestApplicationContext,
  office: Office,
  change: Partial<Remittance> & { readonly payer?: string },
): Promise<RemittanceOutcome> {
  return app.get(RemittancesService).remit({
    payer: SIGUNTUR,
    kind: 'pph21',
    period: serviceMonth('2026-10'),
    amount: 3_750n,
    proof: 'ABCDEF0123456789',
    on: plainDate('2026-10-05'),
    ...change,
    by: office.treasurer,
  });
}
