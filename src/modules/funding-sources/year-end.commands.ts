import type { Command } from 'commander';
import { formatDate, type PlainDate } from '../../core/shared/plain-date.js';
import { formatRupiah } from '../../core/shared/rupiah.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, dayArgument } from '../../platform/command-line/options.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { UsersService } from '../users/users.service.js';
import { sourceArguments, yearArgument } from './source-arguments.js';
import { YearEndService, type ClosingOutcome } from './year-end.service.js';

interface MarkOptions {
  readonly basis: string;
  readonly basisDate: PlainDate;
  readonly basisTitle: string;
  readonly by: string;
}

/** `funding close-year` and `funding mark-prior-year`. */
export function registerYearEnd(funding: Command, run: RunCommand): void {
  byOption(
    funding
      .command('close-year')
      .description('menutup tahun anggaran: sisa pagu hangus, hak kader tetap terutang')
      .argument('<year>', 'tahun anggaran', yearArgument)
      .requiredOption('--payer <code>', 'kode nagari atau OPD')
      .requiredOption('--basis <number>', 'dasarnya, misalnya nomor berita acara'),
  ).action((year: number, options: { payer: string; basis: string; by: string }) =>
    run(async (app) => {
      const { id: by } = await app.get(UsersService).require(options.by);
      const { payer, basis } = options;
      return closingOutcome(await app.get(YearEndService).closeYear({ payer, year, basis, by }));
    }),
  );
  byOption(
    sourceArguments(
      funding
        .command('mark-prior-year')
        .description('menandai satu sumber dana boleh membayar utang tahun lalu, menurut dasar hukumnya'),
    )
      .requiredOption('--basis <number>', 'nomor DPA, Perbup atau SK')
      .requiredOption('--basis-date <date>', 'tanggalnya', dayArgument)
      .requiredOption('--basis-title <title>', 'judulnya'),
  ).action((payer: string, label: string, fiscalYear: number, options: MarkOptions) =>
    run(async (app) => {
      const { id: by } = await app.get(UsersService).require(options.by);
      const basis = { number: options.basis, date: options.basisDate, title: options.basisTitle };
      const marked = await app.get(YearEndService).markPriorYear({ payer, label, fiscalYear, basis, by });
      const already = marked.isNew ? '' : 'sudah ';
      const { number, title } = marked.basis;
      return {
        json: marked,
        lines: [
          `${marked.source}: ${already}ditandai untuk utang tahun lalu, dasar ${number} tentang ${title}.`,
        ],
      };
    }),
  );
}

function closingOutcome(outcome: ClosingOutcome): Outcome {
  const { payer, year, on, basis, lines, isNew } = outcome;
  const done = isNew ? 'ditutup' : 'sudah ditutup';
  return {
    json: outcome,
    lines: [
      `Tahun anggaran ${String(year)} untuk ${payer} ${done} ${formatDate(on)}, dasar ${basis}.`,
      ...lines.map(
        ({ source, ceiling, spent, lapsed, debt }) =>
          `  ${source}: pagu ${formatRupiah(ceiling)}, dibelanjakan ${formatRupiah(spent)}, hangus ${formatRupiah(lapsed)}; utang kepada kader ${formatRupiah(debt)}`,
      ),
    ],
  };
}
