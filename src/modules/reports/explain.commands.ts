import { InvalidArgumentError, type Command } from 'commander';
import { describe } from '../../core/messages/describe.js';
import { explanationLines } from '../../core/report/explain/explanation-lines.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { monthArgument } from '../../platform/command-line/options.js';
import { ExplanationService } from './explanation.service.js';

/** `honor explain`, below the noun that calculates. */
export function registerExplainCommand(program: Command, run: RunCommand): void {
  const honor = program.commands.find((command) => command.name() === 'honor') ?? program.command('honor');
  honor
    .command('explain')
    .description('mengapa honor seorang kader sebulan sekian, atau mengapa belum dibayar')
    .argument('<kader>', 'NIK, atau nomor kader', kaderArgument)
    .requiredOption('--month <month>', 'bulan layanan, misalnya 2026-07', monthArgument)
    .action((kader: string, { month }: { month: ServiceMonth }) =>
      run(async (app) => {
        const explanation = await app.get(ExplanationService).explain({ kader, month });
        return { json: explanation, lines: explanationLines(explanation) };
      }),
    );
}

function kaderArgument(text: string): string {
  if (/^(\d{16}|[1-9]\d{0,8})$/.test(text)) return text;
  // Whatever was mistyped may be most of a NIK.
  throw new InvalidArgumentError(describe('report.kader-unreadable', { length: text.length }));
}
