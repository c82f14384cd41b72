import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sealedColumns, type SealedColumn } from '../../core/privacy/sealed-columns.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import { checkFieldKeys } from '../../platform/secrets/field-key-check.js';
import { FieldKeyStore } from '../../platform/secrets/field-key-store.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { AccessService } from '../access/access.service.js';
import { IdentityLogService, type Actor } from '../identity/identity-log.service.js';
import {
  SealedValuesRepository,
  type KeyCount,
  type Resealed,
  type SealedValue,
} from './sealed-values.repository.js';

interface ColumnKeys {
  readonly table: string;
  readonly column: string;
  readonly keys: readonly KeyCount[];
}

/** Which keys the values of this database are under. */
export interface KeyStatus {
  readonly currentKey: string;
  readonly keys: readonly (KeyCount & { readonly isCurrent: boolean; readonly isHeld: boolean })[];
  readonly columns: readonly ColumnKeys[];
}

export interface RotatedColumn {
  readonly table: string;
  readonly column: string;
  readonly resealed: number;
  /** Damaged, or not what the digest of the row says: never touched. */
  readonly unreadable: number;
  /** Under another key still: the unreadable ones, and what others were changing all the time. */
  readonly remaining: number;
}

export interface RotationReport {
  readonly currentKey: string;
  readonly columns: readonly RotatedColumn[];
}

/** Enough that a round trip costs little, few enough that nobody waits long for a row. */
const BATCH = 2_000;

/** Rows that others were changing, or sealed with a key they had read before, are found the next time. */
const PASSES = 5;

/** Seals everything again under the current key, while others read and write. */
@Injectable()
export class KeyRotationService {
  @Inject() private readonly access!: AccessService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly values: SealedValuesRepository,
    private readonly vault: FieldVault,
    private readonly store: FieldKeyStore,
    private readonly log: IdentityLogService,
    private readonly clock: Clock,
  ) {}

  async status(): Promise<KeyStatus> {
    this.access.requireReading('key.read');
    this.vault.refresh();
    const columns: ColumnKeys[] = [];
    for (const one of sealedColumns) {
      const keys = await this.values.countByKey(this.dataSource, one);
      columns.push({ table: one.table, column: one.column, keys });
    }
    const currentKey = this.vault.currentKeyId;
    const ids = new Set([currentKey, ...columns.flatMap(({ keys }) => keys.map(({ keyId }) => keyId))]);
    const keys = [...ids].map((keyId) => ({
      keyId,
      count: countOf(columns, keyId),
      isCurrent: keyId === currentKey,
      isHeld: this.vault.holds(keyId),
    }));
    return { currentKey, keys, columns };
  }

  /**
   * Broken off, it goes on where it was when it is begun again; done, it finds nothing to do.
   *
   * @throws DomainError `vault.keys-in-environment` for a new key, `vault.key-unknown` for a value nobody can open
   */
  async rotate(by: Actor, { newKey = false }: { readonly newKey?: boolean } = {}): Promise<RotationReport> {
    this.access.requireInstallation('key.rotate');
    if (newKey) await this.addKey();
    else this.vault.refresh();
    const { userId: actorId, ...origin } = by;
    const event = { what: 'keys-rotated', userId: undefined, actorId, detail: this.vault.currentKeyId };
    await this.log.record(this.dataSource, { ...event, ...origin });
    const columns: RotatedColumn[] = [];
    for (const column of sealedColumns) columns.push(await this.rotateColumn(column));
    return { currentKey: this.vault.currentKeyId, columns };
  }

  private async addKey(): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      // Of two that each wrote a key into the file, the later would throw that of the first away.
      await lockFor(tx, 'field-key-file');
      await checkFieldKeys(tx, await this.store.add(), this.clock.now());
    });
    this.vault.refresh();
  }

  private async rotateColumn(column: SealedColumn): Promise<RotatedColumn> {
    let [resealed, unreadable] = [0, 0];
    for (let pass = 0; pass < PASSES; pass += 1) {
      const found = await this.pass(column);
      resealed += found.resealed;
      unreadable = found.unreadable;
      if (found.seen === found.unreadable) break;
    }
    const keys = await this.values.countByKey(this.dataSource, column);
    const others = keys.filter(({ keyId }) => keyId !== this.vault.currentKeyId);
    const remaining = others.reduce((sum, { count }) => sum + count, 0);
    return { table: column.table, column: column.column, resealed, unreadable, remaining };
  }

  /** Goes once through what is under other keys: read in one transaction, written in small ones of their own. */
  private pass(column: SealedColumn): Promise<{ seen: number; resealed: number; unreadable: number }> {
    return this.dataSource.transaction(async (reading) => {
      let [seen, resealed, unreadable] = [0, 0, 0];
      let batch: Resealed[] = [];
      const write = async () => {
        const values = batch;
        batch = [];
        resealed += await this.dataSource.transaction((tx) => this.values.replace(tx, column, values));
      };
      for await (const value of this.values.underOtherKeys(reading, column, this.vault.currentKeyId)) {
        seen += 1;
        const fresh = this.resealed(column, value);
        if (fresh === undefined) unreadable += 1;
        else batch.push({ place: value.place, old: value.sealed, fresh });
        if (batch.length >= BATCH) await write();
      }
      await write();
      return { seen, resealed, unreadable };
    });
  }

  /** Undefined for what does not open, or is another number than its digest was made of. */
  private resealed({ purpose, digest }: SealedColumn, value: SealedValue): Buffer | undefined {
    try {
      const text = this.vault.open(purpose, value.sealed);
      const isIts =
        digest === undefined ||
        value.digest === null ||
        this.vault.digest(digest.purpose, text).equals(value.digest);
      return isIts ? this.vault.seal(purpose, text) : undefined;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'vault.unreadable') return undefined;
      throw error;
    }
  }
}

function countOf(columns: readonly ColumnKeys[], keyId: string): number {
  return columns
    .flatMap(({ keys }) => keys)
    .filter((one) => one.keyId === keyId)
    .reduce((sum, { count }) => sum + count, 0);
}
