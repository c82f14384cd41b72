import { Injectable } from '@nestjs/common';
import type { Part } from '../../platform/database/part.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { askedKader } from '../../platform/secrets/asked-kader.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';

/** What of a person is shown: one of her numbers, or everything that is kept of her. */
export type Disclosed = 'nik' | 'account' | 'data-pack';

/** What is written down of it. */
export interface Disclosure {
  readonly kaderId: number;
  readonly what: Disclosed;
  readonly reason: string;
  /** The user. */
  readonly by: number;
  readonly at: Date;
  readonly address: string;
  readonly agent: string;
}

export interface RecordedDisclosure {
  readonly id: number;
  readonly what: Disclosed;
  readonly reason: string;
  readonly by: string;
  readonly position: string;
  readonly at: Date;
  readonly address: string;
}

/** A kader whose data is asked for. */
export interface AskedPerson {
  readonly id: number;
  readonly name: string;
  readonly nagariCode: string;
}

/** Whom somebody asks about, and the record of what was shown. */
@Injectable()
export class DisclosuresRepository {
  constructor(private readonly vault: FieldVault) {}

  /** By NIK or by number. */
  async person(database: Queryable, asked: string): Promise<AskedPerson | undefined> {
    const { nikDigest, id } = askedKader(this.vault, asked);
    const [found] = await queryRows<AskedPerson>(
      database,
      `select id, name, nagari_code as "nagariCode" from kader where nik_digest = $1 or id = $2`,
      [nikDigest, id],
    );
    return found;
  }

  async record(tx: Tx, disclosure: Disclosure): Promise<void> {
    const { kaderId, what, reason, by, at, address, agent } = disclosure;
    await tx.query(
      `insert into disclosure (kader_id, what, reason, disclosed_by, disclosed_at, address, agent)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [kaderId, what, reason, by, at, address, agent],
    );
  }

  /** The last first. */
  of(database: Queryable, kaderId: number, { after, limit }: Part = {}): Promise<RecordedDisclosure[]> {
    return queryRows(
      database,
      `select disclosure.id, what, reason, full_name as by, position, disclosed_at as at, address
       from disclosure join app_user on app_user.id = disclosed_by where kader_id = $1
         and ($2::int is null or disclosure.id < $2) order by disclosure.id desc limit $3`,
      [kaderId, after?.[0] ?? null, limit ?? null],
    );
  }
}
