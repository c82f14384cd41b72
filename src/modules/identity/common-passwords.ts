import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectFolder } from '../../platform/configuration.js';

/** The passwords that many people use, from config/common-passwords.txt; read when first asked for. */
@Injectable()
export class CommonPasswords {
  private words: ReadonlySet<string> | undefined;

  all(): ReadonlySet<string> {
    this.words ??= new Set(
      readFileSync(join(projectFolder(), 'config', 'common-passwords.txt'), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#')),
    );
    return this.words;
  }
}
