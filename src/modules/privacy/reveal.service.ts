import { Injectable } from '@nestjs/common';
import { DomainError } from '../../core/shared/domain-error.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { AskedPerson } from './disclosures.repository.js';
import { DisclosuresService, type DisclosureWish } from './disclosures.service.js';
import { RevealedRepository, type RevealedAccount } from './revealed.repository.js';

export type RevealedField = 'nik' | 'account';

/** One number of a kader, whole. */
export interface Revealed {
  readonly kaderId: number;
  readonly name: string;
  readonly field: RevealedField;
  /** Null when the account was asked for. */
  readonly nik: string | null;
  /** The account in force and one that waits; none when the NIK was asked for. */
  readonly accounts: readonly RevealedAccount[];
}

/** Shows one full number of a kader to somebody who says why. */
@Injectable()
export class RevealService {
  constructor(
    private readonly disclosures: DisclosuresService,
    private readonly repository: RevealedRepository,
  ) {}

  /** @throws DomainError `privacy.no-account`, and as `DisclosuresService.disclose` */
  reveal(wish: DisclosureWish, field: RevealedField): Promise<Revealed> {
    return this.disclosures.disclose(wish, { what: field, operation: 'kader.reveal' }, (tx, person) =>
      field === 'nik' ? this.nikOf(tx, person) : this.accountsOf(tx, person),
    );
  }

  private async nikOf(tx: Tx, { id, name }: AskedPerson): Promise<Revealed> {
    return { kaderId: id, name, field: 'nik', nik: await this.repository.nik(tx, id), accounts: [] };
  }

  private async accountsOf(tx: Tx, { id, name }: AskedPerson): Promise<Revealed> {
    const accounts = await this.repository.accounts(tx, id);
    if (accounts.length === 0) throw new DomainError('missing', 'privacy.no-account', { name });
    return { kaderId: id, name, field: 'account', nik: null, accounts };
  }
}
