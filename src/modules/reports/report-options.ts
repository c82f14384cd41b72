import { InvalidArgumentError, type Command } from 'commander';
import { describe } from '../../core/messages/describe.js';
import { reportFileArgument } from './report-outcome.js';

/** Adds `--out`. */
export function paper(command: Command): Command {
  return command.option('--out <file>', 'berkas tujuan, .xlsx atau .pdf', reportFileArgument);
}

/** Reads `--year`. */
export function yearArgument(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(describe('report.year-unreadable', { value: text }));
}
