import { InvalidArgumentError, type Command } from 'commander';
import { sourceKey } from '../../core/funding/plan-funding-import.js';
import { formatRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import { importOutcome } from '../../platform/command-line/import-outcome.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { BudgetRevisionService } from './budget-revision.service.js';
import { FundingSourcesService } from './funding-sources.service.js';

export function registerFundingCommands(program: Command, run: RunCommand): void {
  const funding = program.command('funding').description('sumber dana dan pagunya');
  byOption(
    funding.command('import <file>').description('mendaftarkan sumber dana dari XLSX atau CSV'),
  ).action((file: string, options: { by: string }) =>
    run(async (app) => {
      const by = await app.get(UsersService).require(options.by);
      return importOutcome(await app.get(FundingSourcesService).importFile(file, by.id));
    }),
  );
  registerRevision(funding, run);
  funding
    .command('list')
    .description('pagu, terikat, terpakai dan tersedia tiap sumber dana')
    .action(() =>
      run(async (app) => {
        const sources = (await app.get(FundingSourcesService).list()).map((source) => ({
          source: sourceKey(source),
          payer: source.payerName,
          ceiling: source.ceiling,
          reserved: source.reserved,
          spent: source.spent,
          available: source.ceiling - source.reserved - source.spent,
        }));
        const lines = sources.map(
          ({ source, ceiling, reserved, spent, available }) =>
            `${source}: pagu ${formatRupiah(ceiling)}, terikat ${formatRupiah(reserved)}, ` +
            `terpakai ${formatRupiah(spent)}, tersedia ${formatRupiah(available)}`,
        );
        return { json: sources, lines };
      }),
    );
}

interface RevisionOptions {
  readonly to: Rupiah;
  readonly basis: string;
  readonly by: string;
}

function registerRevision(funding: Command, run: RunCommand): void {
  byOption(
    funding
      .command('revise')
      .description('menaikkan pagu menurut perubahan anggaran')
      .argument('<payer>', 'kode pembayar')
      .argument('<label>', 'sumber dana, misalnya DDS')
      .argument('<year>', 'tahun anggaran', yearArgument)
      .requiredOption('--to <ceiling>', 'pagu yang baru, dalam rupiah tanpa titik', rupiahArgument)
      .requiredOption('--basis <number>', 'dasar hukum, misalnya nomor DPPA'),
  ).action((payer: string, label: string, fiscalYear: number, options: RevisionOptions) =>
    run(async (app) => {
      const { id: by } = await app.get(UsersService).require(options.by);
      const { to, basis: legalBasis } = options;
      const revision = { payer, label, fiscalYear, to, legalBasis, by };
      const revised = await app.get(BudgetRevisionService).revise(revision);
      const { source, before, ceiling } = revised;
      const line =
        before === ceiling
          ? `${source}: pagu sudah ${formatRupiah(ceiling)}, tidak berubah.`
          : `${source}: pagu ${formatRupiah(before)} menjadi ${formatRupiah(ceiling)}.`;
      return { json: revised, lines: [line] };
    }),
  );
}

function yearArgument(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Tulis tahun anggaran dengan empat angka, misalnya 2026.');
}

function rupiahArgument(text: string): Rupiah {
  if (/^[1-9]\d{0,14}$/.test(text)) return BigInt(text);
  throw new InvalidArgumentError('Tulis rupiah dengan angka saja, tanpa titik atau koma, misalnya 30000000.');
}
