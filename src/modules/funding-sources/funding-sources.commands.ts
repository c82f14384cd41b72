import type { Command } from 'commander';
import { sourceKey } from '../../core/funding/plan-funding-import.js';
import { formatRupiah } from '../../core/shared/rupiah.js';
import { importOutcome } from '../../platform/command-line/import-outcome.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
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
