import type { INestApplicationContext } from '@nestjs/common';
import { plainDate } from '../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../src/core/shared/service-month.js';
import { BudgetProofService } from '../../src/modules/funding-sources/budget-proof.service.js';
import { FundingSourcesService } from '../../src/modules/funding-sources/funding-sources.service.js';
import { YearEndService, type ClosingOutcome } from '../../src/modules/funding-sources/year-end.service.js';
import { LedgerVerificationService } from '../../src/modules/ledger/ledger-verification.service.js';
import type { DraftCommand } from '../../src/modules/payment-requests/payment-requests.service.js';
import { UnfundedService } from '../../src/modules/reports/unfunded.service.js';
import { SIGUNTUR, withFile, type Office } from './nagari.js';

export const NOVEMBER = serviceMonth('2026-11');
export const DECEMBER = serviceMonth('2026-12');
export const DECEMBER_31 = new Date('2026-12-31T03:00:00Z');
export const FEBRUARY_1 = new Date('2027-02-01T03:00:00Z');

export const BASIS = {
  number: 'Perbup 3/2027',
  date: plainDate('2027-01-20'),
  title: 'Utang honor kader 2026',
};

/** Registers lines of Siguntur: `DDS`, 2027 and a ceiling. */
export async function addLines(
  app: INestApplicationContext,
  office: Office,
  lines: readonly (readonly [label: string, year: number, ceiling: bigint])[],
): Promise<void> {
  const header =
    'KODE PEMBAYAR;NAMA PEMBAYAR;KODE WILAYAH;SUMBER DANA;TAHUN ANGGARAN;KODE KEGIATAN;KODE REKENING;PAGU;DASAR HUKUM';
  const rows = lines.map(
    ([label, year, ceiling]) =>
      `${SIGUNTUR};${SIGUNTUR};${SIGUNTUR};${label};${String(year)};2.2.02;5.2.2.03;${String(ceiling)};DPA 1/${String(year)}`,
  );
  await withFile('dana.csv', [header, ...rows].join('\n'), async (path) => {
    const report = await app.get(FundingSourcesService).importFile(path, office.operator.id);
    expect(report.problems).toEqual([]);
  });
}

/** Closes 2026 for Siguntur. */
export function close2026(app: INestApplicationContext, office: Office): Promise<ClosingOutcome> {
  const command = { payer: SIGUNTUR, year: 2026, basis: 'BA 1/2026', by: office.wali.id };
  return app.get(YearEndService).closeYear(command);
}

/** Registers UTANG/2027 of Siguntur and opens it for debts of earlier years. */
export async function addDebtLine(
  app: INestApplicationContext,
  office: Office,
  ceiling: bigint,
): Promise<void> {
  await addLines(app, office, [['UTANG', 2027, ceiling]]);
  const line = { payer: SIGUNTUR, label: 'UTANG', fiscalYear: 2027 };
  await app.get(YearEndService).markPriorYear({ ...line, basis: BASIS, by: office.operator.id });
}

/** Asks for debts of 2026 out of UTANG/2027. */
export function debtWish(office: Office, months = [NOVEMBER, DECEMBER]): DraftCommand {
  const priorYear = { label: 'UTANG', fiscalYear: 2027, basis: BASIS };
  return { payer: SIGUNTUR, months, priorYear, by: office.operator };
}

/** Budgets, chain and payables agree, whatever happened. */
export async function expectBooksToAgree(app: INestApplicationContext): Promise<void> {
  expect(await app.get(BudgetProofService).prove()).toMatchObject({ proven: true, problems: [] });
  expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true });
  const { data } = await app.get(UnfundedService).unfunded({});
  expect(data.differences).toEqual([]);
  expect(data.inRequest + data.funded + data.unfunded + data.priorYear).toBe(data.owed);
}
