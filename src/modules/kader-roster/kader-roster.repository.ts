import { Injectable } from '@nestjs/common';
import type {
  ExistingAccount,
  ExistingAppointment,
  ExistingKader,
  ExistingTier,
} from '../../core/kader/existing-kader.js';
import { accountKey, type AccountHolder } from '../../core/kader/roster-duplicates.js';
import { purposes } from '../../core/privacy/purposes.js';
import { invariant } from '../../core/shared/invariant.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { AccountNumbers, type SealedAccount } from '../../platform/secrets/account-numbers.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';

/** A change of account that waits for a second person. */
export interface PendingAccount {
  readonly id: number;
  readonly replacesId: number;
  readonly recordedBy: number;
  readonly recorder: string;
  readonly bankCode: string;
  readonly number: string;
  readonly accountName: string;
}

/** Questions to the roster. */
@Injectable()
export class KaderRosterRepository {
  constructor(
    private readonly vault: FieldVault,
    private readonly numbers: AccountNumbers,
  ) {}

  async kaderByNik(tx: Tx, niks: readonly string[]): Promise<Map<string, ExistingKader>> {
    const nikOf = new Map(
      niks.map((nik) => [this.vault.digest(purposes.nikDigest, nik).toString('hex'), nik]),
    );
    const persons = await tx.query<PersonRow[]>(
      `select kader.id, encode(nik_digest, 'hex') as digest, kader.name, birth_date as "birthDate", sex, nagari_code as "nagariCode",
              region.name as "nagariName", jorong, phone, deceased_on as "deceasedOn"
         from kader join region on region.code = nagari_code
        where nik_digest = any($1)`,
      [[...nikOf.keys()].map((digest) => Buffer.from(digest, 'hex'))],
    );
    const ids = persons.map(({ id }) => id);
    const appointments = grouped(await this.appointmentsOf(tx, ids));
    const tiers = grouped(await this.tiersOf(tx, ids));
    const accounts = grouped(await this.accountsOf(tx, ids));
    return new Map(
      persons.map(({ digest, ...person }) => {
        const nik = nikOf.get(digest);
        invariant(nik !== undefined, 'only who was asked for is answered');
        const held = accounts.get(person.id) ?? [];
        const kader = {
          ...person,
          nik,
          appointments: appointments.get(person.id) ?? [],
          tiers: tiers.get(person.id) ?? [],
          account: held.find((account) => !account.pending) ?? null,
          pendingAccount: held.find((account) => account.pending) ?? null,
        };
        return [nik, kader];
      }),
    );
  }

  /** Undefined when there is no kader of this number. */
  async nikOf(database: Queryable, id: number): Promise<string | undefined> {
    const [kader] = await queryRows<{ sealed: Uint8Array }>(
      database,
      'select nik_sealed as sealed from kader where id = $1',
      [id],
    );
    return kader === undefined ? undefined : this.vault.open(purposes.kaderNik, kader.sealed);
  }

  /** Who holds these accounts now, or would once a change is confirmed. */
  async accountHolders(
    tx: Tx,
    accounts: readonly { bankCode: string; number: string }[],
  ): Promise<Map<string, AccountHolder>> {
    const rows = await tx.query<HolderRow[]>(
      `select stated.bank_code as "bankCode", stated.number, heir.nik_sealed as "heirNik", kader.nik_sealed as "kaderNik",
              coalesce(heir.name, kader.name) as name, region.name as place
         from unnest($1::text[], $2::text[], $3::bytea[]) as stated (bank_code, number, digest)
         join bank_account account
           on (account.bank_code, account.account_number_digest) = (stated.bank_code, stated.digest)
         join kader on kader.id = account.kader_id
         join region on region.code = nagari_code
         left join heir on heir.id = heir_id
        where superseded_at is null`,
      [
        accounts.map(({ bankCode }) => bankCode),
        accounts.map(({ number }) => number),
        accounts.map(({ number }) => this.numbers.digest(number)),
      ],
    );
    return new Map(
      rows.map(({ bankCode, number, name, place, ...sealed }) => [
        accountKey(bankCode, number),
        { nik: openedNik(this.vault, sealed), name, place: `nagari ${place}` },
      ]),
    );
  }

  /** The waiting change of a kader's account, locked until the transaction ends. */
  async lockPendingAccount(tx: Tx, kaderId: number): Promise<PendingAccount | undefined> {
    const [pending] = await tx.query<(Omit<PendingAccount, 'number'> & SealedAccount)[]>(
      `select account.id, replaces_id as "replacesId", recorded_by as "recordedBy", username as recorder,
              bank_code as "bankCode", ${SEALED}, account_name as "accountName"
         from bank_account account join app_user on app_user.id = recorded_by
        where kader_id = $1 and replaces_id is not null and confirmed_by is null and superseded_at is null
          for update of account`,
      [kaderId],
    );
    return pending && this.opened(pending);
  }

  async confirmAccount(tx: Tx, pending: PendingAccount, by: number, at: Date): Promise<void> {
    await tx.query('update bank_account set superseded_at = $2 where id = $1', [pending.replacesId, at]);
    await tx.query('update bank_account set confirmed_by = $2, confirmed_at = $3 where id = $1', [
      pending.id,
      by,
      at,
    ]);
  }

  private appointmentsOf(tx: Tx, kaderIds: readonly number[]): Promise<(ExistingAppointment & OfKader)[]> {
    return tx.query(
      `select appointment.id, kader_id as "kaderId", posyandu_id as "posyanduId", posyandu.name as "posyanduName", posyandu.nagari_code as "nagariCode",
              role, bidang, tier, sk_number as "skNumber", sk_date as "skDate", valid_from as "validFrom",
              sk_valid_to as "validTo", ended_on as "endedOn", end_reason as "endReason"
         from appointment join posyandu on posyandu.id = posyandu_id
        where kader_id = any($1)
        order by kader_id, valid_from`,
      [kaderIds],
    );
  }

  private tiersOf(tx: Tx, kaderIds: readonly number[]): Promise<(ExistingTier & OfKader)[]> {
    return tx.query(
      `select id, kader_id as "kaderId", tier, certificate, valid_from as "from", valid_to as "to"
         from kader_tier
        where kader_id = any($1) and withdrawn_by is null
        order by kader_id, valid_from`,
      [kaderIds],
    );
  }

  private async accountsOf(
    tx: Tx,
    kaderIds: readonly number[],
  ): Promise<(ExistingAccount & OfKader & { pending: boolean })[]> {
    const rows = await tx.query<
      (Omit<ExistingAccount, 'number'> & OfKader & SealedAccount & { pending: boolean })[]
    >(
      `select id, kader_id as "kaderId", bank_code as "bankCode", ${SEALED}, account_name as name,
              replaces_id is not null and confirmed_by is null as pending
         from bank_account
        where kader_id = any($1) and superseded_at is null`,
      [kaderIds],
    );
    return rows.map((row) => this.opened(row));
  }

  private opened<Row extends SealedAccount>({ sealed, digest, ...row }: Row) {
    return { ...row, number: this.numbers.open('bank_account', { sealed, digest }) };
  }
}

const SEALED = 'account_number_sealed as sealed, account_number_digest as digest';

interface PersonRow extends Omit<
  ExistingKader,
  'nik' | 'appointments' | 'tiers' | 'account' | 'pendingAccount'
> {
  readonly digest: string;
}

interface SealedOwner {
  readonly heirNik: Buffer | null;
  readonly kaderNik: Buffer;
}

interface HolderRow extends SealedOwner {
  readonly bankCode: string;
  readonly number: string;
  readonly name: string;
  readonly place: string;
}

function openedNik(vault: FieldVault, { heirNik, kaderNik }: SealedOwner): string {
  return heirNik === null ? vault.open(purposes.kaderNik, kaderNik) : vault.open(purposes.heirNik, heirNik);
}

interface OfKader {
  readonly kaderId: number;
}

function grouped<Row extends OfKader>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.kaderId);
    if (group === undefined) groups.set(row.kaderId, [row]);
    else group.push(row);
  }
  return groups;
}
