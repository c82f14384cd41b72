import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { AccessTokensRepository } from './access-tokens.repository.js';
import { LinksRepository } from './links.repository.js';

/** Every way in that is not a session. */
@Injectable()
export class WaysInRepository {
  constructor(
    private readonly tokens: AccessTokensRepository,
    private readonly links: LinksRepository,
  ) {}

  async endAll(tx: Tx, userId: number, now: Date): Promise<void> {
    await this.tokens.revokeAll(tx, userId, now);
    await this.links.endAll(tx, userId, now);
  }
}
