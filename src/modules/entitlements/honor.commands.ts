import type { Command } from 'commander';
import { maskNik } from '../../core/formats/mask.js';
import { describe } from '../../core/messages/describe.js';
import { formatRupiah } from '../../core/shared/rupiah.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { byOption, monthsArgument } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { EntitlementsService, type CalculationReport } from './entitlements.service.js';

export function registerHonorCommands(program: Command, run: RunCommand): void {
  const honor = program.command('honor').description('perhitungan honor');
  byOption(
    honor.command('calculate').description('menghitung honor dan membukukannya sebagai utang kepada kader'),
  )
    .requiredOption('--region <code>', 'kode wilayah Kemendagri, misalnya 13.10 atau 13.10.04.2001')
    .requiredOption('--months <list>', 'bulan layanan, misalnya 2026-07..2026-09', monthsArgument)
    .action((options: { region: string; months: ServiceMonth[]; by: string }) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(options.by);
        const { region: regionCode, months } = options;
        return calculationOutcome(await app.get(EntitlementsService).calculate({ regionCode, months, by }));
      }),
    );
}

function calculationOutcome(report: CalculationReport): Outcome {
  const exclusions = report.exclusions.map((exclusion) => ({
    kader: exclusion.kaderName,
    nik: maskNik(exclusion.nik),
    nagari: exclusion.nagariCode,
    month: exclusion.month,
    component: exclusion.component,
    code: exclusion.code,
    reason: describe(exclusion.code, exclusion.facts),
  }));
  return {
    json: { ...report, exclusions },
    lines: [
      `${String(report.kader)} kader, ${formatRupiah(report.gross)}; ` +
        `${String(report.changedLines)} baris baru atau koreksi senilai ${formatRupiah(report.changedGross)}.`,
      ...report.bySource.map(({ source, gross }) => `  ${source}: ${formatRupiah(gross)}`),
      ...exclusions
        .filter(({ code }) => code !== notDue)
        .map((one) => `Tidak dihitung: ${one.kader} (${one.nik}) ${one.month}: ${one.reason}`),
      ...notDueLines(exclusions.filter(({ code }) => code === notDue)),
    ],
  };
}

/** That a yearly component waits for its month is true of everybody: said once, told in full by the JSON. */
const notDue = 'honor.paid-in-other-month';

function notDueLines(exclusions: readonly { readonly reason: string }[]): string[] {
  const reasons = new Set(exclusions.map(({ reason }) => reason));
  return [...reasons].map((reason) => {
    const count = exclusions.filter((one) => one.reason === reason).length;
    return `Belum waktunya: ${reason} (${String(count)} bulan kader)`;
  });
}
