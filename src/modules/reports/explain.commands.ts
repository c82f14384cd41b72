import type { Command } from 'commander';
import { explanationLines } from '../../core/report/explain/explanation-lines.js';
import { explanationTable } from '../../core/report/explain/explanation-table.js';
import { reportSheet } from '../../core/report/report-sheet.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { kaderArgument, monthArgument } from '../../platform/command-line/options.js';
import { ExplanationService } from './explanation.service.js';
import { reportFileArgument, reportOutcome } from './report-outcome.js';

/** `honor explain`, below the noun that calculates. */
export function registerExplainCommand(program: Command, run: RunCommand): void {
  const honor = program.commands.find((command) => command.name() === 'honor') ?? program.command('honor');
  honor
    .command('explain')
    .description('mengapa honor seorang kader sebulan sekian, atau mengapa belum dibayar')
    .argument('<kader>', 'NIK, atau nomor kader', kaderArgument)
    .requiredOption('--month <month>', 'bulan layanan, misalnya 2026-07', monthArgument)
    .option('--out <file>', 'lembar penjelasan untuk kader, .pdf atau .xlsx', reportFileArgument)
    .action((kader: string, { month, out }: { month: ServiceMonth; out?: string }) =>
      run(async (app) => {
        const data = await app.get(ExplanationService).explain({ kader, month });
        const sheet = () => reportSheet(explanationTable(data));
        return reportOutcome({ data, lines: explanationLines(data), sheet }, out);
      }),
    );
}
