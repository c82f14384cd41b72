import { InvalidArgumentError, type Command } from 'commander';
import { parseServiceMonth, parseServiceMonths, type ServiceMonth } from '../../core/shared/service-month.js';
import { describe } from '../../core/messages/describe.js';

/** Adds the option that says who acts. */
export function byOption(command: Command): Command {
  return command.requiredOption('--by <username>', 'nama pengguna yang menjalankan perintah ini');
}

/** Reads `--months 2026-07..2026-09`. */
export function monthsArgument(text: string): ServiceMonth[] {
  const months = parseServiceMonths(text);
  if (months !== undefined) return months;
  throw new InvalidArgumentError(describe('honor.months-unreadable', { value: text }));
}

/** Reads `--month 2026-07`. */
export function monthArgument(text: string): ServiceMonth {
  const month = parseServiceMonth(text);
  if (month !== undefined) return month;
  throw new InvalidArgumentError(describe('honor.months-unreadable', { value: text }));
}
