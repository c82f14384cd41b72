import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import { Clock } from '../../platform/clock.js';
import type { Part } from '../../platform/database/part.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { sha256 } from '../../platform/sha256.js';
import { AccessService } from '../access/access.service.js';
import {
  NumberExportsRepository,
  type ExportedNumbers,
  type RecordedExport,
} from './number-exports.repository.js';

export type { RecordedExport } from './number-exports.repository.js';

/** Who took files with whole numbers of many people. */
@Injectable()
export class NumberExportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: NumberExportsRepository,
    private readonly access: AccessService,
    private readonly current: CurrentActor,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes down that whoever acts now takes this file; give it only afterwards. In a transaction of its own: what
   * reads the numbers sees one moment of the database, and an act cannot be sealed into the audit trail there.
   */
  async record(of: ExportedNumbers, file: Uint8Array, rows: number): Promise<void> {
    const { kind, actor, address, agent } = this.current.statedAct();
    const username = kind === 'person' ? actor : null;
    const stamp = { username, at: this.clock.now(), address, agent };
    const written = { of, rows, sha256: sha256(file).toString('hex'), ...stamp };
    await this.dataSource.transaction(async (tx) => {
      const takenBy = await this.repository.record(tx, written);
      invariant((takenBy === null) === (username === null), 'whoever acts is a user');
    });
  }

  /** The files of a paying body, the last first; all, or a part. @throws DomainError `privacy.payer-unknown` */
  async list(payer: string, part?: Part): Promise<RecordedExport[]> {
    this.access.requireReading('disclosure.read');
    const id = await this.repository.payerId(this.dataSource, payer);
    if (id === undefined) throw new DomainError('missing', 'privacy.payer-unknown', { payer });
    return this.repository.of(this.dataSource, id, part);
  }
}
