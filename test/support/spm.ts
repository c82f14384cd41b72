import type { INestApplicationContext } from '@nestjs/common';
import { ActivityTypesService } from '../../src/modules/activity-types/activity-types.service.js';
import { BidangOpdsService } from '../../src/modules/bidang/bidang-opds.service.js';
import { BidangStartsService, type StartImport } from '../../src/modules/bidang/bidang-starts.service.js';
import { withFile, type Office } from './nagari.js';

/** The shipped activity types, and the shipped OPD of Dharmasraya. */
export async function addSpm(app: INestApplicationContext, office: Office): Promise<void> {
  await app.get(ActivityTypesService).importFile('config/activity-types.yaml', office.operator.id);
  const report = await app
    .get(BidangOpdsService)
    .importFile('config/bidang/13.10-opd.csv', office.operator.id);
  expect(report).toMatchObject({ problems: [], applied: true });
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
