import { Injectable } from '@nestjs/common';
import { BanksService } from '../kader-roster/banks.service.js';
import type { BankNames } from './owed.repository.js';

/** Names of banks as reports show them. */
@Injectable()
export class BankNamesReader {
  constructor(private readonly banks: BanksService) {}

  async byCode(): Promise<BankNames> {
    return Object.fromEntries((await this.banks.list()).map(({ code, name }) => [code, name]));
  }
}
