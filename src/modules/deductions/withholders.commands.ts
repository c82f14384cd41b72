import type { Command } from 'commander';
import type { Withholder } from '../../core/deduction/bp21/withholder.js';
import { formatDate, type PlainDate } from '../../core/shared/plain-date.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, dayArgument } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { WithholdersService } from './withholders.service.js';

interface WithholderOptions {
  readonly payer: string;
  readonly npwp: string;
  readonly nitku: string;
  readonly name: string;
  readonly from: PlainDate;
  readonly by: string;
}

/** `tax withholder`: whom the tax office knows each paying body as. */
export function registerWithholderCommands(tax: Command, run: RunCommand): void {
  const withholder = tax
    .command('withholder')
    .description('data pemotong pajak tiap pembayar: NPWP, NITKU dan nama');
  byOption(
    withholder
      .command('set')
      .description('mencatat data pemotong sejak suatu tanggal; catatan lama tetap tersimpan')
      .requiredOption('--payer <code>', 'kode nagari atau OPD yang membayar')
      .requiredOption('--npwp <number>', 'NPWP 16 angka')
      .requiredOption('--nitku <number>', 'NITKU 22 angka: NPWP diikuti 6 angka tempat usaha')
      .requiredOption('--name <name>', 'nama seperti tertulis pada kartu NPWP')
      .requiredOption('--from <date>', 'berlaku sejak, misalnya 2026-01-01', dayArgument),
  ).action(({ by: username, ...written }: WithholderOptions) =>
    run(async (app) => {
      const by = (await app.get(UsersService).require(username)).id;
      const outcome = await app.get(WithholdersService).set({ ...written, by });
      const state = outcome.isNew ? 'Tersimpan' : 'Sudah tercatat';
      return { json: outcome, lines: [`${state}: ${lineOf(outcome)}.`] };
    }),
  );
  withholder
    .command('list')
    .description('data pemotong semua pembayar, dengan siapa yang mencatatnya')
    .action(() =>
      run(async (app) => {
        const all = await app.get(WithholdersService).list();
        const lines = all.map((one) => `${lineOf(one)}, dicatat ${one.recordedBy}`);
        return { json: all, lines: lines.length === 0 ? ['Belum ada data pemotong.'] : lines };
      }),
    );
}

function lineOf({ payer, npwp, nitku, name, from }: Withholder & { readonly payer: string }): string {
  return `${payer}: ${name}, NPWP ${npwp}, NITKU ${nitku}, sejak ${formatDate(from)}`;
}
