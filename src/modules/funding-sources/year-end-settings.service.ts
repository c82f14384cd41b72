import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parse, YAMLParseError } from 'yaml';
import { readYearEndSettings, type YearEndSettings } from '../../core/funding/year-end-settings.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { projectFolder } from '../../platform/configuration.js';

/** The days of the year's end, from `config/year-end.yaml`. */
@Injectable()
export class YearEndSettingsService {
  /** @throws Refusals or DomainError `funding.year-end-settings` */
  async read(path = join(projectFolder(), 'config', 'year-end.yaml')): Promise<YearEndSettings> {
    const file = basename(path);
    const text = await readFile(path, 'utf8');
    try {
      return readYearEndSettings(parse(text, { schema: 'failsafe', logLevel: 'error' }), file);
    } catch (error) {
      if (!(error instanceof YAMLParseError)) throw error;
      const place = `baris ${String(error.linePos?.[0].line ?? 1)}`;
      const facts = { file, path: place, what: 'tidak dapat dibaca' };
      throw new DomainError('invalid', 'funding.year-end-settings', facts);
    }
  }
}
