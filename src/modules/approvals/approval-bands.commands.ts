import { InvalidArgumentError, Option, type Command } from 'commander';
import { linesOfBands } from '../../core/approval/diff-approval-bands.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { byOption } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { ApprovalBandsService, type BandVersion } from './approval-bands.service.js';

/** `approval-bands`: from which amount on somebody else must sign as well. */
export function registerApprovalBandCommands(program: Command, run: RunCommand): void {
  const bands = program
    .command('approval-bands')
    .description('jenjang persetujuan: mulai jumlah berapa siapa lagi ikut menandatangani SPP');
  byOption(bands.command('import <file>').description('memberlakukan jenjang dari berkas YAML')).action(
    (file: string, options: { by: string }) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(options.by);
        const imported = await app.get(ApprovalBandsService).importFile(file, by.id);
        const { isNew, scope, version, name } = imported;
        const outcome = isNew ? 'Tersimpan' : 'Sudah ada, tidak berubah';
        return { json: imported, lines: [`${outcome}: ${scope} versi ${String(version)}, ${name}.`] };
      }),
  );
  bands
    .command('list')
    .description('semua jenjang persetujuan, setiap versi')
    .action(() => run(async (app) => listOutcome(await app.get(ApprovalBandsService).list())));
  bands
    .command('diff')
    .description('apa yang berbeda antara dua versi jenjang')
    .argument('<scope>', 'kode wilayah atau OPD')
    .argument('<before>', 'versi lama', versionArgument)
    .argument('<after>', 'versi baru', versionArgument)
    .addOption(
      new Option('--for <payers>', 'jenjang untuk siapa').choices(['nagari', 'opd']).makeOptionMandatory(),
    )
    .action((scope: string, before: number, after: number, options: { for: 'nagari' | 'opd' }) =>
      run(async (app) => {
        const service = app.get(ApprovalBandsService);
        const lines = await service.diff({ scope, appliesTo: options.for }, before, after);
        return { json: lines, lines: lines.length === 0 ? ['Tidak ada bedanya.'] : lines };
      }),
    );
}

function versionArgument(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Tulis nomor versi, misalnya 1.');
}

function listOutcome(versions: readonly BandVersion[]): Outcome {
  const lines = versions.flatMap(({ version, recordedBy, set }) => {
    const { scope, appliesTo, name, validFrom, validTo, legalBasis } = set;
    const heading = `${scope} untuk ${appliesTo} v${String(version)} ${validFrom}..${validTo ?? ''} ${legalBasis.number}: ${name} (dimuat ${recordedBy})`;
    return [heading, ...linesOfBands(set).map((line) => `  ${line}`)];
  });
  const none = 'Belum ada jenjang: setiap SPP cukup dengan empat orang.';
  return { json: versions, lines: lines.length === 0 ? [none] : lines };
}
