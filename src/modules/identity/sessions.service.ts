import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { endedBefore } from '../../core/identity/retention.js';
import { isConfirmedRecently, isSessionLive, sessionExpiry } from '../../core/identity/session-validity.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { randomToken, tokenDigest } from '../../platform/secrets/tokens.js';
import { EndedWaysInRepository } from './ended-ways-in.repository.js';
import { IdentityAccessService } from './identity-access.service.js';
import { IdentityLogService, keptAgent, type Actor, type Origin } from './identity-log.service.js';
import { SessionsRepository, type NewSession, type Session } from './sessions.repository.js';
import { lockUser } from './user-lock.js';

export type { Session } from './sessions.repository.js';

/** A session and the token that its holder alone has: only its digest is stored. */
export interface SignedIn {
  readonly token: string;
  readonly session: Session;
}

/** What a session becomes when it goes on under another token. */
export type SessionChange = Partial<Pick<Session, 'hasSecondFactor' | 'confirmedAt' | 'address' | 'agent'>>;

// Each request says that somebody is there; writing it down once a minute is exact enough.
const SEEN_AGAIN_AFTER_MS = 60_000;

/** The sessions of everybody: opened, found by their token, replaced and ended. */
@Injectable()
export class SessionsService {
  @Inject() private readonly allowed!: IdentityAccessService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: SessionsRepository,
    private readonly log: IdentityLogService,
    private readonly clock: Clock,
    private readonly ended: EndedWaysInRepository,
  ) {}

  /** A new session under a new token; the caller has proven who it is. */
  async open(
    tx: Tx,
    how: Pick<Session, 'userId' | 'method' | 'hasSecondFactor'>,
    origin: Origin,
  ): Promise<SignedIn> {
    const now = this.clock.now();
    const times = { signedInAt: now, confirmedAt: now, lastSeenAt: now, expiresAt: sessionExpiry(now) };
    const { address, agent } = origin;
    const signedIn = await this.add(tx, { ...how, ...times, address, agent: keptAgent(agent) });
    const { userId } = how;
    await this.ended.purge(tx, endedBefore(now));
    await this.log.record(tx, { what: 'sign-in', userId, actorId: userId, detail: how.method, ...origin });
    return signedIn;
  }

  /** Undefined when the token is unknown, or its session ended, was left alone, or is of a user who may not work. */
  async find(token: string): Promise<Session | undefined> {
    const now = this.clock.now();
    const session = await this.repository.openByDigest(this.dataSource, tokenDigest(token));
    if (session === undefined || !isSessionLive(session, now)) return undefined;
    if (now.getTime() - session.lastSeenAt.getTime() < SEEN_AGAIN_AFTER_MS) return session;
    await this.repository.seen(this.dataSource, session.id, now);
    return { ...session, lastSeenAt: now };
  }

  /** Whether nobody has ended the sign-in of that moment: confirmed or renewed it goes on, left alone it stands. */
  isStanding(userId: number, signedInAt: Date): Promise<boolean> {
    return this.repository.isStanding(this.dataSource, userId, signedInAt);
  }

  /** @throws DomainError `identity.session-ended` */
  async require(token: string): Promise<Session> {
    const session = await this.find(token);
    if (session === undefined) throw new DomainError('unauthenticated', 'identity.session-ended', {});
    return session;
  }

  /** @throws DomainError `identity.confirm-again` when the password and code were given too long ago */
  requireRecent(session: Session): void {
    if (isConfirmedRecently(session, this.clock.now())) return;
    throw new DomainError('unauthenticated', 'identity.confirm-again', {});
  }

  /** Lets the session go on under a new token; the old one is worth nothing from then on. */
  async replace(tx: Tx, session: Session, change: SessionChange = {}): Promise<SignedIn> {
    const now = this.clock.now();
    const isOurs = await this.repository.end(tx, session, 'replaced', now);
    if (!isOurs) throw new DomainError('unauthenticated', 'identity.session-ended', {});
    return this.add(tx, { ...session, ...change, lastSeenAt: now });
  }

  /** Those that count now. */
  async list(userId: number): Promise<Session[]> {
    this.allowed.requireOwnOrReader(userId);
    const now = this.clock.now();
    const open = await this.repository.openOf(this.dataSource, userId);
    return open.filter((session) => isSessionLive(session, now));
  }

  /** @throws DomainError `identity.session-unknown` when there is none of this number, or it is another's */
  async end(sessionId: number, userId: number, by: Actor): Promise<void> {
    this.allowed.requireOwnOrAdministrator(userId, by);
    await this.endOne(sessionId, userId, by);
  }

  /** Ends a session for whoever showed its token. */
  async close({ id, userId, address, agent }: Session): Promise<void> {
    await this.endOne(id, userId, { userId, address, agent });
  }

  /** Ends all of somebody's sessions, or all but one; how many. */
  async endAll(userId: number, by: Actor, except?: number): Promise<number> {
    this.allowed.requireOwnOrAdministrator(userId, by);
    return this.dataSource.transaction(async (tx) => {
      await lockUser(tx, userId);
      const count = await this.endAllIn(tx, userId, 'all-ended', except);
      const detail = String(count);
      await this.log.record(tx, { ...by, what: 'sessions-ended', userId, actorId: by.userId, detail });
      return count;
    });
  }

  /** The same within a transaction that changes what the user may do; that one records who did it and why. */
  endAllIn(tx: Tx, userId: number, because: string, except?: number): Promise<number> {
    return this.repository.endAll(tx, userId, { because, now: this.clock.now(), except });
  }

  private async endOne(sessionId: number, userId: number, by: Actor): Promise<void> {
    const because = by.userId === userId ? 'signed-out' : 'ended-by-another';
    await this.dataSource.transaction(async (tx) => {
      const ended = await this.repository.end(tx, { id: sessionId, userId }, because, this.clock.now());
      if (!ended) throw new DomainError('missing', 'identity.session-unknown', { session: sessionId });
      await this.log.record(tx, {
        ...by,
        what: 'session-ended',
        userId,
        actorId: by.userId,
        detail: because,
      });
    });
  }

  private async add(tx: Tx, session: NewSession): Promise<SignedIn> {
    const token = randomToken();
    await this.repository.add(tx, tokenDigest(token), session);
    const opened = await this.repository.openByDigest(tx, tokenDigest(token));
    if (opened === undefined) throw new DomainError('unauthenticated', 'identity.session-ended', {});
    return { token, session: opened };
  }
}
