import type { Command } from 'commander';
import type { BidangStart } from '../../core/bidang/bidang-start.js';
import type { RecordedOpd } from '../../core/bidang/plan-opd-import.js';
import { formatMonth } from '../../core/shared/service-month.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { importOutcome } from '../../platform/command-line/import-outcome.js';
import { byOption } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { BidangOpdsService } from './bidang-opds.service.js';
import { BidangStartsService, type StartImport } from './bidang-starts.service.js';

interface ImportFlags {
  readonly by: string;
  readonly dryRun?: boolean;
  readonly acceptChanges?: boolean;
}

const DRY_RUN = ['--dry-run', 'hanya memeriksa dan memperlihatkan perubahan'] as const;

export function registerBidangCommands(program: Command, run: RunCommand): void {
  registerOpds(program, run);
  const bidang = program.command('bidang').description('enam bidang SPM');
  const start = bidang.command('start').description('bulan mulai bidang di kabupaten, kecamatan atau nagari');
  byOption(start.command('import <file>').description('mencatat tahap mulai dari XLSX atau CSV'))
    .option(...DRY_RUN)
    .option('--accept-changes', 'menerima bulan mulai yang berubah')
    .action((path: string, { by: username, ...flags }: ImportFlags) =>
      run(async (app) => {
        const by = (await app.get(UsersService).require(username)).id;
        const report = await app.get(BidangStartsService).importFile({ path, by, ...flags });
        return importOutcome(report, report.changed.map(changeLine), flags.dryRun);
      }),
    );
  start
    .command('list')
    .description('bulan mulai tiap bidang, dan dasarnya')
    .action(() =>
      run(async (app) => {
        const starts = await app.get(BidangStartsService).list();
        const none = ['Belum ada tahap: semua bidang dianggap sudah mulai, dan kebijakan honor menentukan.'];
        return { json: starts, lines: starts.length === 0 ? none : starts.map(startLine) };
      }),
    );
}

function registerOpds(program: Command, run: RunCommand): void {
  const opd = program.command('bidang-opd').description('OPD penanggung jawab tiap bidang');
  byOption(opd.command('import <file>').description('mencatat OPD penanggung jawab dari XLSX atau CSV'))
    .option(...DRY_RUN)
    .action((path: string, { by: username, dryRun }: ImportFlags) =>
      run(async (app) => {
        const by = (await app.get(UsersService).require(username)).id;
        return importOutcome(await app.get(BidangOpdsService).importFile(path, by, dryRun), [], dryRun);
      }),
    );
  opd
    .command('list')
    .description('OPD tiap bidang, batas jawabannya, dan masa berlakunya')
    .action(() =>
      run(async (app) => {
        const opds = await app.get(BidangOpdsService).list();
        const none = ['Belum ada OPD yang dicatat. Impor lewat honor bidang-opd import.'];
        return { json: opds, lines: opds.length === 0 ? none : opds.map(opdLine) };
      }),
    );
}

function changeLine({ before, after }: StartImport['changed'][number]): string {
  const { bidang, regionName, regionCode } = after;
  const what = `Berubah: bidang ${bidang} di ${regionName} (${regionCode})`;
  return `${what}: ${saidOf(before)} menjadi ${saidOf(after)}`;
}

function startLine(start: BidangStart): string {
  const { bidang, regionName, regionCode } = start;
  return `${bidang} di ${regionName} (${regionCode}): mulai ${saidOf(start)}`;
}

function saidOf({ start, basis }: BidangStart): string {
  return `${formatMonth(start)} (${basis})`;
}

function opdLine(one: RecordedOpd): string {
  const { bidang, regionCode, opdCode, opdName, limitDays, from, to, basis, note } = one;
  const limit = `${String(limitDays)} hari kerja`;
  const said = [limit, `${from}..${to ?? ''}`, basis, ...(note === null ? [] : [note])].join('; ');
  return `${bidang} di ${regionCode}: ${opdName} (${opdCode}), ${said}`;
}
