import type { Command } from 'commander';
import { formatDate } from '../../core/shared/plain-date.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { importOutcome } from '../../platform/command-line/import-outcome.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, monthArgument } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { ActivityImportService, type ChangedActivity } from './activity-import.service.js';
import { ActivityVerificationService } from './activity-verification.service.js';

interface ImportOptions {
  readonly by: string;
  readonly dryRun?: boolean;
  readonly acceptChanges?: boolean;
  readonly region?: string;
}

export function registerActivityCommands(program: Command, run: RunCommand): void {
  const activity = program.command('activity').description('kegiatan posyandu dan daftar hadirnya');
  byOption(activity.command('import <file>').description('mengimpor daftar hadir dari XLSX atau CSV'))
    .option('--dry-run', 'hanya memeriksa dan memperlihatkan perubahan')
    .option('--accept-changes', 'menerima perubahan pada kegiatan yang sudah tercatat')
    .option('--region <code>', 'hanya nagari di wilayah ini')
    .action((path: string, { by: username, region, ...options }: ImportOptions) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(username);
        const scope = region === undefined ? {} : { regionCode: region };
        const report = await app
          .get(ActivityImportService)
          .importActivities({ path, by: by.id, ...options, ...scope });
        return importOutcome(report, report.changed.flatMap(changeLines), options.dryRun === true);
      }),
    );
  byOption(activity.command('verify').description('memverifikasi kegiatan yang dicatat orang lain'))
    .requiredOption('--region <code>', 'kode wilayah Kemendagri')
    .requiredOption('--month <month>', 'bulan, misalnya 2026-07', monthArgument)
    .action(
      ({ region: regionCode, month, by: username }: { region: string; month: ServiceMonth; by: string }) =>
        run(async (app) => {
          const by = await app.get(UsersService).require(username);
          const verified = await app
            .get(ActivityVerificationService)
            .verifyActivities({ regionCode, month, by: by.id });
          const { verified: count, alreadyVerified } = verified;
          const line = `${String(count)} kegiatan diverifikasi, ${String(alreadyVerified)} sudah sebelumnya.`;
          return { json: verified, lines: [line] };
        }),
    );
}

function changeLines({ posyandu, heldOn, kind, changes }: ChangedActivity): string[] {
  return [
    `Berubah: ${kind} ${posyandu} ${formatDate(heldOn)}`,
    ...changes.map(({ field, before, after }) => `  ${field}: ${before ?? '-'} menjadi ${after}`),
  ];
}
