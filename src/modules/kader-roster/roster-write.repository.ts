import { Injectable } from '@nestjs/common';
import type { AppointmentStep } from '../../core/kader/appointment-step.js';
import type { KaderChange } from '../../core/kader/compare-kader.js';
import { invariant } from '../../core/shared/invariant.js';
import type { RosterRecord, StatedAccount, StatedAppointment } from '../../core/kader/roster-record.js';
import { purposes } from '../../core/privacy/purposes.js';
import { copyInto } from '../../platform/database/copy-into.js';
import type { Tx } from '../../platform/database/transaction.js';
import { AccountNumbers } from '../../platform/secrets/account-numbers.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { TierWriteRepository } from './tier-write.repository.js';

export interface ImportStamp {
  readonly importId: number;
  readonly by: number;
  readonly at: Date;
}

/** Writes a planned import, each kind of row in one statement however many there are. */
@Injectable()
export class RosterWriteRepository {
  constructor(
    private readonly tiers: TierWriteRepository,
    private readonly numbers: AccountNumbers,
    private readonly vault: FieldVault,
  ) {}

  async recordImport(
    tx: Tx,
    file: { name: string; sha256: string; counts: Record<string, number> },
    { by, at }: Pick<ImportStamp, 'by' | 'at'>,
  ): Promise<number> {
    const rows = await tx.query<[{ id: number }]>(
      `insert into roster_import (kind, file_name, file_sha256, imported_by, imported_at, counts)
       values ('roster', $1, $2, $3, $4, $5) returning id`,
      [file.name, file.sha256, by, at, JSON.stringify(file.counts)],
    );
    return rows[0].id;
  }

  async addKader(tx: Tx, records: readonly RosterRecord[], stamp: ImportStamp): Promise<void> {
    const digestOf = new Map(
      records.map((one) => [one, this.vault.digest(purposes.nikDigest, one.nik)] as const),
    );
    const rows = await tx.query<{ id: number; digest: string }[]>(
      `insert into kader (nik_sealed, nik_digest, name, birth_date, sex, nagari_code, jorong, phone, deceased_on, import_id)
       select *, $10 from unnest($1::bytea[], $2::bytea[], $3::text[], $4::date[], $5::text[], $6::text[], $7::text[],
                                 $8::text[], $9::date[])
       returning id, encode(nik_digest, 'hex') as digest`,
      [
        ...columnsOf(records, (one) => [
          this.vault.seal(purposes.kaderNik, one.nik),
          digestOf.get(one),
          ...personOf(one),
        ]),
        stamp.importId,
      ],
    );
    const ids = new Map(rows.map(({ id, digest }) => [digest, id]));
    const of = (record: RosterRecord): number => {
      const id = ids.get(digestOf.get(record)?.toString('hex') ?? '');
      invariant(id !== undefined, 'every kader that was inserted has an id');
      return id;
    };
    const appointments = records.flatMap((one) =>
      one.appointment === undefined ? [] : [{ kaderId: of(one), appointment: one.appointment }],
    );
    const accounts = records.flatMap((one) =>
      one.account === undefined ? [] : [{ kaderId: of(one), account: one.account, replacesId: null }],
    );
    const tiers = records.flatMap((one) =>
      one.tier === undefined ? [] : [{ kaderId: of(one), tier: one.tier }],
    );
    await this.addAppointments(tx, appointments, stamp);
    await this.tiers.add(tx, tiers, stamp.importId);
    await this.addAccounts(tx, accounts, stamp);
  }

  async changeKader(tx: Tx, changed: readonly KaderChange[], stamp: ImportStamp): Promise<void> {
    await this.updatePersons(
      tx,
      changed.filter(({ keepsPerson }) => !keepsPerson),
    );
    await this.moveAppointments(tx, changed);
    await this.overtakeAccounts(tx, changed, stamp);
    const appointments = changed.flatMap(({ existing, appointment: step }) =>
      step.kind === 'add' ? [{ kaderId: existing.id, appointment: step.appointment }] : [],
    );
    const accounts = changed.flatMap(({ existing, account: step }) =>
      step.kind === 'add'
        ? [{ kaderId: existing.id, account: step.account, replacesId: step.replacesId }]
        : [],
    );
    await this.addAppointments(tx, appointments, stamp);
    await this.tiers.change(tx, changed, stamp.importId);
    await this.addAccounts(tx, accounts, stamp);
    const fields = changed.flatMap(({ existing, changes }) =>
      changes.map(({ field, before, after }) => [stamp.importId, existing.id, field, before, after]),
    );
    await copyInto(tx, 'roster_change', ['import_id', 'kader_id', 'field', 'before', 'after'], fields);
  }

  private async addAppointments(
    tx: Tx,
    rows: readonly { kaderId: number; appointment: StatedAppointment }[],
    { importId }: ImportStamp,
  ): Promise<void> {
    const columns =
      'kader_id posyandu_id role bidang tier sk_number sk_date valid_from sk_valid_to ended_on end_reason import_id';
    const values = rows.map(({ kaderId, appointment: one }) => [
      kaderId,
      one.posyanduId,
      one.role,
      one.bidang,
      one.tier ?? null,
      one.skNumber,
      one.skDate,
      one.validFrom,
      one.validTo ?? null,
      one.endedOn ?? null,
      one.endReason ?? null,
      importId,
    ]);
    await copyInto(tx, 'appointment', columns.split(' '), values);
  }

  private async addAccounts(
    tx: Tx,
    rows: readonly { kaderId: number; account: StatedAccount; replacesId: number | null }[],
    { by, at }: ImportStamp,
  ): Promise<void> {
    const columns =
      'kader_id bank_code account_number_sealed account_number_digest account_name replaces_id recorded_by recorded_at';
    const values = rows.map(({ kaderId, account, replacesId }) => {
      const { sealed, digest } = this.numbers.seal('bank_account', account.number);
      return [kaderId, account.bankCode, sealed, digest, account.name, replacesId, by, at.toISOString()];
    });
    await copyInto(tx, 'bank_account', columns.split(' '), values);
  }

  // A row that says nothing in a cell (null here) keeps what is known.
  private async updatePersons(tx: Tx, changed: readonly KaderChange[]): Promise<void> {
    if (changed.length === 0) return;
    await tx.query(
      `update kader
          set name = stated.name, birth_date = stated.birth_date, sex = stated.sex, nagari_code = stated.nagari_code,
              jorong = coalesce(stated.jorong, kader.jorong), phone = coalesce(stated.phone, kader.phone),
              deceased_on = coalesce(stated.deceased_on, kader.deceased_on)
         from unnest($1::int[], $2::text[], $3::date[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[])
              as stated (id, name, birth_date, sex, nagari_code, jorong, phone, deceased_on)
        where kader.id = stated.id`,
      columnsOf(changed, ({ existing, record }) => [existing.id, ...personOf(record)]),
    );
  }

  // No two appointments of hers may share a day at any moment: an end moves before its successor when it comes earlier,
  // and after it when it comes later.
  private async moveAppointments(tx: Tx, changed: readonly KaderChange[]): Promise<void> {
    const steps = changed.map(({ appointment }) => appointment);
    const isLater = (step: AppointmentStep): boolean =>
      step.kind === 'correct' && step.appointment.validFrom > step.from;
    await this.endAppointments(
      tx,
      steps.filter((step) => !isLater(step)),
    );
    await this.correctAppointments(tx, steps);
    await this.endAppointments(tx, steps.filter(isLater));
  }

  private async endAppointments(tx: Tx, steps: readonly AppointmentStep[]): Promise<void> {
    const ends = steps.flatMap((step) => {
      if (step.kind === 'end') return [{ id: step.id, ...step.end }];
      const closes = step.kind === 'keep' ? null : step.closes;
      return closes === null ? [] : [{ ...closes, endReason: 'diganti-sk' }];
    });
    if (ends.length === 0) return;
    await tx.query(
      `update appointment set ended_on = ended.ended_on, end_reason = ended.end_reason
         from unnest($1::int[], $2::date[], $3::text[]) as ended (id, ended_on, end_reason)
        where appointment.id = ended.id`,
      [ends.map(({ id }) => id), ends.map(({ endedOn }) => endedOn), ends.map(({ endReason }) => endReason)],
    );
  }

  private async correctAppointments(tx: Tx, steps: readonly AppointmentStep[]): Promise<void> {
    const corrected = steps.flatMap((step) => (step.kind === 'correct' ? [step] : []));
    if (corrected.length === 0) return;
    await tx.query(
      `update appointment
          set posyandu_id = stated.posyandu_id, role = stated.role, bidang = stated.bidang,
              tier = coalesce(stated.tier, appointment.tier), sk_number = stated.sk_number, sk_date = stated.sk_date,
              valid_from = stated.valid_from,
              sk_valid_to = coalesce(stated.sk_valid_to, appointment.sk_valid_to),
              ended_on = coalesce(stated.ended_on, appointment.ended_on),
              end_reason = coalesce(stated.end_reason, appointment.end_reason)
         from unnest($1::int[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::date[],
                     $9::date[], $10::date[], $11::text[])
              as stated (id, posyandu_id, role, bidang, tier, sk_number, sk_date, valid_from, sk_valid_to, ended_on, end_reason)
        where appointment.id = stated.id`,
      columnsOf(corrected, ({ id, appointment: one }) => [
        id,
        one.posyanduId,
        one.role,
        one.bidang,
        one.tier,
        one.skNumber,
        one.skDate,
        one.validFrom,
        one.validTo,
        one.endedOn,
        one.endReason,
      ]),
    );
  }

  private async overtakeAccounts(
    tx: Tx,
    changed: readonly KaderChange[],
    { at }: ImportStamp,
  ): Promise<void> {
    const steps = changed.map(({ account }) => account);
    const overtaken = steps.flatMap((step) => (step.kind === 'add' ? (step.overtakesId ?? []) : []));
    await tx.query('update bank_account set superseded_at = $2 where id = any($1)', [overtaken, at]);
  }
}

/** Turns rows into the column arrays that unnest takes; undefined becomes null. */
function columnsOf<Item>(items: readonly Item[], valuesOf: (item: Item) => readonly unknown[]): unknown[][] {
  const rows = items.map(valuesOf);
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));
}

/** What is stated of a person beside her NIK, in the order of the columns. */
function personOf({ name, birthDate, sex, nagariCode, jorong, phone, deceasedOn }: RosterRecord) {
  return [name, birthDate, sex, nagariCode, jorong, phone, deceasedOn];
}
