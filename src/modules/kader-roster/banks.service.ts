import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import type { Bank } from '../../core/kader/bank.js';
import { readBanks } from '../../core/kader/read-banks.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { projectFolder } from '../../platform/configuration.js';

/** The banks that accounts can be at, from `config/banks.yaml`. */
@Injectable()
export class BanksService {
  private banks: Promise<readonly Bank[]> | undefined;

  /** @throws DomainError `roster.banks-unreadable` */
  list(): Promise<readonly Bank[]> {
    this.banks ??= this.read(join(projectFolder(), 'config', 'banks.yaml'));
    return this.banks;
  }

  private async read(file: string): Promise<readonly Bank[]> {
    const reading = readBanks(parse(await readFile(file, 'utf8')));
    if ('banks' in reading) return reading.banks;
    throw new DomainError('invalid', 'roster.banks-unreadable', { file, reason: reading.fault });
  }
}
