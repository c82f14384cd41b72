import type { Command } from 'commander';
import { formatDate } from '../../core/shared/plain-date.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { importOptions, importWish, type ImportFlags } from '../../platform/command-line/import-options.js';
import { importOutcome } from '../../platform/command-line/import-outcome.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, monthArgument } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { ActivityImportService, type ChangedActivity } from './activity-import.service.js';
import { ActivityVerificationService } from './activity-verification.service.js';

export function registerActivityCommands(program: Command, run: RunCommand): void {
  const activity = program.command('activity').description('kegiatan posyandu dan daftar hadirnya');
  const importing = activity
    .command('import <file>')
    .description('mengimpor daftar hadir dari XLSX atau CSV');
  importOptions(byOption(importing)).action((path: string, flags: ImportFlags & { by: string }) =>
    run(async (app) => {
      const by = (await app.get(UsersService).require(flags.by)).id;
      const report = await app
        .get(ActivityImportService)
        .importActivities({ path, by, ...importWish(flags) });
      return importOutcome(report, report.changed.flatMap(changeLines), flags.dryRun);
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
