import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { UsersService, type User } from '../users/users.service.js';
import { AccessTokensRepository } from './access-tokens.repository.js';
import { CredentialsService } from './credentials.service.js';
import { IdentityLogService, type Origin } from './identity-log.service.js';
import { LinksService } from './links.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInThrottleService } from './sign-in-throttle.service.js';
import { lockUser } from './user-lock.js';

/** Who the first administrator says to be. */
export interface FirstAdministrator extends Origin {
  readonly username: string;
  readonly fullName: string;
  readonly position: string;
  readonly password: string;
}

/** Lets the holder of a one-time link in: a password is set, then she signs in with it. */
@Injectable()
export class LinkAcceptanceService {
  @Inject() private readonly tokens!: AccessTokensRepository;
  @Inject() private readonly throttle!: SignInThrottleService;
  @Inject() private readonly clock!: Clock;

  constructor(
    private readonly dataSource: DataSource,
    private readonly links: LinksService,
    private readonly credentials: CredentialsService,
    private readonly sessions: SessionsService,
    private readonly users: UsersService,
    private readonly log: IdentityLogService,
  ) {}

  /**
   * Sets the password of whom an invitation or reset was made for; her second factor stays. Her sessions and tokens end: whoever
   * made the link thinks that somebody else may know the old one.
   *
   * @throws DomainError `identity.link-unusable`, `identity.password-...`
   */
  async accept(token: string, acceptance: Origin & { readonly password: string }): Promise<User> {
    const link = await this.links.requireOpen(token);
    const { account } = link;
    if (account === undefined) throw new DomainError('missing', 'identity.link-unusable', {});
    const { userId, username } = account;
    const hash = await this.credentials.checkedHash(acceptance.password, account);
    await this.dataSource.transaction(async (tx) => {
      await lockUser(tx, userId);
      await this.links.take(tx, link);
      await this.credentials.save(tx, userId, hash);
      await this.sessions.endAllIn(tx, userId, 'password-set');
      await this.tokens.revokeAll(tx, userId, this.clock.now());
      await this.throttle.clearName(tx, username);
      await this.record(tx, userId, acceptance, link.purpose);
    });
    return this.users.registered(username);
  }

  /**
   * Makes the first user who can sign in; `grant` gives her the role, in the same transaction.
   *
   * @throws DomainError `identity.link-unusable`, `identity.first-link-not-needed`, `identity.password-...`, `user....`
   */
  async acceptFirst(
    token: string,
    person: FirstAdministrator,
    grant: (tx: Tx, user: User) => Promise<void>,
  ): Promise<User> {
    const link = await this.links.requireOpen(token);
    if (link.account !== undefined) throw new DomainError('missing', 'identity.link-unusable', {});
    const { username, fullName, position } = person;
    const hash = await this.credentials.checkedHash(person.password, { username, fullName });
    const user = await this.users.addFirst({ username, fullName, position });
    await this.dataSource.transaction(async (tx) => {
      await this.links.requireNobodyYet(tx);
      await lockUser(tx, user.id);
      await this.links.take(tx, link);
      await this.credentials.save(tx, user.id, hash);
      await this.record(tx, user.id, person, link.purpose);
      await grant(tx, user);
    });
    return user;
  }

  private record(tx: Tx, userId: number, { address, agent }: Origin, detail: string): Promise<void> {
    return this.log.record(tx, { what: 'password-set', userId, actorId: userId, detail, address, agent });
  }
}
