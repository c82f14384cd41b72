import type { Command } from 'commander';
import type { DeductionKind } from '../../core/deduction/deduction-policy.js';
import { deductionName } from '../../core/deduction/policy-in-force.js';
import { formatDate, type PlainDate } from '../../core/shared/plain-date.js';
import { formatRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import { formatMonth, type ServiceMonth } from '../../core/shared/service-month.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, monthArgument } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { RemittancesService, type TaxMonth } from './remittances.service.js';
import { registerSlipsCommand } from './withholding-slips.commands.js';
import { registerWithholderCommands } from './withholders.commands.js';
import { amountArgument, dateArgument, kindArgument } from './tax-arguments.js';

interface RemitOptions {
  readonly payer: string;
  readonly kind: DeductionKind;
  readonly period: ServiceMonth;
  readonly amount: Rupiah;
  readonly ntpn: string;
  readonly on: PlainDate;
  readonly by: string;
}

/** `tax`: what was withheld, and passing it on. */
export function registerTaxCommands(program: Command, run: RunCommand): void {
  const tax = program.command('tax').description('potongan yang harus disetor, dan penyetorannya');
  byOption(
    tax
      .command('remit')
      .description('mencatat penyetoran potongan dengan bukti setornya')
      .requiredOption('--payer <code>', 'kode nagari atau OPD yang menyetor')
      .requiredOption('--kind <kind>', 'pph21 atau bpjs', kindArgument)
      .requiredOption('--period <month>', 'bulan pencairan honornya, misalnya 2026-07', monthArgument)
      .requiredOption('--amount <rupiah>', 'jumlah, dalam rupiah tanpa titik', amountArgument)
      .requiredOption('--ntpn <number>', 'NTPN, atau nomor bukti bayar BPJS')
      .requiredOption('--on <date>', 'tanggal setor, misalnya 2026-08-10', dateArgument),
  ).action((options: RemitOptions) =>
    run(async (app) => {
      const by = await app.get(UsersService).require(options.by);
      const { ntpn: proof, ...wish } = options;
      const remitted = await app.get(RemittancesService).remit({ ...wish, proof, by });
      const { payer, kind, period, amount, outstanding, isNew } = remitted;
      const what = `${deductionName(kind)} masa ${formatMonth(period)} ${formatRupiah(amount)}`;
      const line = `${payer}: ${isNew ? 'disetor' : 'sudah tercatat disetor'} ${what}, bukti ${remitted.proof}; sisa ${formatRupiah(outstanding)}.`;
      return { json: remitted, lines: [line] };
    }),
  );
  tax
    .command('list')
    .description('potongan tiap pembayar dan bulan: dipotong, disetor, sisa, dan jatuh temponya')
    .option('--payer <code>', 'hanya pembayar ini')
    .action((options: { payer?: string }) =>
      run(async (app) => {
        const months = await app.get(RemittancesService).list(options.payer ?? null);
        const lines = months.length === 0 ? ['Belum ada potongan.'] : months.map(lineOf);
        return { json: months, lines };
      }),
    );
  registerSlipsCommand(tax, run);
  registerWithholderCommands(tax, run);
}

function lineOf({ payer, kind, period, ...month }: TaxMonth): string {
  const { withheld, remitted, outstanding, dueOn, isLate, proofs } = month;
  const amounts = `terutang ${formatRupiah(withheld)}, disetor ${formatRupiah(remitted)}`;
  const left =
    outstanding < 0n ? `lebih setor ${formatRupiah(-outstanding)}` : `sisa ${formatRupiah(outstanding)}`;
  const due =
    dueOn === null || outstanding <= 0n
      ? ''
      : `, jatuh tempo ${formatDate(dueOn)}${isLate ? ' (TERLAMBAT)' : ''}`;
  const evidence = proofs.length === 0 ? '' : `, bukti ${proofs.join(', ')}`;
  return `${payer} ${deductionName(kind)} masa ${formatMonth(period)}: ${amounts}, ${left}${due}${evidence}`;
}
