import { InvalidArgumentError, Option, type Command } from 'commander';
import { describe } from '../../core/messages/describe.js';
import { arrearsGroupings } from '../../core/report/arrears/arrears-by.js';
import { kaderCardLines } from '../../core/report/roster/kader-card.js';
import { rosterStatuses, type RosterStatus } from '../../core/report/roster/roster-facts.js';
import { parsePlainDate, type PlainDate } from '../../core/shared/plain-date.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { countArgument } from '../../platform/command-line/options.js';
import { registerActivityReports } from './activity-reports.commands.js';
import { BudgetReportsService, type ArrearsWish } from './budget-reports.service.js';
import { KaderCardService } from './kader-card.service.js';
import { registerExplainCommand } from './explain.commands.js';
import { paper, yearArgument } from './report-options.js';
import { reportOutcome } from './report-outcome.js';
import { registerUnfunded } from './unfunded.commands.js';
import { RosterListService } from './roster-list.service.js';
import { ValidationService } from './validation.service.js';

/** Reports: each is answered as lines or JSON, or written to paper with `--out`. */
export function registerReportCommands(program: Command, run: RunCommand): void {
  registerExplainCommand(program, run);
  registerRosterList(program, run);
  registerActivityReports(program, run);
  const report = program.command('report').description('tunggakan, ramalan pagu, validasi data');
  paper(report.command('arrears').description('honor yang sudah menjadi hak dan belum dibayar, menurut umur'))
    .addOption(new Option('--by <what>', 'dikelompokkan menurut').choices(arrearsGroupings).default('nagari'))
    .option('--as-of <date>', 'keadaan pada tanggal ini; hari ini bila tidak diisi', dayArgument)
    .action(({ out, ...wish }: ArrearsWish & { out?: string }) =>
      run(async (app) => reportOutcome(await app.get(BudgetReportsService).arrears(wish), out)),
    );
  paper(report.command('forecast').description('sampai bulan apa tiap pagu cukup, dan berapa kurangnya'))
    .requiredOption('--year <year>', 'tahun anggaran', yearArgument)
    .action(({ year, out }: { year: number; out?: string }) =>
      run(async (app) => reportOutcome(await app.get(BudgetReportsService).forecast(year), out)),
    );
  registerValidation(report, run);
  registerUnfunded(program, report, run);
}

function registerValidation(report: Command, run: RunCommand): void {
  paper(
    report
      .command('validation')
      .description('validasi data: yang kurang atau bertentangan, dan siapa memperbaikinya'),
  )
    .option('--region <code>', 'kode wilayah; semuanya bila tidak diisi')
    .option('--ending-days <days>', 'SK yang berakhir dalam sekian hari ikut disebut', daysArgument)
    .action(({ region: regionCode, endingDays, out }: ValidationOptions) =>
      run(async (app) =>
        reportOutcome(await app.get(ValidationService).report({ regionCode, endingDays }), out),
      ),
    );
}

interface ValidationOptions {
  readonly region?: string;
  readonly endingDays?: number;
  readonly out?: string;
}

interface RosterListOptions {
  readonly nagari: string;
  readonly posyandu?: string;
  readonly name?: string;
  readonly status?: RosterStatus;
  readonly out?: string;
}

/** `roster list`, below the noun that imports. */
function registerRosterList(program: Command, run: RunCommand): void {
  const roster = program.commands.find((command) => command.name() === 'roster') ?? program.command('roster');
  registerKaderCard(roster, run);
  paper(roster.command('list').description('siapa saja dalam daftar, dengan SK, keadaan dan rekeningnya'))
    .requiredOption('--nagari <code>', 'kode nagari, atau wilayah di atasnya')
    .option('--posyandu <name>', 'hanya posyandu ini: nama atau nomor registrasi')
    .option('--name <words>', 'hanya yang bernama ini: awal kata-kata namanya')
    .addOption(new Option('--status <status>', 'hanya yang berkeadaan ini').choices(rosterStatuses))
    .action(({ nagari: regionCode, out, ...wish }: RosterListOptions) =>
      run(async (app) => reportOutcome(await app.get(RosterListService).list({ regionCode, ...wish }), out)),
    );
}

function registerKaderCard(roster: Command, run: RunCommand): void {
  roster
    .command('show')
    .description('seorang kader: SK, strata, keadaan dan rekeningnya, tersamar')
    .argument('<number>', 'nomor kader, seperti dalam roster list', countArgument)
    .action((number: number) =>
      run(async (app) => {
        const card = await app.get(KaderCardService).show(number);
        return { json: card, lines: kaderCardLines(card) };
      }),
    );
}

function dayArgument(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day !== undefined) return day;
  throw new InvalidArgumentError(describe('report.day-unreadable', { value: text }));
}

function daysArgument(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(describe('report.days-unreadable', { value: text }));
}
