import type { Command } from 'commander';
import { formatDate, type PlainDate } from '../../core/shared/plain-date.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, countArgument, dayArgument } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { RetentionRulesService } from './retention-rules.service.js';

interface RetentionFlags {
  readonly years: number;
  readonly from: PlainDate;
  readonly basis: string;
  readonly reason: string;
  readonly by: string;
}

/** `privacy set-retention` and `privacy retention`. */
export function registerRetentionCommands(privacy: Command, run: RunCommand): void {
  const setting = privacy
    .command('set-retention')
    .description('mencatat berapa tahun data kader disimpan sesudah tahun anggaran peristiwa terakhirnya')
    .requiredOption('--years <years>', 'tahun penuh, misalnya 10', countArgument)
    .requiredOption(
      '--from <date>',
      'berlaku sejak; yang pertama atau lebih pendek paling cepat 30 hari lagi',
      dayArgument,
    )
    .requiredOption('--basis <text>', 'aturan atau jadwal retensi arsip yang memintanya')
    .requiredOption('--reason <text>', 'alasan perubahan');
  byOption(setting).action(({ by, ...wish }: RetentionFlags) =>
    run(async (app) => {
      const { userId } = await app.get(UsersService).atCommandLine(by);
      const { years, from, basis, reason } = wish;
      const id = await app.get(RetentionRulesService).record({ years, from, basis, reason }, userId);
      const said = `Masa simpan ${String(years)} tahun, berlaku sejak ${formatDate(from)}.`;
      return { json: { id, years, from, basis }, lines: [said] };
    }),
  );
  privacy
    .command('retention')
    .description('berapa lama data kader disimpan, sejak kapan dan menurut apa')
    .action(() =>
      run(async (app) => {
        const rules = await app.get(RetentionRulesService).list();
        const lines = rules.map(
          ({ years, validFrom, basis, reason, recordedBy }) =>
            `sejak ${formatDate(validFrom)}: ${String(years)} tahun (${basis}); ${recordedBy}: ${reason}`,
        );
        return { json: rules, lines: lines.length === 0 ? ['Belum ada masa simpan yang dicatat.'] : lines };
      }),
    );
}
