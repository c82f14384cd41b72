import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { accessTokenText, isAccessTokenText } from '../../core/identity/access-token-text.js';
import { requireTokenOperations } from '../../core/identity/access-token-operations.js';
import { requireTokenWish, type AccessTokenWish } from '../../core/identity/access-token-wish.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import { randomToken, tokenDigest } from '../../platform/secrets/tokens.js';
import { AccessService } from '../access/access.service.js';
import { AccessTokensRepository, type AccessTokenRecord } from './access-tokens.repository.js';
import { IdentityAccessService } from './identity-access.service.js';
import { IdentityLogService, type Actor, type Origin } from './identity-log.service.js';
import { SessionsService, type Session } from './sessions.service.js';
import { lockUser } from './user-lock.js';

export type { AccessTokenRecord } from './access-tokens.repository.js';

/** A machine that acts for a user, and what it may do. */
export interface TokenUse {
  readonly tokenId: number;
  readonly userId: number;
  readonly username: string;
  readonly name: string;
  readonly operations: readonly string[];
  readonly expiresAt: Date;
}

/** What a token is asked to be; it ends so many days from now. */
export interface TokenWish extends Omit<AccessTokenWish, 'expiresAt'> {
  readonly days: number;
}

/** A token that was just made. */
export interface NewToken {
  readonly token: string;
  readonly record: AccessTokenRecord;
}

const MILLISECONDS_A_DAY = 86_400_000;
const USED_AGAIN_AFTER_MS = 60_000;

/** Personal access tokens: keys that a user gives to machines, for some operations and some time. */
@Injectable()
export class AccessTokensService {
  @Inject() private readonly allowed!: IdentityAccessService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: AccessTokensRepository,
    private readonly log: IdentityLogService,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly sessions: SessionsService,
  ) {}

  /** As `create`, for whoever holds the session and has just shown who she is. @throws `identity.confirm-again` */
  async createIn(
    session: Session,
    { days, ...wish }: TokenWish,
    { address, agent }: Origin,
  ): Promise<NewToken> {
    this.sessions.requireRecent(session);
    const { userId } = session;
    const expiresAt = new Date(this.clock.now().getTime() + days * MILLISECONDS_A_DAY);
    return this.create(userId, { ...wish, expiresAt }, { userId, address, agent });
  }

  /**
   * The token is shown here and never again. It never does more than its owner may, who is asked again at each use.
   *
   * @throws DomainError `identity.token-...`, `access.not-oneself`
   */
  async create(userId: number, wish: AccessTokenWish, by: Actor): Promise<NewToken> {
    this.allowed.requireOneself(userId);
    this.allowed.requireOneself(by.userId);
    const createdAt = this.clock.now();
    const asked = requireTokenWish(wish, createdAt);
    requireTokenOperations(asked.operations, await this.access.grantsOf(userId));
    const token = accessTokenText(randomToken());
    const record = await this.dataSource.transaction(async (tx) => {
      await lockUser(tx, userId);
      await this.repository.endExpired(tx, userId, asked.name, createdAt);
      const wanted = { ...asked, userId, createdBy: by.userId, createdAt };
      const added = await this.repository.add(tx, tokenDigest(token), wanted);
      if (added === undefined)
        throw new DomainError('conflict', 'identity.token-name-taken', { name: asked.name });
      const detail = `${String(added.id)} ${asked.name}`;
      await this.log.record(tx, { ...by, what: 'token-created', userId, actorId: by.userId, detail });
      return added;
    });
    return { token, record };
  }

  /** Those that are neither revoked nor expired. */
  async list(userId: number): Promise<AccessTokenRecord[]> {
    this.allowed.requireOwnOrReader(userId);
    const now = this.clock.now();
    return (await this.repository.listOf(this.dataSource, userId)).filter((token) => now < token.expiresAt);
  }

  /** @throws DomainError `identity.token-unknown` */
  async revoke(tokenId: number, userId: number, by: Actor): Promise<void> {
    this.allowed.requireOwnOrAdministrator(userId, by);
    await this.dataSource.transaction(async (tx) => {
      const name = await this.repository.revoke(tx, { id: tokenId, userId }, this.clock.now());
      if (name === undefined) throw new DomainError('missing', 'identity.token-unknown', { token: tokenId });
      const detail = `${String(tokenId)} ${name}`;
      await this.log.record(tx, { ...by, what: 'token-revoked', userId, actorId: by.userId, detail });
    });
  }

  /** Neither revoked nor expired, and of a user who may work. */
  isInForce(tokenId: number): Promise<boolean> {
    return this.repository.isInForce(this.dataSource, tokenId, this.clock.now());
  }

  /** Who a bearer token stands for; undefined for anything that is no token that counts now. */
  async use(bearer: string, origin: Origin): Promise<TokenUse | undefined> {
    if (!isAccessTokenText(bearer)) return undefined;
    const now = this.clock.now();
    const token = await this.repository.byDigest(this.dataSource, tokenDigest(bearer));
    if (token === undefined || now >= token.expiresAt) return undefined;
    const { id: tokenId, userId, username, name, operations, expiresAt, lastUsedAt, lastUsedAddress } = token;
    const isFresh = lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < USED_AGAIN_AFTER_MS;
    if (!isFresh || lastUsedAddress !== origin.address) {
      await this.repository.used(this.dataSource, tokenId, origin.address, now);
    }
    return { tokenId, userId, username, name, operations, expiresAt };
  }
}
