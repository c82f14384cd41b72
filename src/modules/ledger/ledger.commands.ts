import { join } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { describe } from '../../core/messages/describe.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { formatRupiah } from '../../core/shared/rupiah.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { writeFileAtomically } from '../../platform/files/write-file-atomically.js';
import { AuditPackService, type AuditPack } from './audit-pack.service.js';
import { LedgerAnchorService, type Anchor } from './ledger-anchor.service.js';
import { registerPeriodCommands } from './ledger-periods.commands.js';
import { LedgerBalanceService } from './ledger-balance.service.js';
import { LedgerExportService, type JournalFormat, type WrittenJournal } from './ledger-export.service.js';
import { LedgerVerificationService, type Verification } from './ledger-verification.service.js';
import { registerProofCommands } from './proof.commands.js';

export function registerLedgerCommands(program: Command, run: RunCommand): void {
  const ledger = program.command('ledger').description('buku besar: periksa, saldo, ekspor');
  ledger
    .command('verify')
    .description('menghitung ulang seluruh rantai dari jurnalnya')
    .option('--anchor <hash>', 'sidik jari ujung rantai yang disimpan di luar basis data', anchorArgument)
    .action((options: { anchor?: string }) =>
      run(async (app) =>
        verificationOutcome(await app.get(LedgerVerificationService).verify(options.anchor)),
      ),
    );
  registerBalance(ledger, run);
  registerAnchor(ledger, run);
  registerExport(ledger, run);
  registerProofCommands(ledger, run);
  registerPeriodCommands(ledger, run);
}

function registerBalance(ledger: Command, run: RunCommand): void {
  ledger
    .command('balance')
    .description('saldo tiap akun')
    .addOption(atPositionOption())
    .action((options: { atPosition?: bigint }) =>
      run(async (app) => {
        const balances = await app.get(LedgerBalanceService).balances(options.atPosition);
        return {
          json: balances,
          lines: balances.map(({ code, balance }) => `${code}  ${formatRupiah(balance)}`),
        };
      }),
    );
}

function registerAnchor(ledger: Command, run: RunCommand): void {
  ledger
    .command('anchor')
    .description('ujung rantai, untuk dicetak atau disimpan di luar basis data')
    .option('--out <file>', 'berkas tujuan')
    .action((options: { out?: string }) =>
      run(async (app) => {
        const anchor = await app.get(LedgerAnchorService).anchor();
        const lines = anchorLines(anchor);
        if (options.out !== undefined) {
          await writeFileAtomically(
            options.out,
            lines.map((line) => `${line}\n`),
          );
        }
        return { json: anchor, lines };
      }),
    );
}

function registerExport(ledger: Command, run: RunCommand): void {
  const formats = ['hledger', 'beancount', 'audit-pack'] as const;
  ledger
    .command('export')
    .description('menulis jurnal untuk hledger, ledger-cli atau beancount, atau paket untuk pemeriksa')
    .addOption(new Option('--format <format>').choices(formats).default('hledger'))
    .addOption(atPositionOption())
    .requiredOption('--out <path>', 'berkas tujuan; untuk audit-pack: folder tujuan')
    .action(({ format, out, atPosition }: ExportOptions) =>
      run(async (app) => {
        if (format !== 'audit-pack') {
          return journalOutcome(await app.get(LedgerExportService).writeJournal(out, format, atPosition));
        }
        // A pack is checked against the head of the chain, so it always reaches to its end.
        if (atPosition !== undefined) throw new DomainError('invalid', 'ledger.pack-whole', {});
        return packOutcome(out, await app.get(AuditPackService).write(out));
      }),
    );
}

interface ExportOptions {
  readonly format: JournalFormat | 'audit-pack';
  readonly out: string;
  readonly atPosition?: bigint;
}

function atPositionOption(): Option {
  const description = 'keadaan pada posisi rantai ini, untuk selamanya; tanpa ini: ujung rantai';
  return new Option('--at-position <position>', description).argParser(positionArgument);
}

function positionArgument(text: string): bigint {
  if (/^[1-9]\d{0,17}$/.test(text)) return BigInt(text);
  throw new InvalidArgumentError(describe('book.position-unreadable', { value: text }));
}

function journalOutcome({ position, ...file }: WrittenJournal): Outcome {
  const line = `${file.path}: ${String(file.rows)} jurnal sampai posisi ${String(position)}, sha256 ${file.sha256}`;
  return { json: { ...file, position }, lines: [line] };
}

// A cut or mistyped hash is not found in any chain: that must not read as an alarm of fraud.
function anchorArgument(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError(describe('ledger.anchor-unreadable', { length: text.length }));
}

function anchorLines({ position, head, batches, entries, takenAt }: Anchor): string[] {
  return [
    `Jangkar buku besar honor kader, ${takenAt}`,
    `Posisi ${String(position)}: ${String(batches)} batch, ${String(entries)} jurnal.`,
    `Ujung rantai ${head}`,
  ];
}

function packOutcome(folder: string, pack: AuditPack): Outcome {
  const files = Object.entries(pack.files).map(([name, { rows, sha256 }]) => {
    const count = rows === undefined ? '' : ` ${String(rows)} baris,`;
    return `${join(folder, name)}:${count} sha256 ${sha256}`;
  });
  const check = `Periksa tanpa program ini: node ${join(folder, 'verify-audit-pack.mjs')} --anchor HASH`;
  return { json: pack, lines: [...files, `Ujung rantai ${pack.head?.hash ?? 'tidak ada'}`, check] };
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
