import { InvalidArgumentError } from 'commander';
import { describe } from '../../core/messages/describe.js';

/** Reads how somebody names a kader on the command line: NIK, or number. */
export function kaderArgument(text: string): string {
  if (/^(\d{16}|[1-9]\d{0,8})$/.test(text)) return text;
  // Whatever was mistyped may be most of a NIK.
  throw new InvalidArgumentError(describe('report.kader-unreadable', { length: text.length }));
}
