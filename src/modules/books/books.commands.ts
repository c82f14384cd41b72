import { InvalidArgumentError, Option, type Command } from 'commander';
import type { INestApplicationContext } from '@nestjs/common';
import { describe } from '../../core/messages/describe.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { kaderArgument, monthArgument } from '../../platform/command-line/options.js';
import { bookOutcome, fileArgument } from './book-outcome.js';
import { BudgetBooksService } from './budget-books.service.js';
import { CashBooksService, type MonthlyBookWish } from './cash-books.service.js';
import type { DrawnBook } from './drawn-book.js';
import { LedgerBooksService } from './ledger-books.service.js';

/** What every book may be asked with. */
interface BookOptions {
  readonly atPosition?: bigint;
  readonly out?: string;
}

interface MonthlyOptions extends BookOptions {
  readonly payer: string;
  readonly month: ServiceMonth;
}

type DrawMonthly = (app: INestApplicationContext, wish: MonthlyBookWish) => Promise<DrawnBook<object>>;

const monthlyBooks: readonly (readonly [name: string, description: string, draw: DrawMonthly])[] = [
  ['bku', 'Buku Kas Umum: satu baris tiap SPP', (app, wish) => app.get(CashBooksService).general(wish)],
  ['bank', 'Buku Bank: satu baris tiap transfer', (app, wish) => app.get(CashBooksService).bank(wish)],
  ['pajak', 'Buku Pembantu Pajak', (app, wish) => app.get(CashBooksService).tax(wish)],
  ['kegiatan', 'Buku Pembantu Kegiatan', (app, wish) => app.get(BudgetBooksService).activity(wish)],
  ['tutup', 'Register Penutupan Kas', (app, wish) => app.get(CashBooksService).closing(wish)],
];

/** The books: each is answered as lines or JSON, or written to paper with `--out`. */
export function registerBookCommands(program: Command, run: RunCommand): void {
  const book = program.command('book').description('buku kas, buku pembantu, neraca saldo dan realisasi');
  for (const [name, description, draw] of monthlyBooks) {
    bookOptions(book.command(name).description(description))
      .requiredOption('--payer <code>', 'kode pembayar, misalnya 13.10.04.2001')
      .requiredOption('--month <month>', 'bulan buku, misalnya 2026-07', monthArgument)
      .action(({ payer, month, atPosition: position, out }: MonthlyOptions) =>
        run(async (app) => bookOutcome(name, await draw(app, { payer, month, position }), out)),
      );
  }
  registerKader(book, run);
  registerTrialBalance(book, run);
  registerRealisation(book, run);
}

function registerKader(book: Command, run: RunCommand): void {
  bookOptions(
    book
      .command('kader')
      .description('kartu honor seorang kader')
      .argument('<kader>', 'NIK, atau nomor kader', kaderArgument),
  ).action((kader: string, { atPosition: position, out }: BookOptions) =>
    run(async (app) =>
      bookOutcome('kader', await app.get(LedgerBooksService).card({ kader, position }), out),
    ),
  );
}

interface TrialBalanceOptions extends BookOptions {
  readonly payer?: string;
  readonly month?: ServiceMonth;
  readonly until?: ServiceMonth;
}

function registerTrialBalance(book: Command, run: RunCommand): void {
  const month = new Option('--month <month>', 'satu bulan, dengan saldo awalnya');
  bookOptions(book.command('neraca').description('neraca saldo'))
    .option('--payer <code>', 'hanya akun pembayar ini')
    .addOption(month.argParser(monthArgument).conflicts('until'))
    .option('--until <month>', 'sejak awal sampai bulan ini', monthArgument)
    .action(({ atPosition: position, out, ...wish }: TrialBalanceOptions) =>
      run(async (app) =>
        bookOutcome('neraca', await app.get(LedgerBooksService).trialBalance({ ...wish, position }), out),
      ),
    );
}

interface RealisationOptions extends BookOptions {
  readonly year: number;
  readonly payer?: string;
  readonly until?: ServiceMonth;
}

function registerRealisation(book: Command, run: RunCommand): void {
  bookOptions(book.command('realisasi').description('realisasi per sumber dana dan kode rekening'))
    .requiredOption('--year <year>', 'tahun anggaran', yearArgument)
    .option('--payer <code>', 'hanya pembayar ini')
    .option('--until <month>', 'sampai dengan bulan ini', monthArgument)
    .action(({ atPosition: position, out, ...wish }: RealisationOptions) =>
      run(async (app) =>
        bookOutcome('realisasi', await app.get(BudgetBooksService).realisation({ ...wish, position }), out),
      ),
    );
}

function bookOptions(command: Command): Command {
  return command
    .option('--at-position <position>', 'keadaan pada posisi rantai ini, untuk selamanya', positionArgument)
    .option('--out <file>', 'berkas tujuan, .xlsx atau .pdf', fileArgument);
}

function positionArgument(text: string): bigint {
  if (/^[1-9]\d{0,17}$/.test(text)) return BigInt(text);
  throw new InvalidArgumentError(describe('book.position-unreadable', { value: text }));
}

function yearArgument(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(describe('book.year-unreadable', { value: text }));
}
