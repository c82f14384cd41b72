import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { grantableRole } from '../../core/access/check-grant.js';
import { describeScope, type Scope } from '../../core/access/scope.js';
import { maskLongNumbers } from '../../core/formats/mask-long-numbers.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { User } from '../users/users.service.js';
import { AccessService } from './access.service.js';
import { RoleGrantsRepository, type StoredGrant } from './role-grants.repository.js';

const INSTALLATION = { kind: 'installation' } as const;

/** Gives and takes roles; both take effect with the next thing the person asks. */
@Injectable()
export class RoleGrantsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: RoleGrantsRepository,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a role for a scope, on a basis such as the number of a decree.
   *
   * @throws DomainError when the role does not fit the scope, is held already, or one gives it to oneself
   */
  grant(wish: { user: User; role: string; scope: Scope; basis: string; by: User }): Promise<StoredGrant> {
    this.access.require('user.administer', [INSTALLATION]);
    const { user, scope, by } = wish;
    const role = grantableRole(wish.role, scope);
    const basis = keptWords(wish.basis, 'access.basis-needed');
    assertOther(user.id, by);
    return this.dataSource.transaction(async (tx) => {
      if (!(await this.repository.isKnown(tx, scope))) {
        throw new DomainError('missing', 'access.scope-unknown', { scope: describeScope(scope) });
      }
      await lockFor(tx, `role-grant/${user.username}`);
      const held = await this.repository.inForce(tx, user.id);
      const isHeld = held.some(
        (one) => one.role === role && describeScope(one.scope) === describeScope(scope),
      );
      if (isHeld) {
        const facts = { username: user.username, role, scope: describeScope(scope) };
        throw new DomainError('conflict', 'access.grant-twice', facts);
      }
      const id = await this.insert(tx, { user, role, scope, basis, by: by.id });
      return this.stored(tx, id);
    });
  }

  /** Takes a role back. @throws DomainError `access.grant-unknown`, `access.grant-self`, `access.revoke-reason-needed` */
  revoke(id: number, reason: string, by: User): Promise<StoredGrant> {
    this.access.require('user.administer', [INSTALLATION]);
    const why = keptWords(reason, 'access.revoke-reason-needed');
    return this.dataSource.transaction(async (tx) => {
      const grant = await this.stored(tx, id);
      assertOther(grant.userId, by);
      await this.repository.revoke(tx, id, { at: this.clock.now(), by: by.id, reason: why });
      return grant;
    });
  }

  /** Those of one person, or everybody's. */
  list(userId?: number): Promise<StoredGrant[]> {
    this.access.requireReading('user.read');
    return this.repository.inForce(this.dataSource, userId);
  }

  /** Part of everybody's, by number. */
  part(part: { readonly after: number | undefined; readonly limit: number }): Promise<StoredGrant[]> {
    this.access.requireReading('user.read');
    return this.repository.part(this.dataSource, part);
  }

  /** The first administrator, whom nobody is there to appoint; the database allows one such grant only. */
  async grantFirst(tx: Tx, user: User): Promise<void> {
    await this.insert(tx, {
      user,
      role: 'administrator',
      scope: INSTALLATION,
      basis: 'pengelola pertama, melalui tautan sekali pakai',
      by: null,
    });
  }

  private insert(
    tx: Tx,
    wish: { user: User; role: StoredGrant['role']; scope: Scope; basis: string; by: number | null },
  ): Promise<number> {
    const { user, role, scope, basis, by } = wish;
    const grant = { userId: user.id, role, scope, basis, grantedBy: by };
    return this.repository.insert(tx, { ...grant, grantedAt: this.clock.now() });
  }

  private async stored(tx: Tx, id: number): Promise<StoredGrant> {
    const grant = await this.repository.inForceById(tx, id);
    if (grant === undefined) throw new DomainError('missing', 'access.grant-unknown', { grant: id });
    return grant;
  }
}

function assertOther(userId: number, by: User): void {
  if (userId === by.id) throw new DomainError('forbidden', 'access.grant-self', {});
}

function keptWords(text: string, code: 'access.basis-needed' | 'access.revoke-reason-needed'): string {
  const words = maskLongNumbers(text.trim());
  if (words === '') throw new DomainError('invalid', code, {});
  return words;
}
