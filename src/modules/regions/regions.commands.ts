import type { Command } from 'commander';
import { importOutcome } from '../../platform/command-line/import-outcome.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { RegionImportService } from './region-import.service.js';

interface PosyanduOptions {
  readonly dryRun?: boolean;
  readonly acceptChanges?: boolean;
  readonly region?: string;
}

export function registerRegionCommands(program: Command, run: RunCommand): void {
  program
    .command('region')
    .description('wilayah menurut kode Kemendagri')
    .command('import <file>')
    .description('memuat daftar nagari sebuah kabupaten, misalnya config/regions/13.10-dharmasraya.csv')
    .action((file: string) =>
      run(async (app) => importOutcome(await app.get(RegionImportService).importRegions(file))),
    );
  program
    .command('posyandu')
    .description('posyandu dan nomor registrasinya')
    .command('import <file>')
    .description('mendaftarkan posyandu dari XLSX atau CSV')
    .option('--dry-run', 'hanya memeriksa')
    .option('--accept-changes', 'menerima perubahan pada posyandu yang sudah terdaftar')
    .option('--region <code>', 'hanya posyandu di wilayah ini')
    .action((path: string, { region, ...options }: PosyanduOptions) =>
      run(async (app) => {
        const scope = region === undefined ? {} : { regionCode: region };
        const report = await app.get(RegionImportService).importPosyandu({ path, ...options, ...scope });
        const changes = report.changed.map(
          ({ before, after }) => `Berubah: ${before.name} menjadi ${after.name}`,
        );
        return importOutcome(report, changes, options.dryRun === true);
      }),
    );
}
