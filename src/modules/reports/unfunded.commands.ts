import type { Command } from 'commander';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { reportOutcome } from './report-outcome.js';
import { paper, yearArgument } from './report-options.js';
import { UnfundedService } from './unfunded.service.js';

interface Options {
  readonly payer?: string;
  readonly out?: string;
}

/** `funding unfunded`, below the noun it is about, and `report year-end`. */
export function registerUnfunded(program: Command, report: Command, run: RunCommand): void {
  const funding =
    program.commands.find((command) => command.name() === 'funding') ?? program.command('funding');
  paper(
    funding
      .command('unfunded')
      .description('yang terutang dan belum ada dananya: berapa, sejak kapan, siapa'),
  )
    .option('--payer <code>', 'kode nagari atau OPD; semuanya bila tidak diisi')
    .option('--year <year>', 'tahun anggaran; semuanya bila tidak diisi', yearArgument)
    .action(({ payer, year, out }: Options & { year?: number }) =>
      run(async (app) => reportOutcome(await app.get(UnfundedService).unfunded({ payer, year }), out)),
    );
  paper(
    report
      .command('year-end')
      .description('hitungan mundur tutup tahun: pagu yang akan hangus, hak yang akan menjadi utang'),
  )
    .requiredOption('--year <year>', 'tahun anggaran', yearArgument)
    .option('--payer <code>', 'kode nagari atau OPD; semuanya bila tidak diisi')
    .action(({ payer, year, out }: Options & { year: number }) =>
      run(async (app) => reportOutcome(await app.get(UnfundedService).yearEnd({ payer, year }), out)),
    );
}
