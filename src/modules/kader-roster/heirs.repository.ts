import { Injectable } from '@nestjs/common';
import type { HeirRecord } from '../../core/kader/heir/check-heir.js';
import type { AccountOwner } from '../../core/kader/heir/check-heir-account.js';
import type { Purpose } from '../../core/privacy/purpose.js';
import { purposes } from '../../core/privacy/purposes.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { AccountNumbers, type SealedAccount } from '../../platform/secrets/account-numbers.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { openRows, type Sealed } from '../../platform/secrets/sealed-rows.js';

/** The kader an heir is of. */
export interface KaderOfHeir {
  readonly id: number;
  readonly name: string;
  readonly nik: string;
  readonly deceasedOn: PlainDate | null;
}

/** A record of an heir as it is stored, with who recorded and who confirmed it. */
export interface StoredHeir extends HeirRecord {
  readonly id: number;
  readonly recordedBy: number;
  readonly recorder: string;
  readonly recordedOn: PlainDate;
  /** Full name; null = waits for a second person. */
  readonly confirmer: string | null;
  readonly confirmedOn: PlainDate | null;
}

const COLUMNS = `kader_id, name, relation, nik_sealed, nik_digest, died_on, proof_kind, proof_number, proof_date, proof_issuer, proof_sha256,
  bank_code, account_number_sealed, account_number_digest, account_name, recorded_by, recorded_at`;

/** Records of heirs, and the accounts that a confirmed one puts in force. */
@Injectable()
export class HeirsRepository {
  constructor(
    private readonly vault: FieldVault,
    private readonly numbers: AccountNumbers,
  ) {}

  /** Locked until the transaction ends: records of one kader's heirs come one after another. */
  lockKader(tx: Tx, nik: string): Promise<KaderOfHeir | undefined> {
    return this.findKader(tx, nik, 'for no key update');
  }

  async findKader(
    database: Queryable,
    nik: string,
    lock: 'for no key update' | '' = '',
  ): Promise<KaderOfHeir | undefined> {
    const rows = await queryRows<Omit<KaderOfHeir, 'nik'>>(
      database,
      `select id, name, deceased_on as "deceasedOn" from kader where nik_digest = $1 ${lock}`,
      [this.vault.digest(purposes.nikDigest, nik)],
    );
    return rows[0] === undefined ? undefined : { ...rows[0], nik };
  }

  /** Every record, the newest first. */
  async ofKader(database: Queryable, kaderId: number): Promise<StoredHeir[]> {
    const rows = await queryRows<Omit<Sealed<StoredHeir, 'nik'>, 'accountNumber'> & SealedAccount>(
      database,
      `select heir.id, name, relation, nik_sealed as nik, died_on as "diedOn", proof_kind as "proofKind", proof_number as "proofNumber",
              proof_date as "proofDate", proof_issuer as "proofIssuer", proof_sha256 as "proofSha256",
              bank_code as "bankCode", account_number_sealed as sealed, account_number_digest as digest,
              account_name as "accountName",
              recorded_by as "recordedBy", recorder.full_name as recorder,
              (recorded_at at time zone 'Asia/Jakarta')::date as "recordedOn", confirmer.full_name as confirmer,
              (confirmed_at at time zone 'Asia/Jakarta')::date as "confirmedOn"
       from heir join app_user recorder on recorder.id = recorded_by
       left join heir_confirmation on heir_id = heir.id left join app_user confirmer on confirmer.id = confirmed_by
       where kader_id = $1 order by heir.id desc`,
      [kaderId],
    );
    const heirs = rows.map(({ sealed, digest, ...heir }) => ({
      ...heir,
      accountNumber: this.numbers.open('heir', { sealed, digest }),
    }));
    return openRows<StoredHeir, 'nik'>(this.vault, heirs, { nik: purposes.heirNik });
  }

  /** Who holds an account now beside the heirs of this kader; her own account, also a former one, is told too. */
  async accountOwners(
    database: Queryable,
    kaderId: number,
    { bankCode, accountNumber }: Pick<HeirRecord, 'bankCode' | 'accountNumber'>,
  ): Promise<AccountOwner[]> {
    const rows = await queryRows<SealedOwner>(
      database,
      `select heir.nik_sealed as "heirNik", case when heir.id is null then kader.nik_sealed end as "kaderNik",
              coalesce(heir.name, kader.name) as name, region.name as nagari, kader.id = $1 as "isOfTheDead"
       from bank_account account join kader on kader.id = account.kader_id join region on region.code = nagari_code
       left join heir on heir.id = heir_id
       where (account.bank_code, account.account_number_digest) = ($2, $3)
         and case when kader.id = $1 then heir_id is null else superseded_at is null end order by 3, account.id`,
      [kaderId, bankCode, this.numbers.digest(accountNumber)],
    );
    const owners = rows.map(({ heirNik, kaderNik, ...owner }) => ({
      ...owner,
      nik: this.opened(purposes.heirNik, heirNik) ?? this.opened(purposes.kaderNik, kaderNik),
    }));
    // Former accounts of the dead can tell one owner twice.
    return [...new Map(owners.map((owner) => [JSON.stringify(owner), owner])).values()];
  }

  async add(
    tx: Tx,
    kaderId: number,
    heir: HeirRecord,
    { by, at }: { readonly by: number; readonly at: Date },
  ): Promise<number> {
    const { sealed, digest } = this.numbers.seal('heir', heir.accountNumber);
    const { id } = await queryRow<{ id: number }>(
      tx,
      `insert into heir (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
       returning id`,
      [
        kaderId,
        heir.name,
        heir.relation,
        heir.nik === null ? null : this.vault.seal(purposes.heirNik, heir.nik),
        heir.nik === null ? null : this.vault.digest(purposes.nikDigest, heir.nik),
        heir.diedOn,
        heir.proofKind,
        heir.proofNumber,
        heir.proofDate,
        heir.proofIssuer,
        heir.proofSha256,
        heir.bankCode,
        sealed,
        digest,
        heir.accountName,
        by,
        at,
      ],
    );
    return id;
  }

  /** Confirms a record and puts its account in force, instead of whatever was or waited to be. */
  async confirm(tx: Tx, heirId: number, by: number, at: Date): Promise<void> {
    await tx.query(
      'insert into heir_confirmation (heir_id, confirmed_by, confirmed_at) values ($1, $2, $3)',
      [heirId, by, at],
    );
    const [replaced] = await queryRows<{ id: number }>(
      tx,
      `select id from bank_account where kader_id = (select kader_id from heir where id = $1) and superseded_at is null
         and (replaces_id is null or confirmed_by is not null) for update`,
      [heirId],
    );
    await tx.query(
      `update bank_account set superseded_at = $2
       where kader_id = (select kader_id from heir where id = $1) and superseded_at is null`,
      [heirId, at],
    );
    // A first account has nothing to be confirmed against; the confirmation of the heir stands for it.
    await tx.query(
      `insert into bank_account (kader_id, heir_id, bank_code, account_number_sealed, account_number_digest, account_name,
         replaces_id, recorded_by, recorded_at, confirmed_by, confirmed_at)
       select kader_id, id, bank_code, $5, account_number_digest, account_name, $2::int, recorded_by, recorded_at,
         case when $2::int is not null then $3::int end, case when $2::int is not null then $4::timestamptz end
       from heir where id = $1`,
      [heirId, replaced?.id ?? null, by, at, await this.sealedForAccount(tx, heirId)],
    );
  }

  // What is sealed for one table opens in no other.
  private async sealedForAccount(tx: Tx, heirId: number): Promise<Buffer> {
    const heir = await queryRow<SealedAccount>(
      tx,
      'select account_number_sealed as sealed, account_number_digest as digest from heir where id = $1',
      [heirId],
    );
    return this.numbers.seal('bank_account', this.numbers.open('heir', heir)).sealed;
  }

  private opened(purpose: Purpose, sealed: Buffer | null): string | null {
    return sealed === null ? null : this.vault.open(purpose, sealed);
  }
}

interface SealedOwner extends Omit<AccountOwner, 'nik'> {
  readonly heirNik: Buffer | null;
  readonly kaderNik: Buffer | null;
}
