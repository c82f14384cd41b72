import { InvalidArgumentError, Option, type Command } from 'commander';
import { answers, type Answer } from '../../core/referral/referral-state.js';
import { stateWords } from '../../core/referral/referral-table.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { importOutcome } from '../../platform/command-line/import-outcome.js';
import { byOption, dayArgument } from '../../platform/command-line/options.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { UsersService } from '../users/users.service.js';
import { HolidaysService } from './holidays.service.js';
import type { ReferralCommand } from './referral-places.js';
import { ReferralImportService, type ReferralImport } from './referral-import.service.js';
import { ReferralsService } from './referrals.service.js';

export function registerReferralCommands(program: Command, run: RunCommand): void {
  const referral = program.command('referral').description('rujukan lintas sektor kepada OPD');
  registerRecording(referral, run);
  byOption(referral.command('answer <id>').description('mencatat jawaban OPD atas rujukan'))
    .addOption(new Option('--answer <answer>', 'jawabannya').choices(answers).makeOptionMandatory())
    .requiredOption('--on <day>', 'tanggal jawaban, misalnya 2026-07-15', dayArgument)
    .requiredOption('--text <text>', 'apa yang dilakukan, tanpa nama dan nomor orang')
    .action((id: string, options: { answer: Answer; on: PlainDate; text: string; by: string }) =>
      run(async (app) => {
        const by = (await app.get(UsersService).require(options.by)).id;
        const which = /^\d{1,9}$/.test(id) ? Number(id) : 0;
        const listed = await app.get(ReferralsService).answer(which, { ...options, by });
        const line = `Rujukan ${String(listed.id)} kepada ${listed.opdName}: ${stateWords[listed.state]} ${listed.since}.`;
        return { json: listed, lines: [line] };
      }),
    );
  const holiday = program.command('holiday').description('hari libur nasional dan cuti bersama');
  byOption(
    holiday.command('import <file>').description('mencatat hari libur satu tahun dari berkas YAML'),
  ).action((path: string, options: { by: string }) =>
    run(async (app) => {
      const by = (await app.get(UsersService).require(options.by)).id;
      const calendar = await app.get(HolidaysService).importFile(path, by);
      const { year, days } = calendar;
      return { json: calendar, lines: [`${String(days.length)} hari libur ${String(year)} tercatat.`] };
    }),
  );
}

interface RecordOptions extends Omit<ReferralCommand, 'nik'> {
  readonly kader: string;
  readonly by: string;
}

function registerRecording(referral: Command, run: RunCommand): void {
  byOption(referral.command('record').description('mencatat satu rujukan'))
    .requiredOption('--posyandu <number>', 'nomor registrasi posyandu')
    .requiredOption('--kader <nik>', 'NIK kader yang merujuk')
    .requiredOption('--bidang <bidang>', 'bidang SPM yang dituju')
    .requiredOption('--on <day>', 'tanggal rujukan, misalnya 2026-07-15', dayArgument)
    .requiredOption('--subject <service>', 'layanan: kode jenis kegiatan bidang itu')
    .requiredOption('--count <count>', 'berapa kasus', countArgument)
    .requiredOption('--description <text>', 'uraian, tanpa nama dan nomor orang')
    .action(({ kader: nik, by: username, ...command }: RecordOptions) =>
      run(async (app) => {
        const by = (await app.get(UsersService).require(username)).id;
        return recordedOutcome(await app.get(ReferralImportService).record({ ...command, nik }, by));
      }),
    );
  byOption(referral.command('import <file>').description('mencatat rujukan dari XLSX atau CSV'))
    .option('--dry-run', 'hanya memeriksa')
    .option('--region <code>', 'hanya nagari di wilayah ini')
    .action((path: string, flags: { by: string; dryRun?: boolean; region?: string }) =>
      run(async (app) => {
        const { dryRun = false, region } = flags;
        const by = (await app.get(UsersService).require(flags.by)).id;
        const scope = region === undefined ? {} : { regionCode: region };
        const report = await app.get(ReferralImportService).importFile({ path, by, dryRun, ...scope });
        return recordedOutcome(report, dryRun);
      }),
    );
}

function recordedOutcome(report: ReferralImport, dryRun = false): Outcome {
  return importOutcome(
    report,
    report.referrals.map((id) => `Rujukan ${String(id)} tercatat.`),
    dryRun,
  );
}

function countArgument(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Tulis jumlah kasus dengan angka, paling sedikit 1.');
}
