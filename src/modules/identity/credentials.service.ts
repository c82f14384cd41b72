import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { normalizePassword, requireGoodPassword } from '../../core/identity/password-rules.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { Tx } from '../../platform/database/transaction.js';
import { PasswordHasher } from '../../platform/secrets/password-hasher.js';
import { CommonPasswords } from './common-passwords.js';
import { CredentialsRepository, type Account } from './credentials.repository.js';
import { IdentityAccessService } from './identity-access.service.js';
import { IdentityLogService, type Origin } from './identity-log.service.js';
import { ProofService } from './proof.service.js';
import { SessionsService, type Session } from './sessions.service.js';

/** The hash of a password that was held against the rules. */
export type CheckedHash = string & { readonly checked: unique symbol };

/** Sets and changes passwords. */
@Injectable()
export class CredentialsService {
  @Inject() private readonly allowed!: IdentityAccessService;
  @Inject() private readonly dataSource!: DataSource;

  constructor(
    private readonly repository: CredentialsRepository,
    private readonly hasher: PasswordHasher,
    private readonly common: CommonPasswords,
    private readonly sessions: SessionsService,
    private readonly proofs: ProofService,
    private readonly log: IdentityLogService,
  ) {}

  /**
   * Changes the password of whoever holds the session, and ends her other sessions.
   *
   * @throws DomainError as `signIn` for the current password and code, `identity.password-...` for the new one
   */
  async change(
    session: Session,
    change: Origin & {
      readonly current: string;
      readonly code?: string | undefined;
      readonly password: string;
    },
  ): Promise<void> {
    this.allowed.requireOneself(session.userId);
    const { current, code, password, address, agent } = change;
    const isSame = normalizePassword(current) === normalizePassword(password);
    if (isSame) throw new DomainError('invalid', 'identity.password-same', {});
    const hash = await this.checkedHash(password, session);
    const { id: sessionId, username } = session;
    const proof = { username, password: current, code, address, agent, sessionId };
    await this.proofs.prove(proof, async (tx) => {
      await this.save(tx, session.userId, hash);
      await this.sessions.endAllIn(tx, session.userId, 'password-changed', session.id);
      const { userId } = session;
      await this.log.record(tx, { what: 'password-changed', userId, actorId: userId, address, agent });
    });
  }

  /** Holds a new password against the rules and hashes it. @throws DomainError `identity.password-...` */
  async checkedHash(
    password: string,
    { username, fullName }: Pick<Account, 'username' | 'fullName'>,
  ): Promise<CheckedHash> {
    const places = await this.repository.regionNames(this.dataSource);
    requireGoodPassword(password, { username, fullName, places, common: this.common.all() });
    return (await this.hasher.hash(normalizePassword(password))) as CheckedHash;
  }

  /** Within the transaction of whatever allows it. */
  save(tx: Tx, userId: number, hash: CheckedHash): Promise<void> {
    return this.repository.save(tx, userId, hash);
  }
}
