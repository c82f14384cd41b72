import { Option, type Command } from 'commander';
import { recoveryModes, type PlanTerms } from '../../core/overpayment/check-plan.js';
import { formatDate, type PlainDate } from '../../core/shared/plain-date.js';
import { formatRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, dayArgument, monthArgument, rupiahArgument } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { CashRecoveryService } from './cash-recovery.service.js';
import {
  caseLine,
  detailsOutcome,
  listOutcome,
  planOutcome,
  transferOutcome,
} from './overpayment-outcomes.js';
import { LineTransfersService } from './line-transfers.service.js';
import { OverpaymentPlansService } from './overpayment-plans.service.js';
import { OverpaymentsService } from './overpayments.service.js';

interface PlanOptions extends PlanTerms {
  readonly document: string;
  readonly by: string;
}

interface CashOptions {
  readonly amount: Rupiah;
  readonly on: PlainDate;
  readonly receipt: string;
  readonly by: string;
}

/** `overpayment ...`: what kader were paid too much, and how it comes back. */
export function registerOverpaymentCommands(program: Command, run: RunCommand): void {
  const overpayment = program.command('overpayment').description('kelebihan bayar honor dan pengembaliannya');
  registerLooking(overpayment, run);
  registerOpening(overpayment, run);
  registerPlans(overpayment, run);
  registerCash(overpayment, run);
}

function registerLooking(overpayment: Command, run: RunCommand): void {
  overpayment
    .command('list')
    .description('semua kelebihan bayar: yang belum dibuka, dan kasus dengan sisanya')
    .option('--payer <code>', 'hanya pembayar ini')
    .action((options: { payer?: string }) =>
      run(async (app) => listOutcome(await app.get(OverpaymentsService).list(options.payer))),
    );
  overpayment
    .command('show <number>')
    .description('satu kasus: koreksi asalnya, rencana cicilan, kuitansi, potongan dan sisanya')
    .action((number: string) =>
      run(async (app) => detailsOutcome(await app.get(OverpaymentsService).show(number))),
    );
}

function registerOpening(overpayment: Command, run: RunCommand): void {
  byOption(
    overpayment.command('open <payer>').description('membuka kasus untuk kelebihan bayar yang ditemukan'),
  )
    .option('--kader <nik>', 'hanya kader ini, NIK atau nomor kader')
    .action((payer: string, options: { kader?: string; by: string }) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(options.by);
        const cases = await app.get(OverpaymentsService).open(payer, options.kader, by);
        return { json: cases, lines: cases.map(caseLine) };
      }),
    );
  byOption(
    overpayment
      .command('transfer <payer>')
      .description('memindahkan beban antar-sumber dana untuk honor yang pindah sumber sesudah dibayar'),
  )
    .option('--kader <nik>', 'hanya kader ini, NIK atau nomor kader')
    .action((payer: string, options: { kader?: string; by: string }) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(options.by);
        return transferOutcome(await app.get(LineTransfersService).settle(payer, options.kader, by));
      }),
    );
}

function registerPlans(overpayment: Command, run: RunCommand): void {
  byOption(
    termsOptions(
      overpayment
        .command('agree <number>')
        .description('mencatat kesanggupan mencicil; orang lain mengesahkan'),
    ),
  )
    .requiredOption('--document <text>', 'surat yang ditandatangani kader')
    .action((number: string, { by: username, ...wish }: PlanOptions) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(username);
        return planOutcome(await app.get(OverpaymentPlansService).propose(number, wish, by));
      }),
    );
  byOption(
    termsOptions(
      overpayment
        .command('confirm <number>')
        .description('mengesahkan rencana cicilan (orang kedua), dengan menyebut rencana yang dilihatnya'),
    ),
  ).action((number: string, { by: username, ...plan }: PlanTerms & { readonly by: string }) =>
    run(async (app) => {
      const by = await app.get(UsersService).require(username);
      return planOutcome(await app.get(OverpaymentPlansService).confirm(number, by, { plan }));
    }),
  );
}

function termsOptions(command: Command): Command {
  return command
    .requiredOption('--instalment <rupiah>', 'cicilan sebulan, dalam rupiah tanpa titik', rupiahArgument)
    .requiredOption('--from <month>', 'bulan pertama, misalnya 2026-11', monthArgument)
    .addOption(
      new Option('--mode <mode>', 'set-off: dipotong dari honor bulan-bulan itu; cash: disetor tunai')
        .choices([...recoveryModes])
        .makeOptionMandatory(),
    );
}

function registerCash(overpayment: Command, run: RunCommand): void {
  byOption(
    overpayment.command('receive <number>').description('mencatat pengembalian tunai, dengan kuitansi'),
  )
    .requiredOption('--amount <rupiah>', 'jumlah, dalam rupiah tanpa titik', rupiahArgument)
    .requiredOption('--on <date>', 'tanggal diterima, misalnya 2026-11-10', dayArgument)
    .requiredOption('--receipt <number>', 'nomor kuitansi')
    .action((number: string, { by: username, ...options }: CashOptions) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(username);
        const outcome = await app.get(CashRecoveryService).receive({ caseNumber: number, ...options, by });
        const { amount, on, receipt, rest, isNew } = outcome;
        const what = `${formatRupiah(amount)} tanggal ${formatDate(on)} (kuitansi ${receipt})`;
        const line = `${number}: ${isNew ? 'diterima' : 'sudah tercatat diterima'} ${what}; sisa ${formatRupiah(rest)}.`;
        return { json: outcome, lines: [line] };
      }),
    );
}
