import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import { readHeirTerms, type HeirTerms } from '../../core/kader/heir/heir-terms.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { projectFolder } from '../../platform/configuration.js';

/** How heirs may be related and proven, from `config/heirs.yaml`. */
@Injectable()
export class HeirTermsService {
  private terms: Promise<HeirTerms> | undefined;

  /** @throws DomainError `heir.terms-unreadable` */
  all(): Promise<HeirTerms> {
    this.terms ??= this.read(join(projectFolder(), 'config', 'heirs.yaml'));
    return this.terms;
  }

  private async read(file: string): Promise<HeirTerms> {
    const reading = readHeirTerms(parse(await readFile(file, 'utf8')));
    if ('terms' in reading) return reading.terms;
    throw new DomainError('invalid', 'heir.terms-unreadable', { file, reason: reading.fault });
  }
}
