import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectFolder } from '../../platform/configuration.js';

// Shorter ones are no words any more.
const JOINED_MIN = 5;
const FILES = ['common-passwords.txt', 'common-sayings.txt'] as const;

/**
 * The passwords that many people use, and what everybody knows by heart, from the files in config; read when first
 * asked for. A saying counts as it is written and without what stands between its words.
 */
@Injectable()
export class CommonPasswords {
  private words: ReadonlySet<string> | undefined;

  all(): ReadonlySet<string> {
    this.words ??= new Set(FILES.flatMap(linesOf).flatMap(waysToWrite));
    return this.words;
  }
}

function linesOf(file: string): readonly string[] {
  const lines = readFileSync(join(projectFolder(), 'config', file), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

function waysToWrite(line: string): readonly string[] {
  const joined = line.replace(/[^a-z0-9]+/g, '');
  return joined.length < JOINED_MIN ? [line] : [line, joined];
}
