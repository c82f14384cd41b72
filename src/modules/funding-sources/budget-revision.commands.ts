import type { Command } from 'commander';
import { formatRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { BudgetRevisionService } from './budget-revision.service.js';
import { ceilingArgument, sourceArguments } from './source-arguments.js';

interface RevisionOptions {
  readonly to: Rupiah;
  readonly basis: string;
  readonly by: string;
}

/** `funding revise`: a ceiling set anew, up or down. */
export function registerRevision(funding: Command, run: RunCommand): void {
  byOption(
    sourceArguments(
      funding.command('revise').description('menaikkan atau menurunkan pagu menurut perubahan anggaran'),
    )
      .requiredOption('--to <ceiling>', 'pagu yang baru, dalam rupiah tanpa titik', ceilingArgument)
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
