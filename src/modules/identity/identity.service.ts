import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { AccessTokensService, type TokenUse } from './access-tokens.service.js';
import type { Origin } from './identity-log.service.js';
import { ProofService, type Proof } from './proof.service.js';
import { SessionsService, type Session, type SignedIn } from './sessions.service.js';
import { lockUser } from './user-lock.js';

export type { Actor, Origin } from './identity-log.service.js';
export type { TokenUse } from './access-tokens.service.js';
export type { Session, SignedIn } from './sessions.service.js';

/** Who is there: by password and code, by the token of a session, by the token of a machine. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proofs: ProofService,
    private readonly sessions: SessionsService,
    private readonly tokens: AccessTokensService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `identity.sign-in-refused`, `identity.code-needed`, `identity.sign-in-blocked` */
  signIn(attempt: Proof): Promise<SignedIn> {
    return this.proofs.prove(attempt, (tx, proven) =>
      this.sessions.open(tx, { ...proven, method: 'password' }, attempt),
    );
  }

  /** Undefined when the token opens no session now. */
  sessionOf(token: string): Promise<Session | undefined> {
    return this.sessions.find(token);
  }

  /** @throws DomainError `identity.confirm-again` */
  requireRecent(session: Session): void {
    this.sessions.requireRecent(session);
  }

  /** The holder of the session shows again who she is; it goes on under a new token. @throws as `signIn` */
  async confirm(token: string, proof: Omit<Proof, 'username' | 'sessionId'>): Promise<SignedIn> {
    const session = await this.sessions.require(token);
    return this.proofs.prove(
      { ...proof, username: session.username, sessionId: session.id },
      (tx, { hasSecondFactor }) => {
        const confirmedAt = this.clock.now();
        return this.sessions.replace(tx, session, { hasSecondFactor, confirmedAt });
      },
    );
  }

  /** The session goes on under a new token: after everything that changes what it may do. */
  async renew(token: string): Promise<SignedIn> {
    const session = await this.sessions.require(token);
    return this.dataSource.transaction(async (tx) => {
      await lockUser(tx, session.userId);
      return this.sessions.replace(tx, session);
    });
  }

  /** Ends the session of the token; one that has ended already stays so. */
  async signOut(token: string): Promise<void> {
    const session = await this.sessions.find(token);
    if (session === undefined) return;
    await this.sessions.close(session);
  }

  /** Whether nobody has ended the sign-in of that moment since, whatever its token is by now. */
  isSignedInSince(userId: number, signedInAt: Date): Promise<boolean> {
    return this.sessions.isStanding(userId, signedInAt);
  }

  /** Undefined when it is no token of ours that counts now. */
  tokenOf(bearer: string, origin: Origin): Promise<TokenUse | undefined> {
    return this.tokens.use(bearer, origin);
  }

  /** Whether a token that was used earlier still counts. */
  isTokenInForce(tokenId: number): Promise<boolean> {
    return this.tokens.isInForce(tokenId);
  }
}
