import { Injectable } from '@nestjs/common';
import type { PackPart, PackValue } from '../../core/privacy/data-pack.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { dataPackSections, type DataPackSection } from './data-pack-sections.js';

type StoredRow = Readonly<Record<string, PackValue | Buffer>>;

/** Reads everything that is kept of one kader, and opens what is sealed of it. */
@Injectable()
export class DataPackRepository {
  constructor(private readonly vault: FieldVault) {}

  async parts(database: Queryable, kaderId: number): Promise<PackPart[]> {
    const parts: PackPart[] = [];
    for (const section of dataPackSections) {
      const rows = await queryRows<StoredRow>(database, section.sql, [kaderId]);
      const { name, title } = section;
      parts.push({ name, title, rows: rows.map((row) => this.opened(row, section)) });
    }
    return parts;
  }

  private opened(row: StoredRow, { sealed = {} }: DataPackSection): PackPart['rows'][number] {
    const opened = Object.entries(row).map(([column, value]): [string, PackValue] => {
      const purpose = sealed[column];
      if (value === null || typeof value !== 'object') return [column, value];
      return [column, purpose === undefined ? value.toString('hex') : this.vault.open(purpose, value)];
    });
    return Object.fromEntries(opened);
  }
}
