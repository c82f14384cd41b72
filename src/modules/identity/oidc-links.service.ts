import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../core/shared/domain-error.js';
import { IdentityProvider } from '../../platform/oidc/identity-provider.js';
import { CredentialsRepository, type Account } from './credentials.repository.js';
import { IdentityAccessService } from './identity-access.service.js';
import { IdentityLogService, type Actor } from './identity-log.service.js';
import { OidcLinksRepository } from './oidc-links.repository.js';
import { SessionsService } from './sessions.service.js';
import { lockUser } from './user-lock.js';
import type { Tx } from '../../platform/database/transaction.js';

// As OpenID Connect Core 1.0, section 2, limits `sub`.
const SUBJECT = /^[\x21-\x7e]{1,255}$/;

/** Says whom the identity provider may vouch for. Always another person says it: it is a way in. */
@Injectable()
export class OidcLinksService {
  @Inject() private readonly allowed!: IdentityAccessService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly provider: IdentityProvider,
    private readonly links: OidcLinksRepository,
    private readonly accounts: CredentialsRepository,
    private readonly sessions: SessionsService,
    private readonly log: IdentityLogService,
  ) {}

  /**
   * From now on whoever the provider calls by this subject comes in as this user.
   *
   * @throws DomainError `identity.oidc-not-configured`, `identity.oidc-subject-wrong`, `identity.oidc-link-taken`,
   * `identity.needs-another-person`, `identity.user-inactive`
   */
  async link(userId: number, subject: string, by: Actor): Promise<void> {
    this.allowed.requireAdministrator(by);
    const { issuer } = this.provider;
    if (!SUBJECT.test(subject)) throw new DomainError('invalid', 'identity.oidc-subject-wrong', {});
    await this.change(userId, by, async (tx, { isActive, username }) => {
      if (!isActive) throw new DomainError('conflict', 'identity.user-inactive', { username });
      const isAdded = await this.links.add(tx, userId, { issuer, subject }, by.userId);
      if (!isAdded) throw new DomainError('conflict', 'identity.oidc-link-taken', {});
      await this.record(tx, 'oidc-linked', { userId, by, issuer });
    });
  }

  /**
   * The provider no longer lets the user in; her sessions end.
   *
   * @throws DomainError `identity.oidc-link-missing`, `identity.needs-another-person`
   */
  async unlink(userId: number, by: Actor): Promise<void> {
    this.allowed.requireAdministrator(by);
    await this.change(userId, by, async (tx, { username }) => {
      const removed = await this.links.remove(tx, userId);
      if (removed === undefined) throw new DomainError('missing', 'identity.oidc-link-missing', { username });
      await this.sessions.endAllIn(tx, userId, 'oidc-unlinked');
      await this.record(tx, 'oidc-unlinked', { userId, by, issuer: removed.issuer });
    });
  }

  private async change(
    userId: number,
    by: Actor,
    act: (tx: Tx, account: Account) => Promise<void>,
  ): Promise<void> {
    if (by.userId === userId) throw new DomainError('forbidden', 'identity.needs-another-person', {});
    await this.dataSource.transaction(async (tx) => {
      await lockUser(tx, userId);
      const account = await this.accounts.byId(tx, userId);
      if (account === undefined)
        throw new DomainError('missing', 'user.unknown', { username: String(userId) });
      await act(tx, account);
    });
  }

  // Not the subject: some providers use a person's own number or address for it.
  private record(
    tx: Tx,
    what: string,
    { userId, by, issuer }: { userId: number; by: Actor; issuer: string },
  ): Promise<void> {
    return this.log.record(tx, { ...by, what, userId, actorId: by.userId, detail: issuer });
  }
}
