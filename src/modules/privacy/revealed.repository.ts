import { Injectable } from '@nestjs/common';
import { purposes } from '../../core/privacy/purposes.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { AccountNumbers, type SealedAccount } from '../../platform/secrets/account-numbers.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';

export interface RevealedAccount {
  readonly bankCode: string;
  readonly number: string;
  readonly accountName: string;
  /** The name of the heir whose it is; null = her own. */
  readonly heir: string | null;
  /** It waits for a second person. */
  readonly isPending: boolean;
}

/** The numbers of one person, opened. */
@Injectable()
export class RevealedRepository {
  constructor(
    private readonly vault: FieldVault,
    private readonly numbers: AccountNumbers,
  ) {}

  async nik(database: Queryable, kaderId: number): Promise<string> {
    const { sealed } = await queryRow<{ sealed: Buffer }>(
      database,
      'select nik_sealed as sealed from kader where id = $1',
      [kaderId],
    );
    return this.vault.open(purposes.kaderNik, sealed);
  }

  /** The account in force first. */
  async accounts(database: Queryable, kaderId: number): Promise<RevealedAccount[]> {
    const rows = await queryRows<Omit<RevealedAccount, 'number'> & SealedAccount>(
      database,
      `select account.bank_code as "bankCode", account.account_number_sealed as sealed,
              account.account_number_digest as digest, account.account_name as "accountName", heir.name as heir,
              replaces_id is not null and confirmed_by is null as "isPending"
       from bank_account account left join heir on heir.id = heir_id
       where account.kader_id = $1 and superseded_at is null order by "isPending", account.id`,
      [kaderId],
    );
    return rows.map(({ sealed, digest, ...row }) => ({
      ...row,
      number: this.numbers.open('bank_account', { sealed, digest }),
    }));
  }
}
