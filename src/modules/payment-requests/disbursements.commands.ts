import type { Command } from 'commander';
import { formatRupiah } from '../../core/shared/rupiah.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { problemsOutcome } from '../../platform/command-line/import-outcome.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { byOption } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { BankResultsService, type ReconciliationReport } from './bank-results.service.js';
import { PaymentFilesService } from './payment-files.service.js';

export function registerDisbursementCommands(program: Command, run: RunCommand): void {
  const disbursement = program.command('disbursement').description('berkas pembayaran dan jawaban bank');
  disbursement
    .command('export <number>')
    .description('menulis daftar penerimaan (XLSX) dan berkas bank (CSV) sebuah SPP')
    .requiredOption('--out <folder>', 'folder tujuan')
    .action((number: string, options: { out: string }) =>
      run(async (app) => {
        const files = await app.get(PaymentFilesService).export(number, options.out);
        const lines = files.map(
          ({ path, rows, total, sha256 }) =>
            `${path}: ${String(rows)} orang, ${formatRupiah(total)}, sha256 ${sha256}`,
        );
        return { json: files, lines };
      }),
    );
  byOption(
    disbursement
      .command('reconcile <number> <file>')
      .description('mencatat jawaban bank: berhasil atau retur'),
  ).action((number: string, file: string, options: { by: string }) =>
    run(async (app) => {
      const by = await app.get(UsersService).require(options.by);
      return reconciliationOutcome(await app.get(BankResultsService).reconcile(number, file, by));
    }),
  );
}

function reconciliationOutcome(report: ReconciliationReport): Outcome {
  const { paid, returned, known, outstanding, state } = report;
  if (!report.applied) {
    const { json, lines } = problemsOutcome(report.problems);
    const verdict = `Tidak ada yang disimpan: ${String(lines.length)} masalah. Perbaiki berkasnya, lalu catat lagi.`;
    return { json: { ...report, ...json }, refused: true, lines: [...lines, verdict] };
  }
  const returns = report.returnedTo.map(
    ({ reference, name, account, amount, remark }) =>
      `Retur ${reference}: ${name}, rekening ${account}, ${formatRupiah(amount)}; kata bank: ${remark || 'tanpa keterangan'}.`,
  );
  const counts =
    `Berhasil ${String(paid)}, retur ${String(returned)}, sudah tercatat ${String(known)}, ` +
    `belum dijawab ${String(outstanding)}; status ${state}.`;
  return { json: report, lines: [...returns, counts] };
}
