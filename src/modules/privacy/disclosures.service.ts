import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ActName } from '../../core/access/operations.js';
import { checkReason } from '../../core/privacy/check-reason.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import type { Part } from '../../platform/database/part.js';
import type { Tx } from '../../platform/database/transaction.js';
import { AccessService } from '../access/access.service.js';
import type { Actor } from '../identity/identity-log.service.js';
import {
  DisclosuresRepository,
  type AskedPerson,
  type Disclosed,
  type RecordedDisclosure,
} from './disclosures.repository.js';

export type { RecordedDisclosure } from './disclosures.repository.js';

/** Somebody asks to see what is private of a kader. */
export interface DisclosureWish {
  /** NIK, or number. */
  readonly kader: string;
  readonly reason: string;
  /** Who asks, and from where. */
  readonly by: Actor;
}

/** Shows what is private of a person to who may see it, after it was written down that she or he did. */
@Injectable()
export class DisclosuresService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: DisclosuresRepository,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /**
   * Records it and then reads, in one transaction: nothing is read that was not recorded, and what could not be given
   * was not.
   *
   * @throws DomainError `privacy.kader-unknown`, `privacy.reason-too-short`, `access...`
   */
  async disclose<Shown>(
    { kader, reason, by }: DisclosureWish,
    { what, operation }: { readonly what: Disclosed; readonly operation: ActName },
    read: (tx: Tx, person: AskedPerson) => Promise<Shown>,
  ): Promise<Shown> {
    const { address, agent, userId } = by;
    return this.dataSource.transaction(async (tx) => {
      const person = await this.allowed(tx, operation, kader);
      const stamp = { by: userId, at: this.clock.now(), address, agent };
      await this.repository.record(tx, { kaderId: person.id, what, reason: checkReason(reason), ...stamp });
      return read(tx, person);
    });
  }

  /** Who was shown what of a kader, the last first; all of it, or a part. @throws DomainError `privacy.kader-unknown` */
  async list(kader: string, part?: Part): Promise<RecordedDisclosure[]> {
    this.access.requireReading('disclosure.read');
    const person = await this.repository.person(this.dataSource, kader);
    if (person === undefined) throw new DomainError('missing', 'privacy.kader-unknown', {});
    return this.repository.of(this.dataSource, person.id, part);
  }

  // Whoever may not see a kader does not learn whether she is there.
  private async allowed(tx: Tx, operation: ActName, kader: string): Promise<AskedPerson> {
    const person = await this.repository.person(tx, kader);
    this.access.requireRegion(operation, person?.nagariCode ?? '');
    if (person !== undefined) return person;
    throw new DomainError('missing', 'privacy.kader-unknown', {});
  }
}
