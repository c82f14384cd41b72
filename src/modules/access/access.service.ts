import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, Grant } from '../../core/access/actor.js';
import { assertMayAsk, authorize } from '../../core/access/authorize.js';
import type { ActName, ReadingName } from '../../core/access/operations.js';
import type { Target } from '../../core/access/scope.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { RoleGrantsRepository } from './role-grants.repository.js';

/** May whoever acts now do this? Every service asks here, whichever door the wish came through. */
@Injectable()
export class AccessService {
  constructor(
    private readonly current: CurrentActor,
    private readonly dataSource: DataSource,
    private readonly grants: RoleGrantsRepository,
  ) {}

  /** Lets the one who acts now go on, or refuses; see `authorize`. @throws DomainError */
  require(operation: ActName, targets: readonly Target[]): void {
    authorize(this.current.get(), operation, targets);
  }

  /** Lets the one who reads now go on; what she sees is limited by row-level security. @throws DomainError */
  requireReading(operation: ReadingName): void {
    const actor = this.current.get();
    if (actor.kind === 'person') assertMayAsk(actor, operation);
  }

  /** @throws DomainError `access.not-signed-in` */
  actor(): Actor {
    return this.current.get();
  }

  /** The roles a person holds now; read anew for every request, so that a change takes effect at once. */
  async grantsOf(userId: number): Promise<readonly Grant[]> {
    const grants = await this.grants.inForce(this.dataSource, userId);
    return grants.map(({ role, scope }) => ({ role, scope }));
  }
}
