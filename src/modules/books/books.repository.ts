import { Injectable } from '@nestjs/common';
import type { BookEntry, PeriodTotal } from '../../core/books/book-entry.js';
import type { AccountMovement } from '../../core/books/budget-line.js';
import type { BookAccount } from '../../core/books/trial-balance.js';
import { purposes } from '../../core/privacy/purposes.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { askedKader } from '../../platform/secrets/asked-kader.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { openRows, type Sealed } from '../../platform/secrets/sealed-rows.js';

/** A place in the chain, and how far the books reach there. */
export interface ChainPlace {
  readonly position: bigint;
  /** Hex. */
  readonly hash: string;
  /** Of western Indonesia, in which its batch was recorded. */
  readonly recordedMonth: ServiceMonth;
  /** The latest reporting period up to here. */
  readonly lastPeriod: ServiceMonth;
}

export interface BookKader {
  readonly id: number;
  readonly nik: string;
  readonly name: string;
}

const ENTRY_COLUMNS = `
  entry.batch_id as "batchId", entry.sequence, batch.position, batch.effective_on as "effectiveOn", batch.period,
  entry.memo, entry.party_id as "partyId", entry.accounts, entry.amounts`;

/** Questions to the ledger as it stood at a position: whatever was posted later is not there. */
@Injectable()
export class BooksRepository {
  constructor(private readonly vault: FieldVault) {}

  /** The end of the chain; 0 before the first batch. */
  async lastPosition(database: Queryable): Promise<bigint> {
    const { last } = await queryRow<{ last: bigint }>(
      database,
      `select coalesce(max(position), 0)::bigint as last from ledger.batch`,
    );
    return last;
  }

  /** @param position one that is there */
  place(database: Queryable, position: bigint): Promise<ChainPlace> {
    return queryRow(
      database,
      `select position, encode(hash, 'hex') as hash,
              to_char(recorded_at at time zone 'Asia/Jakarta', 'YYYY-MM') as "recordedMonth",
              (select max(period) from ledger.batch where position <= $1) as "lastPeriod"
       from ledger.batch where position = $1`,
      [String(position)],
    );
  }

  accounts(database: Queryable): Promise<BookAccount[]> {
    return queryRows(database, `select id, code from ledger.account order by id`);
  }

  /** From the sealed totals of the batches, by account and reporting period. */
  periodTotals(database: Queryable, accountIds: readonly number[], position: bigint): Promise<PeriodTotal[]> {
    return queryRows(
      database,
      `select account_id as "accountId", period, sum(debit)::bigint as debit, sum(credit)::bigint as credit
       from ledger.batch_account join ledger.batch on batch.id = batch_id
       where position <= $2 and account_id = any($1) group by account_id, period order by account_id, period`,
      [accountIds, String(position)],
    );
  }

  /** Entries of a reporting period that touch any of these accounts. */
  entriesOf(
    database: Queryable,
    accountIds: readonly number[],
    month: ServiceMonth,
    position: bigint,
  ): Promise<BookEntry[]> {
    return queryRows(
      database,
      `select ${ENTRY_COLUMNS} from ledger.batch join ledger.entry on entry.batch_id = batch.id
       where position <= $2 and period = $3 and accounts && $1::int[]
         and exists (select from ledger.batch_account used where used.batch_id = batch.id and account_id = any($1))
       order by effective_on, position, sequence`,
      [accountIds, String(position), month],
    );
  }

  entriesOfKader(database: Queryable, kaderId: number, position: bigint): Promise<BookEntry[]> {
    return queryRows(
      database,
      `select ${ENTRY_COLUMNS} from ledger.entry join ledger.batch on batch.id = entry.batch_id
       where party_id = $1 and position <= $2 order by effective_on, position, sequence`,
      [kaderId, String(position)],
    );
  }

  /** What entries moved on these accounts, told apart by whether a cash account was part of them. */
  movements(
    database: Queryable,
    accounts: { readonly ids: readonly number[]; readonly cashIds: readonly number[] },
    position: bigint,
  ): Promise<AccountMovement[]> {
    return queryRows(
      database,
      `select account_id as "accountId", period, entry.accounts && $2::int[] as "throughCash", sum(amount)::bigint as net
       from ledger.batch join ledger.entry on entry.batch_id = batch.id
       cross join lateral unnest(entry.accounts, entry.amounts) as line(account_id, amount)
       where position <= $3 and account_id = any($1)
         and exists (select from ledger.batch_account used where used.batch_id = batch.id and used.account_id = any($1))
       group by 1, 2, 3 order by 1, 2, 3`,
      [accounts.ids, accounts.cashIds, String(position)],
    );
  }

  /** A kader by number or NIK, under the name she had when the batch at this position was recorded. */
  async kader(database: Queryable, asked: string, position: bigint): Promise<BookKader | undefined> {
    const { nikDigest, id } = askedKader(this.vault, asked);
    const rows = await queryRows<Sealed<BookKader, 'nik'>>(
      database,
      `select kader.id, nik_sealed as nik, coalesce((
         select change.before from roster_change change join roster_import import on import.id = change.import_id
         where change.kader_id = kader.id and field = 'NAMA'
           and imported_at > (select recorded_at from ledger.batch where position = $3)
         order by change.id limit 1), name) as name
       from kader where nik_digest = $1 or id = $2`,
      [nikDigest, id, String(position)],
    );
    return openRows<BookKader, 'nik'>(this.vault, rows, { nik: purposes.kaderNik })[0];
  }
}
