import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { generateURI } from 'otplib';
import { DataSource } from 'typeorm';
import {
  formatRecoveryCode,
  readRecoveryCode,
  RECOVERY_CODE_BYTES,
  RECOVERY_CODES,
} from '../../core/identity/recovery-code.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { AccessTokensRepository } from './access-tokens.repository.js';
import { IdentityAccessService } from './identity-access.service.js';
import { IdentityLogService, type Actor, type Origin } from './identity-log.service.js';
import { SecondFactorCheckService } from './second-factor-check.service.js';
import { SecondFactorsRepository } from './second-factors.repository.js';
import { SessionsService, type Session, type SignedIn } from './sessions.service.js';
import { lockUser } from './user-lock.js';

/** What an authenticator needs to be told: typed by hand, or read from a QR code of the URI. */
export interface AuthenticatorSecret {
  readonly secret: string;
  readonly uri: string;
}

const ISSUER = 'Honor Kader';

/** Sets up, replaces and takes away second factors. */
@Injectable()
export class SecondFactorService {
  @Inject() private readonly allowed!: IdentityAccessService;
  @Inject() private readonly tokens!: AccessTokensRepository;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: SecondFactorsRepository,
    private readonly codes: SecondFactorCheckService,
    private readonly sessions: SessionsService,
    private readonly log: IdentityLogService,
    private readonly clock: Clock,
  ) {}

  async stateOf(
    userId: number,
  ): Promise<{ readonly isConfirmed: boolean; readonly recoveryCodesLeft: number }> {
    this.allowed.requireOwnOrReader(userId);
    const secret = await this.repository.secretOf(this.dataSource, userId, 'confirmed');
    const recoveryCodesLeft = await this.repository.codesLeft(this.dataSource, userId);
    return { isConfirmed: secret !== undefined, recoveryCodesLeft };
  }

  /**
   * A new secret, which counts after its first code. Who has an authenticator already must have used it.
   *
   * @throws DomainError `identity.confirm-again`, `identity.second-factor-needed`
   */
  async begin(session: Session): Promise<AuthenticatorSecret> {
    this.allowed.requireOneself(session.userId);
    this.sessions.requireRecent(session);
    return this.dataSource.transaction(async (tx) => {
      await lockUser(tx, session.userId);
      await this.requireOwnFactor(tx, session);
      const { secret, sealed } = this.codes.newSecret();
      await this.repository.begin(tx, session.userId, sealed, this.clock.now());
      return { secret, uri: generateURI({ issuer: ISSUER, label: session.username, secret }) };
    });
  }

  /**
   * Takes the first code of the begun secret: it counts from now on, an older one no longer, other sessions end, and
   * this one goes on under a new token with a second factor.
   *
   * @throws DomainError `identity.second-factor-...`, `identity.confirm-again`
   */
  async confirm(
    session: Session,
    code: string,
    origin: Origin,
  ): Promise<SignedIn & { readonly recoveryCodes: readonly string[] }> {
    this.allowed.requireOneself(session.userId);
    this.sessions.requireRecent(session);
    const { userId } = session;
    return this.dataSource.transaction(async (tx) => {
      await lockUser(tx, userId);
      await this.requireOwnFactor(tx, session);
      const begun = await this.repository.secretOf(tx, userId, 'begun');
      if (begun === undefined) throw new DomainError('conflict', 'identity.second-factor-not-begun', {});
      const step = this.codes.stepOf(begun, code.replace(/\s/g, ''));
      if (step === undefined) throw new DomainError('invalid', 'identity.second-factor-code-wrong', {});
      await this.repository.endSecrets(tx, userId, 'confirmed', this.clock.now());
      await this.repository.confirm(tx, begun.id, step, this.clock.now());
      const recoveryCodes = await this.makeCodes(tx, userId);
      await this.sessions.endAllIn(tx, userId, 'second-factor-changed', session.id);
      await this.log.record(tx, { ...origin, what: 'second-factor-set', userId, actorId: userId });
      const signedIn = await this.sessions.replace(tx, session, { hasSecondFactor: true });
      return { ...signedIn, recoveryCodes };
    });
  }

  /** New recovery codes instead of all before. @throws DomainError `identity.confirm-again`, `identity.second-factor-needed` */
  async newRecoveryCodes(session: Session, origin: Origin): Promise<readonly string[]> {
    this.allowed.requireOneself(session.userId);
    this.sessions.requireRecent(session);
    const { userId } = session;
    if (!session.hasSecondFactor) throw new DomainError('forbidden', 'identity.second-factor-needed', {});
    return this.dataSource.transaction(async (tx) => {
      await lockUser(tx, userId);
      await this.log.record(tx, { ...origin, what: 'recovery-codes-made', userId, actorId: userId });
      return this.makeCodes(tx, userId);
    });
  }

  /**
   * Takes the second factor away from somebody who lost it, maybe with a device. Her sessions and tokens end.
   *
   * @throws DomainError `identity.needs-another-person`, `identity.reason-empty`, `identity.second-factor-missing`
   */
  async reset(userId: number, by: Actor, reason: string): Promise<void> {
    this.allowed.requireAdministrator(by);
    if (by.userId === userId) throw new DomainError('forbidden', 'identity.needs-another-person', {});
    const detail = reason.trim();
    if (detail === '') throw new DomainError('invalid', 'identity.reason-empty', {});
    await this.dataSource.transaction(async (tx) => {
      await lockUser(tx, userId);
      const now = this.clock.now();
      const ended = await this.repository.endSecrets(tx, userId, 'all', now);
      if (ended === 0) throw new DomainError('conflict', 'identity.second-factor-missing', {});
      await this.repository.replaceCodes(tx, userId, [], now);
      await this.sessions.endAllIn(tx, userId, 'second-factor-reset');
      await this.tokens.revokeAll(tx, userId, now);
      await this.log.record(tx, { ...by, what: 'second-factor-reset', userId, actorId: by.userId, detail });
    });
  }

  private async requireOwnFactor(tx: Tx, { userId, hasSecondFactor }: Session): Promise<void> {
    if (hasSecondFactor || (await this.repository.secretOf(tx, userId, 'confirmed')) === undefined) return;
    throw new DomainError('forbidden', 'identity.second-factor-needed', {});
  }

  private async makeCodes(tx: Tx, userId: number): Promise<readonly string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () =>
      formatRecoveryCode(randomBytes(RECOVERY_CODE_BYTES)),
    );
    const digests = codes.map((code) => {
      const stored = readRecoveryCode(code);
      invariant(stored !== undefined, 'a code we made can be read');
      return this.codes.digestOf(userId, stored);
    });
    await this.repository.replaceCodes(tx, userId, digests, this.clock.now());
    return codes;
  }
}
