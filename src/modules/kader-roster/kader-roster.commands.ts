import type { Command } from 'commander';
import { importOutcome } from '../../platform/command-line/import-outcome.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { KaderRosterService } from './kader-roster.service.js';
import { RosterImportService, type ChangedKader } from './roster-import.service.js';

interface ImportOptions {
  readonly by: string;
  readonly dryRun?: boolean;
  readonly acceptChanges?: boolean;
  readonly region?: string;
}

export function registerRosterCommands(program: Command, run: RunCommand): void {
  const roster = program.command('roster').description('daftar kader, SK dan rekening');
  byOption(roster.command('import <file>').description('mengimpor daftar kader dari XLSX atau CSV'))
    .option('--dry-run', 'hanya memeriksa dan memperlihatkan perubahan')
    .option('--accept-changes', 'menerima perubahan pada kader yang sudah terdaftar')
    .option('--region <code>', 'hanya nagari di wilayah ini')
    .action((path: string, { by: username, region, ...options }: ImportOptions) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(username);
        const scope = region === undefined ? {} : { regionCode: region };
        const report = await app
          .get(RosterImportService)
          .importRoster({ path, by: by.id, ...options, ...scope });
        return importOutcome(report, report.changed.flatMap(changeLines), options.dryRun === true);
      }),
    );
  byOption(
    roster.command('confirm-account <nik>').description('mengonfirmasi perubahan rekening (orang kedua)'),
  ).action((nik: string, options: { by: string }) =>
    run(async (app) => {
      const by = await app.get(UsersService).require(options.by);
      const confirmed = await app.get(KaderRosterService).confirmAccount({ kaderNik: nik, by: by.id });
      return { json: confirmed, lines: [`Rekening ${confirmed.account} ${confirmed.name} berlaku.`] };
    }),
  );
}

function changeLines({ name, nik, sheet, row, changes }: ChangedKader): string[] {
  return [
    `Berubah: ${name} (${nik}), lembar ${sheet} baris ${String(row)}`,
    ...changes.map(({ field, before, after }) => `  ${field}: ${before ?? '-'} menjadi ${after}`),
  ];
}
