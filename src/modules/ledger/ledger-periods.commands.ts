import type { Command } from 'commander';
import { closingKinds } from '../../core/ledger/closing.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, monthArgument } from '../../platform/command-line/options.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { UsersService } from '../users/users.service.js';
import { LedgerPeriodsService, type PeriodStep } from './ledger-periods.service.js';

interface ByOption {
  readonly by: string;
}

/** Closing and reopening months, below `ledger`. */
export function registerPeriodCommands(ledger: Command, run: RunCommand): void {
  const month = (name: string, description: string) =>
    byOption(
      ledger.command(name).description(description).argument('<month>', 'misalnya 2026-07', monthArgument),
    );
  month('close', 'menutup buku sebulan').action((period: ServiceMonth, { by }: ByOption) =>
    run(async (app) => {
      const { username } = await app.get(UsersService).require(by);
      return stepOutcome(await app.get(LedgerPeriodsService).close(period, username));
    }),
  );
  month('reopen', 'meminta bulan tertutup yang terakhir dibuka kembali')
    .requiredOption('--reason <text>', 'alasan')
    .action((period: ServiceMonth, { by, reason }: ByOption & { reason: string }) =>
      run(async (app) => {
        const { username } = await app.get(UsersService).require(by);
        await app.get(LedgerPeriodsService).askReopening(period, reason, username);
        const next = `Diminta. Orang lain mengesahkannya: ledger confirm-reopen ${period} --by ...`;
        return { json: { period, reason, requestedBy: username }, lines: [next] };
      }),
    );
  month('confirm-reopen', 'orang kedua mengesahkan buka kembali').action(
    (period: ServiceMonth, { by }: ByOption) =>
      run(async (app) => {
        const { username } = await app.get(UsersService).require(by);
        return stepOutcome(await app.get(LedgerPeriodsService).confirmReopening(period, username));
      }),
  );
  ledger
    .command('periods')
    .description('riwayat tutup dan buka buku')
    .action(() =>
      run(async (app) => {
        const steps = await app.get(LedgerPeriodsService).steps();
        return {
          json: steps.map(jsonOf),
          lines: steps.length === 0 ? ['Belum ada bulan yang ditutup.'] : steps.map(lineOf),
        };
      }),
    );
}

function stepOutcome(step: PeriodStep): Outcome {
  return { json: jsonOf(step), lines: [lineOf(step), `Ujung rantai ${step.hash.toString('hex')}`] };
}

function lineOf({ kind, period, position, actor, requestedBy, reason }: PeriodStep): string {
  const place = `pada posisi ${String(position)} oleh ${actor}`;
  if (kind === closingKinds.closing) return `Buku ${period} ditutup ${place}.`;
  return `Buku ${period} dibuka kembali ${place}, atas permintaan ${requestedBy}: ${reason}`;
}

function jsonOf({ kind, period, position, hash, reason, requestedBy, actor, recordedAt }: PeriodStep) {
  const step = kind === closingKinds.closing ? 'closing' : 'reopening';
  const head = hash.toString('hex');
  return { step, period, position, head, reason, requestedBy, actor, recordedAt: recordedAt.toISOString() };
}
