import type { Command } from 'commander';
import { importOptions, importWish, type ImportFlags } from '../../platform/command-line/import-options.js';
import { importOutcome } from '../../platform/command-line/import-outcome.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { registerHeirCommands } from './heirs.commands.js';
import { KaderRosterService } from './kader-roster.service.js';
import { RosterImportService, type ChangedKader } from './roster-import.service.js';

export function registerRosterCommands(program: Command, run: RunCommand): void {
  const roster = program.command('roster').description('daftar kader, SK, rekening dan ahli waris');
  registerHeirCommands(roster, run);
  const importing = roster.command('import <file>').description('mengimpor daftar kader dari XLSX atau CSV');
  importOptions(byOption(importing)).action((path: string, flags: ImportFlags & { by: string }) =>
    run(async (app) => {
      const by = (await app.get(UsersService).require(flags.by)).id;
      const report = await app.get(RosterImportService).importRoster({ path, by, ...importWish(flags) });
      return importOutcome(report, report.changed.flatMap(changeLines), flags.dryRun);
    }),
  );
  byOption(
    roster
      .command('confirm-account <nik>')
      .description('mengonfirmasi perubahan rekening (orang kedua)')
      .requiredOption('--account <digits>', 'empat angka terakhir, atau seluruh, nomor rekening yang baru'),
  ).action((nik: string, { account, by: username }: { account: string; by: string }) =>
    run(async (app) => {
      const by = (await app.get(UsersService).require(username)).id;
      const confirmed = await app.get(KaderRosterService).confirmAccount({ kaderNik: nik, account, by });
      const { name, account: masked, accountName } = confirmed;
      return {
        json: confirmed,
        lines: [`Rekening ${masked} atas nama ${accountName} berlaku untuk ${name}.`],
      };
    }),
  );
}

function changeLines({ name, nik, sheet, row, changes }: ChangedKader): string[] {
  return [
    `Berubah: ${name} (${nik}), lembar ${sheet} baris ${String(row)}`,
    ...changes.map(({ field, before, after }) => `  ${field}: ${before ?? '-'} menjadi ${after}`),
  ];
}
