import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, Grant, Mandate } from '../../core/access/actor.js';
import { assertMayAsk, authorize } from '../../core/access/authorize.js';
import { mandatesFrom } from '../../core/access/mandate.js';
import type { ActName, OperationName, ReadingName } from '../../core/access/operations.js';
import type { Target } from '../../core/access/scope.js';
import { Clock } from '../../platform/clock.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { today } from '../../platform/today.js';
import { HeldDelegationsRepository } from './held-delegations.repository.js';
import { RoleGrantsRepository } from './role-grants.repository.js';
import { TargetsRepository } from './targets.repository.js';

/** May whoever acts now do this? Every service asks here, whichever door the wish came through. */
@Injectable()
export class AccessService {
  constructor(
    private readonly current: CurrentActor,
    private readonly dataSource: DataSource,
    private readonly grants: RoleGrantsRepository,
    private readonly targets: TargetsRepository,
    private readonly delegations: HeldDelegationsRepository,
    private readonly clock: Clock,
  ) {}

  /** Lets the one who acts now go on, or refuses; see `authorize`. @throws DomainError */
  require(operation: ActName, targets: readonly Target[], principalId?: number): void {
    this.current.asks(operation);
    authorize(this.current.get(), operation, targets, principalId);
  }

  /** For what concerns the installation and no region of it. @throws DomainError */
  requireInstallation(operation: ActName): void {
    this.require(operation, [{ kind: 'installation' }]);
  }

  /** For a region; without one it is everything, which no person may. @throws DomainError */
  requireRegion(operation: ActName, code: string | undefined): void {
    this.require(operation, code === undefined ? [] : [{ kind: 'region', code }]);
  }

  /** For the paying bodies with these codes; one that is not known is nobody's. @throws DomainError */
  async requirePayers(operation: ActName, codes: readonly string[]): Promise<void> {
    if (this.isSystem(operation)) return;
    this.require(operation, await this.targets.payers(this.dataSource, codes));
  }

  requirePayer(operation: ActName, code: string): Promise<void> {
    return this.requirePayers(operation, [code]);
  }

  /**
   * For the paying body of a request, by its number.
   *
   * @param principalId for whom it is done; a delegation of that person's counts like a role then
   * @throws DomainError
   */
  async requireRequest(operation: ActName, number: string, principalId?: number): Promise<void> {
    if (this.isSystem(operation)) return;
    this.require(operation, await this.targets.ofRequest(this.dataSource, number), principalId);
  }

  /** For the paying body that was overpaid from, by the number of the case. @throws DomainError */
  async requireOverpayment(operation: ActName, number: string): Promise<void> {
    if (this.isSystem(operation)) return;
    this.require(operation, await this.targets.ofOverpayment(this.dataSource, number));
  }

  /** For the nagari of these kader, by NIK; somebody unknown is nobody's. @throws DomainError */
  async requireKader(operation: ActName, niks: readonly string[]): Promise<void> {
    if (this.isSystem(operation)) return;
    this.require(operation, await this.targets.ofKader(this.dataSource, niks));
  }

  /** Lets the one who reads now go on; what she sees is limited by row-level security. @throws DomainError */
  requireReading(operation: ReadingName): void {
    this.requireAsking(operation);
  }

  /** Lets the one who asks this anywhere at all go on; what it touches is for others to check. @throws DomainError */
  requireAsking(operation: OperationName): void {
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

  /** What a person may do today for others who are away; read anew for every request like the roles. */
  async mandatesOf(userId: number): Promise<readonly Mandate[]> {
    const held = await this.delegations.to(this.dataSource, userId, today(this.clock));
    const delegations = [];
    for (const delegation of held) {
      const principalGrants = await this.grantsOf(delegation.principalId);
      delegations.push({ ...delegation, principalGrants });
    }
    return mandatesFrom(delegations);
  }

  // The system may do everything, so what it touches is not looked up.
  private isSystem(operation: ActName): boolean {
    this.current.asks(operation);
    return this.current.get().kind === 'system';
  }
}
