import { Option, type Command } from 'commander';
import { describe } from '../../core/messages/describe.js';
import { formatRupiah } from '../../core/shared/rupiah.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { LedgerExportService } from './ledger-export.service.js';
import { LedgerVerificationService, type Verification } from './ledger-verification.service.js';
import { LedgerService } from './ledger.service.js';

export function registerLedgerCommands(program: Command, run: RunCommand): void {
  const ledger = program.command('ledger').description('buku besar: periksa, saldo, ekspor');
  ledger
    .command('verify')
    .description('menghitung ulang seluruh rantai dari jurnalnya')
    .option('--anchor <hash>', 'sidik jari ujung rantai yang disimpan di luar basis data')
    .action((options: { anchor?: string }) =>
      run(async (app) =>
        verificationOutcome(await app.get(LedgerVerificationService).verify(options.anchor)),
      ),
    );
  ledger
    .command('balance')
    .description('saldo tiap akun')
    .action(() =>
      run(async (app) => {
        const balances = await app.get(LedgerService).trialBalance();
        return {
          json: balances,
          lines: balances.map(({ code, balance }) => `${code}  ${formatRupiah(balance)}`),
        };
      }),
    );
  ledger
    .command('export')
    .description('menulis jurnal yang dibaca hledger dan ledger-cli')
    .addOption(new Option('--format <format>').choices(['hledger']).default('hledger'))
    .requiredOption('--out <file>', 'berkas tujuan')
    .action((options: { out: string }) =>
      run(async (app) => {
        const file = await app.get(LedgerExportService).writeJournal(options.out);
        return { json: file, lines: [`${file.path}: ${String(file.rows)} jurnal, sha256 ${file.sha256}`] };
      }),
    );
}

function verificationOutcome(result: Verification): Outcome {
  const problems = result.problems.map(({ code, facts }) => ({
    code,
    facts,
    message: describe(code, facts),
  }));
  return {
    refused: !result.verified,
    json: { ...result, problems },
    lines: result.verified
      ? [
          `Buku besar utuh: ${String(result.batches)} batch, ${String(result.entries)} jurnal.`,
          `Ujung rantai ${result.head}`,
        ]
      : problems.map(({ code, message }) => `${code}: ${message}`),
  };
}
