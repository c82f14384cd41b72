import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { maskLongNumbers } from '../../core/formats/mask-long-numbers.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { CredentialsRepository } from './credentials.repository.js';
import { IdentityAccessService } from './identity-access.service.js';
import { IdentityLogService, type Actor } from './identity-log.service.js';
import { SessionsService } from './sessions.service.js';
import { lockUser } from './user-lock.js';
import { WaysInRepository } from './ways-in.repository.js';

/** Says who may no longer work here, and who may again. */
@Injectable()
export class StandingService {
  @Inject() private readonly allowed!: IdentityAccessService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: CredentialsRepository,
    private readonly sessions: SessionsService,
    private readonly ways: WaysInRepository,
    private readonly log: IdentityLogService,
    private readonly clock: Clock,
  ) {}

  async isActive(userId: number): Promise<boolean> {
    return (await this.accounts.byId(this.dataSource, userId))?.isActive === true;
  }

  /**
   * From now on the user cannot come in, and where she is in she is out: sessions, tokens and links end.
   *
   * @throws DomainError `identity.needs-another-person`, `identity.reason-empty`, `identity.user-inactive`
   */
  async deactivate(userId: number, by: Actor, reason: string): Promise<void> {
    await this.change(userId, { isActive: false, by, reason }, async (tx) => {
      await this.sessions.endAllIn(tx, userId, 'deactivated');
      await this.ways.endAll(tx, userId, this.clock.now());
    });
  }

  /** Lets her sign in again; what was ended stays ended. @throws DomainError as `deactivate`, `identity.user-active` */
  async reactivate(userId: number, by: Actor, reason: string): Promise<void> {
    await this.change(userId, { isActive: true, by, reason }, () => Promise.resolve());
  }

  private async change(
    userId: number,
    { isActive, by, reason }: { isActive: boolean; by: Actor; reason: string },
    alsoDo: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    this.allowed.requireAdministrator(by);
    if (by.userId === userId) throw new DomainError('forbidden', 'identity.needs-another-person', {});
    const detail = maskLongNumbers(reason.trim());
    if (detail === '') throw new DomainError('invalid', 'identity.reason-empty', {});
    await this.dataSource.transaction(async (tx) => {
      await lockUser(tx, userId);
      const account = await this.accounts.byId(tx, userId);
      if (account?.isActive === isActive) {
        const code = isActive ? 'identity.user-active' : 'identity.user-inactive';
        throw new DomainError('conflict', code, { username: account.username });
      }
      await tx.query(
        `insert into user_standing (user_id, is_active, reason, recorded_by, recorded_at) values ($1, $2, $3, $4, $5)`,
        [userId, isActive, detail, by.userId, this.clock.now()],
      );
      await alsoDo(tx);
      const what = isActive ? 'reactivated' : 'deactivated';
      await this.log.record(tx, { ...by, what, userId, actorId: by.userId, detail });
    });
  }
}
