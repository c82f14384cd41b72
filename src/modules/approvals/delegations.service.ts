import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  assertMayDelegate,
  mandateFor,
  type Capacity,
  type DelegatedStep,
  type Delegation,
} from '../../core/approval/delegation.js';
import { maskLongNumbers } from '../../core/formats/mask-long-numbers.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Part } from '../../platform/database/part.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { FundingSourcesService } from '../funding-sources/funding-sources.service.js';
import { UsersService, type User } from '../users/users.service.js';
import { DelegationsRepository, type DelegationRecord } from './delegations.repository.js';

export type { DelegationRecord } from './delegations.repository.js';

export interface DelegationCommand {
  /** User names of who is away and of who acts. */
  readonly from: string;
  readonly to: string;
  readonly step: DelegatedStep;
  readonly payer: string;
  readonly capacity: Capacity;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
  /** The paper it stands on, "surat tugas 5/2026". */
  readonly basis: string;
  readonly reason: string;
  readonly by: User;
}

/** Who may take a step for somebody who is away, between which days and by which paper. */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: DelegationsRepository,
    private readonly funding: FundingSourcesService,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly users: UsersService,
  ) {}

  /** @throws DomainError when the payer or a person is unknown, a text is blank, or the rules of delegation refuse */
  async add(command: DelegationCommand): Promise<DelegationRecord> {
    await this.access.requirePayer('delegation.record', command.payer);
    const [from, to] = [await this.users.require(command.from), await this.users.require(command.to)];
    const { payer, step, capacity, validFrom, validTo, by } = command;
    const basis = textOf('--basis', command.basis);
    const reason = textOf('--reason', command.reason);
    const wish = { from: personOf(from), to: personOf(to), step, payer, validFrom, validTo };
    return this.dataSource.transaction(async (tx) => {
      const body = await this.funding.payingBody(tx, payer);
      if (body === undefined) throw new DomainError('missing', 'payment.payer-unknown', { payer });
      await lockFor(tx, `delegations/${String(body.id)}`);
      assertMayDelegate(wish, by.id, await this.repository.all(tx, payer));
      const added = { ...wish, payingBodyId: body.id, capacity, basis, reason };
      const id = await this.repository.insert(tx, added, by.id, this.clock.now());
      return this.byId(tx, id);
    });
  }

  /** Ends a delegation at once; what was done by it stands. @throws DomainError */
  async revoke(id: number, reason: string, by: User): Promise<DelegationRecord> {
    const why = textOf('--reason', reason);
    return this.dataSource.transaction(async (tx) => {
      await lockFor(tx, `delegation/${String(id)}`);
      const { revokedBy, payer } = await this.byId(tx, id);
      await this.access.requirePayer('delegation.record', payer);
      if (revokedBy !== null)
        throw new DomainError('conflict', 'approval.delegation-revoked-already', { id, person: revokedBy });
      await this.repository.insertRevocation(tx, id, why, by.id, this.clock.now());
      return this.byId(tx, id);
    });
  }

  /** All of them, or a part, by their numbers. @throws DomainError `payment.payer-unknown` */
  list(payer: string | null, part?: Part): Promise<DelegationRecord[]> {
    return this.dataSource.transaction(async (tx) => {
      if (payer !== null && (await this.funding.payingBody(tx, payer)) === undefined)
        throw new DomainError('missing', 'payment.payer-unknown', { payer });
      return this.repository.all(tx, payer, part);
    });
  }

  /** One that may be read. @throws DomainError `approval.delegation-unknown` */
  show(id: number): Promise<DelegationRecord> {
    return this.byId(this.dataSource, id);
  }

  /** The delegation by which one acts for another today. @throws DomainError when there is none that holds */
  async mandate(
    tx: Tx,
    payingBodyId: number,
    task: Pick<Delegation, 'from' | 'to' | 'step'>,
  ): Promise<DelegationRecord> {
    const { code: payer } = await this.funding.payingBodyById(tx, payingBodyId);
    return mandateFor({ ...task, payer }, await this.repository.all(tx, payer), today(this.clock));
  }

  private async byId(database: Queryable, id: number): Promise<DelegationRecord> {
    const found = await this.repository.byId(database, id);
    if (found === undefined) throw new DomainError('missing', 'approval.delegation-unknown', { id });
    return found;
  }
}

function personOf({ id, fullName }: User): Delegation['from'] {
  return { id, name: fullName };
}

function textOf(field: string, text: string): string {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  if (trimmed === '') throw new DomainError('invalid', 'approval.delegation-blank', { field });
  return maskLongNumbers(trimmed);
}
