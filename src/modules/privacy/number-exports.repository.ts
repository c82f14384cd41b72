import { Injectable } from '@nestjs/common';
import type { Part } from '../../platform/database/part.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';

/** What a file is made of: a request's payments, or a month of what a paying body withheld. */
export type ExportedNumbers =
  | { readonly what: 'bank-file'; readonly request: string }
  | { readonly what: 'bp21'; readonly payer: string; readonly period: string };

/** What is written down of a file before it is given. */
export interface NumberExport {
  readonly of: ExportedNumbers;
  readonly rows: number;
  /** Of the bytes that are given, hex. */
  readonly sha256: string;
  /** User name; null = the command line, by nobody's name. */
  readonly username: string | null;
  readonly at: Date;
  readonly address: string;
  readonly agent: string;
}

export interface RecordedExport {
  readonly id: number;
  readonly what: ExportedNumbers['what'];
  /** The number of the request whose bank file it is. */
  readonly request: string | null;
  /** The month whose slips they are. */
  readonly period: string | null;
  readonly rows: number;
  readonly sha256: string;
  readonly by: string | null;
  readonly position: string | null;
  readonly at: Date;
  readonly address: string;
  readonly agent: string;
}

/** The record of files with whole numbers. */
@Injectable()
export class NumberExportsRepository {
  /** Answers the user who took it; null also for a name that nobody has. */
  async record(tx: Tx, { of, rows, sha256, username, at, address, agent }: NumberExport) {
    const [source, key, period] =
      of.what === 'bank-file'
        ? ['select paying_body_id, id as request_id from payment_request where number = $1', of.request, null]
        : [
            'select id as paying_body_id, null::int as request_id from paying_body where code = $1',
            of.payer,
            of.period,
          ];
    const { takenBy } = await queryRow<{ takenBy: number | null }>(
      tx,
      `insert into number_export (what, paying_body_id, request_id, period, row_count, sha256, taken_by, taken_at, address, agent)
       select $2, paying_body_id, request_id, $3, $4, $5, (select id from app_user where username = $6), $7, $8, $9
       from (${source}) source returning taken_by as "takenBy"`,
      [key, of.what, period, rows, sha256, username, at, address, agent],
    );
    return takenBy;
  }

  /** Undefined when no paying body has this code. */
  async payerId(database: Queryable, code: string): Promise<number | undefined> {
    const [found] = await queryRows<{ id: number }>(database, 'select id from paying_body where code = $1', [
      code,
    ]);
    return found?.id;
  }

  /** The last first. */
  of(database: Queryable, payingBodyId: number, { after, limit }: Part = {}): Promise<RecordedExport[]> {
    return queryRows(
      database,
      `select export.id, what, number as request, period, row_count as rows, sha256, full_name as by, position,
              taken_at as at, address, agent
       from number_export export left join payment_request request on request.id = request_id
       left join app_user on app_user.id = taken_by
       where export.paying_body_id = $1 and ($2::int is null or export.id < $2) order by export.id desc limit $3`,
      [payingBodyId, after?.[0] ?? null, limit ?? null],
    );
  }
}
