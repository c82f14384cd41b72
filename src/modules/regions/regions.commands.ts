import type { Command } from 'commander';
import { importOptions, importWish, type ImportFlags } from '../../platform/command-line/import-options.js';
import { importOutcome } from '../../platform/command-line/import-outcome.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { RegionImportService } from './region-import.service.js';

export function registerRegionCommands(program: Command, run: RunCommand): void {
  program
    .command('region')
    .description('wilayah menurut kode Kemendagri')
    .command('import <file>')
    .description('memuat daftar nagari sebuah kabupaten, misalnya config/regions/13.10-dharmasraya.csv')
    .action((file: string) =>
      run(async (app) => importOutcome(await app.get(RegionImportService).importRegions(file))),
    );
  const posyandu = program.command('posyandu').description('posyandu dan nomor registrasinya');
  const importing = posyandu.command('import <file>').description('mendaftarkan posyandu dari XLSX atau CSV');
  importOptions(importing).action((path: string, flags: ImportFlags) =>
    run(async (app) => {
      const report = await app.get(RegionImportService).importPosyandu({ path, ...importWish(flags) });
      const changes = report.changed.map(
        ({ before, after }) => `Berubah: ${before.name} menjadi ${after.name}`,
      );
      return importOutcome(report, changes, flags.dryRun);
    }),
  );
}
