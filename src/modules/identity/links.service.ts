import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { linkExpiry, type LinkPurpose } from '../../core/identity/one-time-link.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Tx } from '../../platform/database/transaction.js';
import { randomToken, tokenDigest } from '../../platform/secrets/tokens.js';
import { CredentialsRepository, type Account } from './credentials.repository.js';
import { IdentityAccessService } from './identity-access.service.js';
import { IdentityLogService, type Actor } from './identity-log.service.js';
import { LinksRepository, type LinkRecord } from './links.repository.js';
import { lockUser } from './user-lock.js';

/** A link as it is given to its holder, once. */
export interface OneTimeLink {
  readonly token: string;
  readonly purpose: LinkPurpose;
  /** Whom it is for; undefined for the first administrator, who names herself. */
  readonly username: string | undefined;
  readonly expiresAt: Date;
}

export type LinkContents = Omit<OneTimeLink, 'token'>;

/** A link that can be used now. */
export interface OpenLink extends LinkRecord {
  readonly account: Account | undefined;
}

const FIRST_ADMINISTRATOR = 'identity/first-administrator';

/** Makes and reads the links by which people come in for the first time, or again. */
@Injectable()
export class LinksService {
  @Inject() private readonly allowed!: IdentityAccessService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: LinksRepository,
    private readonly credentials: CredentialsRepository,
    private readonly log: IdentityLogService,
    private readonly clock: Clock,
  ) {}

  /** Whether nobody can sign in yet. */
  async isFirstNeeded(): Promise<boolean> {
    return !(await this.credentials.existsAny(this.dataSource));
  }

  /** The link of the first administrator; one made before ends. @throws DomainError `identity.first-link-not-needed` */
  first(): Promise<OneTimeLink> {
    return this.dataSource.transaction(async (tx) => {
      await this.requireNobodyYet(tx);
      return this.make(tx, 'first-administrator', undefined, undefined);
    });
  }

  /** Serialises whoever would become the first administrator. @throws DomainError `identity.first-link-not-needed` */
  async requireNobodyYet(tx: Tx): Promise<void> {
    await lockFor(tx, FIRST_ADMINISTRATOR);
    if (!(await this.credentials.existsAny(tx))) return;
    throw new DomainError('conflict', 'identity.first-link-not-needed', {});
  }

  /**
   * Lets a user set a password; links made for her before end.
   *
   * @throws DomainError `identity.user-inactive`, `identity.needs-another-person`: by a link the old one is not asked for
   */
  async invite(userId: number, by: Actor): Promise<OneTimeLink> {
    this.allowed.requireAdministratorOfAnother(userId, by);
    return this.dataSource.transaction(async (tx) => {
      await lockUser(tx, userId);
      const account = await this.credentials.byId(tx, userId);
      if (account?.isActive !== true) {
        const username = account?.username ?? String(userId);
        throw new DomainError('conflict', 'identity.user-inactive', { username });
      }
      const purpose = account.passwordHash === null ? 'invitation' : 'reset';
      const link = await this.make(tx, purpose, account, by);
      await this.log.record(tx, { ...by, what: `${purpose}-made`, userId, actorId: by.userId });
      return link;
    });
  }

  /** What a link is for; uses nothing up. @throws DomainError `identity.link-unusable` */
  async read(token: string): Promise<LinkContents> {
    const { purpose, account, expiresAt } = await this.requireOpen(token);
    return { purpose, username: account?.username, expiresAt };
  }

  /** @throws DomainError `identity.link-unusable` */
  async requireOpen(token: string): Promise<OpenLink> {
    const link = await this.repository.open(this.dataSource, tokenDigest(token), this.clock.now());
    if (link === undefined) throw unusable();
    if (link.userId === null) return { ...link, account: undefined };
    const account = await this.credentials.byId(this.dataSource, link.userId);
    if (account?.isActive !== true) throw unusable();
    return { ...link, account };
  }

  /** Uses the link up; of two who try, one. @throws DomainError `identity.link-unusable` */
  async take(tx: Tx, { id, userId }: LinkRecord): Promise<void> {
    const now = this.clock.now();
    const isOurs = await this.repository.take(tx, id, now);
    if (!isOurs) throw unusable();
    await this.repository.endAll(tx, userId, now);
  }

  private async make(
    tx: Tx,
    purpose: LinkPurpose,
    account: Account | undefined,
    by: Actor | undefined,
  ): Promise<OneTimeLink> {
    const createdAt = this.clock.now();
    const [token, expiresAt, userId] = [
      randomToken(),
      linkExpiry(purpose, createdAt),
      account?.userId ?? null,
    ];
    await this.repository.endAll(tx, userId, createdAt);
    const link = { purpose, userId, madeBy: by?.userId ?? null, createdAt, expiresAt };
    await this.repository.add(tx, tokenDigest(token), link);
    return { token, purpose, username: account?.username, expiresAt };
  }
}

function unusable(): DomainError {
  return new DomainError('missing', 'identity.link-unusable', {});
}
