import type { Command } from 'commander';
import type { KeptReason } from '../../core/privacy/decide-retention.js';
import { describe } from '../../core/messages/describe.js';
import { pseudonymOf } from '../../core/privacy/pseudonym.js';
import { formatDate, type PlainDate } from '../../core/shared/plain-date.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, dayArgument } from '../../platform/command-line/options.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { UsersService } from '../users/users.service.js';
import { PseudonymisationService, type PseudonymisationReport } from './pseudonymisation.service.js';
import { RetentionService, type KaderRetention } from './retention.service.js';

interface PseudonymiseFlags {
  readonly before: PlainDate;
  readonly dryRun?: boolean;
  readonly reason?: string;
  readonly by: string;
}

/** `privacy pseudonymise`. */
export function registerPseudonymiseCommand(privacy: Command, run: RunCommand): void {
  const command = privacy
    .command('pseudonymise')
    .description(
      'menghapus nama dan nomor kader yang masa simpannya habis; jumlah uang dan rantai buku tetap',
    )
    .requiredOption('--before <date>', 'yang masa simpannya habis sebelum tanggal ini', dayArgument)
    .option('--dry-run', 'hanya menyebut siapa yang akan dihapus, siapa yang tidak, dan mengapa')
    .option('--reason <text>', 'alasan; perlu bila tidak --dry-run');
  byOption(command).action(({ before, dryRun, reason, by }: PseudonymiseFlags) =>
    run(async (app) => {
      if (dryRun === true) return previewOutcome(app.get(RetentionService).everybody(before));
      const { userId } = await app.get(UsersService).atCommandLine(by);
      const wish = { before, reason: reason ?? '', by: userId };
      return doneOutcome(await app.get(PseudonymisationService).pseudonymise(wish));
    }),
  );
}

async function previewOutcome(everybody: AsyncIterable<KaderRetention>): Promise<Outcome> {
  const all: KaderRetention[] = [];
  for await (const one of everybody) all.push(one);
  const due = all.filter(({ reasons }) => reasons.length === 0);
  const kept = all.filter(({ reasons }) => reasons.length > 0);
  const lines = [
    `Akan dihapus nama dan nomornya: ${String(due.length)} kader`,
    ...due.map((one) => `  ${who(one)}: disimpan sampai ${shown(one.keptUntil)}`),
    `Tetap disimpan: ${String(kept.length)} kader`,
    ...kept.map((one) => `  ${who(one)}: ${one.reasons.map(whyKept).join('; ')}${until(one.keptUntil)}`),
  ];
  return { json: { due, kept }, lines };
}

function doneOutcome(report: PseudonymisationReport): Outcome {
  const { pseudonymised, changed, failed, kept } = report;
  const lines = [
    `${String(pseudonymised)} kader dihapus nama dan nomornya.`,
    ...(changed > 0 ? [`${String(changed)} kader tetap: ada yang berubah sementara ini dikerjakan.`] : []),
    ...failed.map(
      ({ kaderId, why }) =>
        `${pseudonymOf(kaderId).name} belum dapat dihapus (${why}): laporkan kepada pengelola, lalu jalankan lagi.`,
    ),
    ...Object.entries(kept).map(
      ([reason, count]) => `${String(count)} kader tetap: ${whyKept(reason as KeptReason)}.`,
    ),
  ];
  return { json: report, lines, refused: failed.length > 0 };
}

function who({ kaderId, nagariCode }: KaderRetention): string {
  return `${pseudonymOf(kaderId).name}, nagari ${nagariCode}`;
}

function whyKept(reason: KeptReason): string {
  return describe(`privacy.kept.${reason}`, {});
}

function until(day: PlainDate | null): string {
  return day === null ? '' : ` (sampai ${shown(day)})`;
}

function shown(day: PlainDate | null): string {
  return day === null ? 'tidak diketahui' : formatDate(day);
}
