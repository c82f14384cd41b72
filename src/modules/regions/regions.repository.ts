import { Injectable } from '@nestjs/common';
import type { PosyanduRecord } from '../../core/region/plan-posyandu.js';
import type { Region } from '../../core/region/region.js';
import { copyInto } from '../../platform/database/copy-into.js';
import type { Tx } from '../../platform/database/transaction.js';

export interface Posyandu extends PosyanduRecord {
  readonly id: number;
}

/** Which part of a list in the order of its keys; all of it when nothing is said. */
export interface Part {
  /** The key of the last item of the part before. */
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

// Whatever can ask the database: a transaction or the data source.
export type Asks = Pick<Tx, 'query'>;

@Injectable()
export class RegionsRepository {
  /** Every region at or under a code, all of them when the code is empty, in the order of their codes. */
  regionsUnder(tx: Asks, code: string, { after, limit }: Part = {}): Promise<Region[]> {
    return tx.query<Region[]>(
      `select code, name from region
       where ($1 = '' or code = $1 or starts_with(code, $1 || '.')) and code > $2 order by code limit $3`,
      [code, after ?? '', limit ?? null],
    );
  }

  async region(tx: Asks, code: string): Promise<Region | undefined> {
    const [region] = await tx.query<Region[]>('select code, name from region where code = $1', [code]);
    return region;
  }

  async posyanduUnder(tx: Asks, code: string, { after, limit }: Part = {}): Promise<Posyandu[]> {
    const rows = await tx.query<PosyanduRow[]>(
      `select id, registration_number as "registrationNumber", nagari_code as "nagariCode", name, jorong
         from posyandu
        where ($1 = '' or nagari_code = $1 or starts_with(nagari_code, $1 || '.')) and registration_number > $2
        order by registration_number limit $3`,
      [code, after ?? '', limit ?? null],
    );
    return rows.map((row) => ({ ...row, jorong: row.jorong ?? undefined }));
  }

  async addRegions(tx: Tx, regions: readonly Region[]): Promise<void> {
    const rows = regions.map(({ code, name }) => [code, name] as const);
    await copyInto(tx, 'region', ['code', 'name'], rows);
  }

  async addPosyandu(tx: Tx, records: readonly PosyanduRecord[]): Promise<void> {
    const rows = records.map((one) => [one.registrationNumber, one.nagariCode, one.name, one.jorong ?? null]);
    await copyInto(tx, 'posyandu', ['registration_number', 'nagari_code', 'name', 'jorong'], rows);
  }

  async changePosyandu(tx: Tx, records: readonly PosyanduRecord[]): Promise<void> {
    await tx.query(
      `update posyandu set name = changed.name, jorong = changed.jorong
         from unnest($1::text[], $2::text[], $3::text[]) as changed (registration_number, name, jorong)
        where posyandu.registration_number = changed.registration_number`,
      [
        records.map((one) => one.registrationNumber),
        records.map((one) => one.name),
        records.map((one) => one.jorong ?? null),
      ],
    );
  }
}

type PosyanduRow = Omit<Posyandu, 'jorong'> & { readonly jorong: string | null };
