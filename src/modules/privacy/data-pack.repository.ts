import { Injectable } from '@nestjs/common';
import type { PackPart, PackValue } from '../../core/privacy/data-pack.js';
import { invariant } from '../../core/shared/invariant.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import {
  AccountNumbers,
  type AccountTable,
  type SealedAccount,
} from '../../platform/secrets/account-numbers.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { dataPackSections, type DataPackSection } from './data-pack-sections.js';

type StoredRow = Readonly<Record<string, PackValue | Buffer | SealedAccount>>;

/** Reads everything that is kept of one kader, and opens what is sealed of it. */
@Injectable()
export class DataPackRepository {
  constructor(
    private readonly vault: FieldVault,
    private readonly numbers: AccountNumbers,
  ) {}

  async parts(database: Queryable, kaderId: number): Promise<PackPart[]> {
    const parts: PackPart[] = [];
    for (const section of dataPackSections) {
      const rows = await queryRows<StoredRow>(database, section.sql, [kaderId]);
      const { name, title } = section;
      parts.push({ name, title, rows: rows.map((row) => this.opened(row, section)) });
    }
    return parts;
  }

  private opened(row: StoredRow, { sealed = {}, accountsOf }: DataPackSection): PackPart['rows'][number] {
    const opened = Object.entries(row).map(([column, value]): [string, PackValue] => {
      if (value === null || typeof value !== 'object') return [column, value];
      if (!Buffer.isBuffer(value)) return [column, this.account(value, accountsOf)];
      const purpose = sealed[column];
      return [column, purpose === undefined ? value.toString('hex') : this.vault.open(purpose, value)];
    });
    return Object.fromEntries(opened);
  }

  private account(account: SealedAccount, table: AccountTable | undefined): string {
    invariant(table !== undefined, 'a part with an account says whose');
    return this.numbers.open(table, account);
  }
}
