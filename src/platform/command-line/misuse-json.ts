import type { CommanderError } from 'commander';
import { maskLongNumbers } from '../../core/formats/mask-long-numbers.js';
import { toJson } from '../../core/shared/to-json.js';

/** A command that could not be understood, as the one JSON document that its reader waits for. */
export function misuseJson({ code, message }: CommanderError): string {
  // Without any command there is a help text, already told, instead of a sentence.
  const isHelp = code === 'commander.help';
  const sentence = isHelp
    ? 'Perintah belum disebut. Lihat honor --help.'
    : maskLongNumbers(message.replace(/^error: /, ''));
  return toJson({ refused: [{ code: 'usage', facts: { problem: code }, message: sentence }] }, 2);
}
