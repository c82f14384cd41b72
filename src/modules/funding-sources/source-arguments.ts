import { InvalidArgumentError, type Command } from 'commander';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { rupiahArgument } from '../../platform/command-line/options.js';

/** Adds the three words that name a budget line. */
export function sourceArguments(command: Command): Command {
  return command
    .argument('<payer>', 'kode pembayar')
    .argument('<label>', 'sumber dana, misalnya DDS')
    .argument('<year>', 'tahun anggaran', yearArgument);
}

/** Reads a ceiling, zero or more. */
export function ceilingArgument(text: string): Rupiah {
  return text === '0' ? 0n : rupiahArgument(text);
}

/** Reads a fiscal year. */
export function yearArgument(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Tulis tahun anggaran dengan empat angka, misalnya 2026.');
}
