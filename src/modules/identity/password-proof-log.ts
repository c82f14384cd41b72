import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../core/shared/domain-error.js';
import type { Tx } from '../../platform/database/transaction.js';
import { PasswordHasher } from '../../platform/secrets/password-hasher.js';
import { CredentialsRepository, type KnownAccount } from './credentials.repository.js';
import { IdentityLogService, type Origin } from './identity-log.service.js';

/** What a try at a password leaves behind. */
@Injectable()
export class PasswordProofLog {
  constructor(
    private readonly dataSource: DataSource,
    private readonly credentials: CredentialsRepository,
    private readonly hasher: PasswordHasher,
    private readonly log: IdentityLogService,
  ) {}

  /** Records a refused try, and gives the refusal to throw. */
  async refused(userId: number | undefined, { address, agent }: Origin): Promise<DomainError> {
    const event = { what: 'sign-in-refused', userId, actorId: undefined, address, agent };
    await this.log.record(this.dataSource, event);
    return new DomainError('unauthenticated', 'identity.sign-in-refused', {});
  }

  /** Hashes the password anew when what a guess should cost has changed. */
  async refresh(tx: Tx, { userId, passwordHash }: KnownAccount, password: string): Promise<void> {
    if (!this.hasher.isOutdated(passwordHash)) return;
    await this.credentials.save(tx, userId, await this.hasher.hash(password));
  }
}
