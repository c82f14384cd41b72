import type { Command } from 'commander';
import { formatDate, type PlainDate } from '../../core/shared/plain-date.js';
import { formatRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, dayArgument, rupiahArgument } from '../../platform/command-line/options.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { UsersService } from '../users/users.service.js';
import { ReceiptsService, type ReceiptOutcome } from './receipts.service.js';
import { sourceArguments } from './source-arguments.js';

interface ReceiptOptions {
  readonly amount: Rupiah;
  readonly on: PlainDate;
  readonly reference: string;
  readonly note?: string;
  readonly by: string;
}

interface RetractionOptions {
  readonly reference: string;
  readonly reason: string;
  readonly by: string;
}

/** `funding receive` and `funding undo-receipt`: tranches of cash. */
export function registerReceipts(funding: Command, run: RunCommand): void {
  registerReceive(funding, run);
  registerUndo(funding, run);
}

function registerReceive(funding: Command, run: RunCommand): void {
  byOption(
    sourceArguments(funding.command('receive').description('mencatat uang yang masuk untuk satu sumber dana'))
      .requiredOption('--amount <rupiah>', 'jumlah, dalam rupiah tanpa titik', rupiahArgument)
      .requiredOption('--on <date>', 'tanggal uang masuk, misalnya 2026-07-15', dayArgument)
      .requiredOption('--reference <number>', 'bukti transfer, misalnya "SP2D 123"')
      .option('--note <text>', 'keterangan; wajib bila tanggalnya di luar tahun anggaran'),
  ).action((payer: string, label: string, fiscalYear: number, options: ReceiptOptions) =>
    run(async (app) => {
      const by = await app.get(UsersService).require(options.by);
      const { amount, on, reference, note = null } = options;
      const command = { payer, label, fiscalYear, amount, on, reference, note, by };
      const receipt = await app.get(ReceiptsService).receive(command);
      return receiptOutcome(receipt, ['diterima', 'sudah tercatat diterima']);
    }),
  );
}

function registerUndo(funding: Command, run: RunCommand): void {
  byOption(
    sourceArguments(
      funding.command('undo-receipt').description('membatalkan satu penerimaan yang salah dicatat'),
    )
      .requiredOption('--reference <number>', 'bukti transfer dari penerimaan itu')
      .requiredOption('--reason <text>', 'alasan pembatalan'),
  ).action((payer: string, label: string, fiscalYear: number, options: RetractionOptions) =>
    run(async (app) => {
      const by = await app.get(UsersService).require(options.by);
      const { reference, reason } = options;
      const command = { payer, label, fiscalYear, reference, reason, by };
      const receipt = await app.get(ReceiptsService).retract(command);
      return receiptOutcome(receipt, ['dibatalkan penerimaan', 'sudah dibatalkan penerimaan']);
    }),
  );
}

function receiptOutcome(receipt: ReceiptOutcome, [done, doneBefore]: readonly [string, string]): Outcome {
  const { source, amount, on, reference, received, isNew } = receipt;
  const what = `${formatRupiah(amount)} tanggal ${formatDate(on)} (${reference})`;
  const line = `${source}: ${isNew ? done : doneBefore} ${what}; seluruh penerimaan ${formatRupiah(received)}.`;
  return { json: receipt, lines: [line] };
}
