import { Injectable } from '@nestjs/common';
import { DomainError } from '../../core/shared/domain-error.js';
import { AccessService } from '../access/access.service.js';
import type { Actor } from './identity-log.service.js';

/** Whose ways in one may look at and change: one's own in person, those of others as administrator. */
@Injectable()
export class IdentityAccessService {
  constructor(private readonly access: AccessService) {}

  /** Lets somebody act for herself, in person: not for another, not with a token. @throws `access.not-oneself` */
  requireOneself(userId: number): void {
    const actor = this.access.actor();
    if (actor.kind === 'system') return;
    if (actor.userId === userId && actor.onlyOperations === undefined) return;
    throw new DomainError('forbidden', 'access.not-oneself', { person: actor.fullName });
  }

  /** Lets an administrator go on, in her own name. @throws DomainError */
  requireAdministrator(by: Actor): void {
    this.access.requireInstallation('user.administer');
    this.requireOneself(by.userId);
  }

  /**
   * The same, for what nobody does for herself. Whoever has the command line has all of this and may be the only
   * administrator, whose password is lost.
   *
   * @throws DomainError `identity.needs-another-person`
   */
  requireAdministratorOfAnother(userId: number, by: Actor): void {
    this.requireAdministrator(by);
    if (this.isOneself(userId)) throw new DomainError('forbidden', 'identity.needs-another-person', {});
  }

  /** @throws DomainError */
  requireOwnOrAdministrator(userId: number, by: Actor): void {
    if (this.isOneself(userId)) this.requireOneself(by.userId);
    else this.requireAdministrator(by);
  }

  /** @throws DomainError */
  requireOwnOrReader(userId: number): void {
    if (!this.isOneself(userId)) this.access.requireReading('user.read');
  }

  private isOneself(userId: number): boolean {
    const actor = this.access.actor();
    return actor.kind === 'person' && actor.userId === userId && actor.onlyOperations === undefined;
  }
}
