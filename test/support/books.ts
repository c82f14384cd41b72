import type { INestApplicationContext } from '@nestjs/common';
import { answerFindings } from './findings.js';
import { plainDate } from '../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../src/core/shared/service-month.js';
import { ReceiptsService } from '../../src/modules/funding-sources/receipts.service.js';
import { SIGUNTUR, type Office } from './nagari.js';
import { aDraft, answerOfBank, aPayingNagari, JULY, takeSteps } from './payments.js';

/** The month in which the test office pays: its clock stands on 5 October. */
export const OCTOBER = serviceMonth('2026-10');

/**
 * Two kader of Siguntur earn Rp75.000 each for July, are paid in October out of a tranche of Rp600.000, and the
 * transfer of the second comes back.
 */
export async function aPaidMonth(app: INestApplicationContext): Promise<Office> {
  const office = await aPayingNagari(app);
  await app.get(ReceiptsService).receive({
    payer: SIGUNTUR,
    label: 'DDS',
    fiscalYear: 2026,
    amount: 600_000n,
    on: plainDate('2026-10-02'),
    reference: 'SP2D-1/2026',
    note: null,
    by: office.treasurer,
  });
  const number = await aDraft(app, office, [JULY]);
  // One of two lines has received nothing yet.
  await answerFindings(app, number, office.operator.id);
  await takeSteps(app, office, number, 'release');
  await answerOfBank(app, office, number, [
    'HK1-1-0001,75000,BERHASIL,',
    'HK1-1-0002,75000,GAGAL,REKENING TUTUP',
  ]);
  return office;
}
