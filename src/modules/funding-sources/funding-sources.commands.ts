import type { Command } from 'commander';
import { sourceKey } from '../../core/funding/plan-funding-import.js';
import { formatRupiah } from '../../core/shared/rupiah.js';
import { importOutcome } from '../../platform/command-line/import-outcome.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { registerBudgetProof } from './budget-proof.commands.js';
import { registerRevision } from './budget-revision.commands.js';
import type { FundingSourceRecord } from './funding-sources.repository.js';
import { FundingSourcesService } from './funding-sources.service.js';
import { registerReceipts } from './receipts.commands.js';
import { registerYearEnd } from './year-end.commands.js';

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
  registerReceipts(funding, run);
  registerBudgetProof(funding, run);
  registerYearEnd(funding, run);
  funding
    .command('list')
    .description('pagu, terikat, terpakai, tersedia dan kas tiap sumber dana')
    .action(() =>
      run(async (app) => {
        const sources = (await app.get(FundingSourcesService).list()).map(listedSource);
        return { json: sources, lines: sources.map(sourceLine) };
      }),
    );
}

type ListedSource = ReturnType<typeof listedSource>;

function listedSource(source: FundingSourceRecord) {
  const { ceiling, reserved, spent, received, lapsed } = source;
  return {
    source: sourceKey(source),
    payer: source.payerName,
    ceiling,
    reserved,
    spent,
    available: lapsed === null ? ceiling - reserved - spent : 0n,
    lapsed,
    received,
    paid: spent,
    cashAvailable: received - spent,
  };
}

function sourceLine(listed: ListedSource): string {
  const amounts = [
    ['pagu', listed.ceiling],
    ['terikat', listed.reserved],
    ['terpakai', listed.spent],
    ['tersedia', listed.available],
    ...(listed.lapsed === null ? [] : [['hangus', listed.lapsed] as const]),
  ] as const;
  const cash = [
    ['diterima', listed.received],
    ['dibayar', listed.paid],
    ['sisa', listed.cashAvailable],
  ] as const;
  const phrase = (parts: readonly (readonly [string, bigint])[]): string =>
    parts.map(([name, amount]) => `${name} ${formatRupiah(amount)}`).join(', ');
  return `${listed.source}: ${phrase(amounts)}; kas ${phrase(cash)}`;
}
