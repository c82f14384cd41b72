import { Option, type Command } from 'commander';
import { recapGroupings, type RecapGrouping } from '../../core/report/activity/recap.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { monthsArgument } from '../../platform/command-line/options.js';
import { ActivityRecapService } from './activity-recap.service.js';
import { ReferralListService } from './referral-list.service.js';
import { reportFileArgument, reportOutcome } from './report-outcome.js';

interface RecapOptions {
  readonly region: string;
  readonly months: ServiceMonth[];
  readonly by: RecapGrouping;
  readonly out?: string;
}

interface ReferralOptions {
  readonly region?: string;
  readonly opd?: string;
  readonly open?: boolean;
  readonly overdue?: boolean;
  readonly out?: string;
}

/** `activity recap` and `referral list`, below the nouns that import. */
export function registerActivityReports(program: Command, run: RunCommand): void {
  const nounOf = (name: string): Command =>
    program.commands.find((command) => command.name() === name) ?? program.command(name);
  const paper = (command: Command): Command =>
    command.option('--out <file>', 'berkas tujuan, .xlsx atau .pdf', reportFileArgument);
  paper(nounOf('activity').command('recap').description('jumlah kegiatan, kader dan sasaran yang dilayani'))
    .requiredOption('--region <code>', 'kode wilayah Kemendagri')
    .requiredOption('--months <list>', 'bulan, misalnya 2026-07..2026-09', monthsArgument)
    .addOption(new Option('--by <what>', 'dikelompokkan menurut').choices(recapGroupings).default('type'))
    .action(({ region: regionCode, months, by, out }: RecapOptions) =>
      run(async (app) =>
        reportOutcome(await app.get(ActivityRecapService).recap({ regionCode, months, by }), out),
      ),
    );
  paper(nounOf('referral').command('list').description('rujukan, jawaban OPD, dan yang terlambat dijawab'))
    .option('--region <code>', 'hanya wilayah ini')
    .option('--opd <code>', 'hanya kepada OPD ini')
    .option('--open', 'hanya yang belum selesai atau ditolak')
    .option('--overdue', 'hanya yang lewat batas tanpa jawaban')
    .action(({ region: regionCode, opd: opdCode, open, overdue, out }: ReferralOptions) =>
      run(async (app) =>
        reportOutcome(await app.get(ReferralListService).list({ regionCode, opdCode, open, overdue }), out),
      ),
    );
}
