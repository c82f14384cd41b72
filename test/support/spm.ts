import type { INestApplicationContext } from '@nestjs/common';
import { ActivityTypesService } from '../../src/modules/activity-types/activity-types.service.js';
import { BidangOpdsService } from '../../src/modules/bidang/bidang-opds.service.js';
import { BidangStartsService, type StartImport } from '../../src/modules/bidang/bidang-starts.service.js';
import { plainDate } from '../../src/core/shared/plain-date.js';
import { FundingSourcesService } from '../../src/modules/funding-sources/funding-sources.service.js';
import { ReferralImportService } from '../../src/modules/referrals/referral-import.service.js';
import { withFile, type Office } from './nagari.js';

/** The shipped activity types, and the shipped OPD of Dharmasraya. */
export async function addSpm(app: INestApplicationContext, office: Office): Promise<void> {
  await app.get(ActivityTypesService).importFile('config/activity-types.yaml', office.operator.id);
  const report = await app
    .get(BidangOpdsService)
    .importFile('config/bidang/13.10-opd.csv', office.operator.id);
  expect(report).toMatchObject({ problems: [], applied: true });
}

/** An OPD of one nagari, a paying body of its own there, that answers for its `sosial`. */
export async function addOpd(
  app: INestApplicationContext,
  office: Office,
  { code, region }: { readonly code: string; readonly region: string },
): Promise<void> {
  const by = office.operator.id;
  const opd = `BIDANG;KODE WILAYAH;KODE OPD;NAMA OPD;BATAS HARI KERJA;BERLAKU MULAI;BERLAKU SAMPAI;DASAR HUKUM
SOSIAL;${region};${code};${code};5;01/01/2026;;SK 1`;
  await withFile('opd.csv', opd, (path) => app.get(BidangOpdsService).importFile(path, by));
  const funding = `KODE PEMBAYAR;NAMA PEMBAYAR;KODE WILAYAH;SUMBER DANA;NAMA SUMBER DANA;TAHUN ANGGARAN;KODE KEGIATAN;KODE REKENING;PAGU;DASAR HUKUM
${code};${code};${region};APBD;APBD;2026;1.01;5.1.02;1000000;DPA 1/2026`;
  await withFile('dana.csv', funding, (path) => app.get(FundingSourcesService).importFile(path, by));
}

/** A referral of a kader of Sitiung to whoever answers for `sosial` there; its number. */
export async function addReferral(
  app: INestApplicationContext,
  office: Office,
  nik: string,
): Promise<number> {
  const command = { posyandu: '13.10.04.2001.001', nik, bidang: 'sosial', on: plainDate('2026-09-25') };
  const what = { subject: 'bansos', count: 2, description: 'Dua keluarga belum terdaftar' };
  const report = await app.get(ReferralImportService).record({ ...command, ...what }, office.operator.id);
  expect(report).toMatchObject({ problems: [], applied: true });
  return report.referrals[0] ?? 0;
}

/** Imports phases, each row `BIDANG;KODE WILAYAH;MULAI;DASAR HUKUM`. */
export function importStarts(
  app: INestApplicationContext,
  office: Office,
  rows: readonly string[],
  flags: { dryRun?: boolean; acceptChanges?: boolean } = {},
): Promise<StartImport> {
  const content = ['BIDANG;KODE WILAYAH;MULAI;DASAR HUKUM', ...rows].join('\n');
  return withFile('tahap.csv', content, (path) =>
    app.get(BidangStartsService).importFile({ path, by: office.operator.id, ...flags }),
  );
}
