import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { normalizePassword, PASSWORD_LENGTH_MAX } from '../../core/identity/password-rules.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { Tx } from '../../platform/database/transaction.js';
import { PasswordHasher } from '../../platform/secrets/password-hasher.js';
import { CredentialsRepository, type Account, type KnownAccount } from './credentials.repository.js';
import { PasswordProofLog } from './password-proof-log.js';
import { SecondFactorCheckService, type CodeVerdict } from './second-factor-check.service.js';
import { SignInThrottleService } from './sign-in-throttle.service.js';
import type { Try } from './tried-subjects.service.js';
import { lockUser } from './user-lock.js';

/** What somebody gives to show who she is. */
export interface Proof extends Try {
  readonly password: string;
  /** Of the authenticator, or a recovery code. */
  readonly code?: string | undefined;
}

/** Who was proven to be there. */
export interface Proven {
  readonly userId: number;
  readonly hasSecondFactor: boolean;
}

/**
 * Proves a password and a code. Whoever is refused learns neither whether the user exists nor what was wrong, and a
 * name that nobody has costs the same work as one that somebody has.
 */
@Injectable()
export class ProofService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly credentials: CredentialsRepository,
    private readonly throttle: SignInThrottleService,
    private readonly codes: SecondFactorCheckService,
    private readonly hasher: PasswordHasher,
    private readonly passwordProof: PasswordProofLog,
  ) {}

  /**
   * Does `then` in the transaction in which the proof held.
   *
   * @throws DomainError `identity.sign-in-refused`, `identity.code-needed`, `identity.sign-in-blocked`
   */
  async prove<Result>(proof: Proof, then: (tx: Tx, proven: Proven) => Promise<Result>): Promise<Result> {
    const username = proof.username.trim().toLowerCase();
    const counted = await this.throttle.count({ ...proof, username });
    const account = await this.credentials.byUsername(this.dataSource, username);
    const known = await this.withRightPassword(account, proof.password);
    if (known === undefined) throw await this.passwordProof.refused(account?.userId, proof);
    const outcome = await this.dataSource.transaction(async (tx) => {
      await lockUser(tx, known.userId);
      const verdict = await this.verdictOn(tx, known, proof.code);
      if (verdict === 'wrong') return { verdict };
      if (verdict === 'needed') {
        await this.throttle.forgive(tx, counted);
        return { verdict };
      }
      await this.throttle.clear(tx, counted);
      await this.passwordProof.refresh(tx, known, normalizePassword(proof.password));
      const proven = { userId: known.userId, hasSecondFactor: verdict === 'right' };
      return { verdict, result: await then(tx, proven) };
    });
    if ('result' in outcome) return outcome.result;
    if (outcome.verdict === 'needed') throw new DomainError('unauthenticated', 'identity.code-needed', {});
    throw await this.passwordProof.refused(known.userId, proof);
  }

  // The hasher works in every case: the time it takes must not tell who has an account.
  private async withRightPassword(
    account: Account | undefined,
    password: string,
  ): Promise<KnownAccount | undefined> {
    const isHashable = password.length <= PASSWORD_LENGTH_MAX * 4;
    const stored = account?.isActive === true && isHashable ? (account.passwordHash ?? undefined) : undefined;
    const isRight = await this.hasher.verify(stored, isHashable ? normalizePassword(password) : '');
    if (!isRight || account === undefined || stored === undefined) return undefined;
    return { ...account, passwordHash: stored };
  }

  // Under the lock: the password may have been changed, or the user deactivated, while it was being checked.
  private async verdictOn(tx: Tx, known: KnownAccount, code: string | undefined): Promise<CodeVerdict> {
    const current = await this.credentials.byId(tx, known.userId);
    if (current?.isActive !== true || current.passwordHash !== known.passwordHash) return 'wrong';
    return this.codes.use(tx, known.userId, code);
  }
}
