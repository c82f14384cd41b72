import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { maskAccount, maskNik } from '../../core/formats/mask.js';
import { bankFinder } from '../../core/kader/bank.js';
import { checkAccountConfirmation } from '../../core/kader/check-account-confirmation.js';
import type { ExistingKader } from '../../core/kader/existing-kader.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { AccessService } from '../access/access.service.js';
import { BanksService } from './banks.service.js';
import { KaderRosterRepository } from './kader-roster.repository.js';

export interface ConfirmedAccount {
  readonly name: string;
  /** Only its last digits. */
  readonly account: string;
  readonly accountName: string;
}

export interface AccountConfirmation {
  readonly kaderNik: string;
  /** The last four digits, or all, of the account she means. */
  readonly account: string;
  readonly by: number;
}

/** Who is a kader, by which SK, and where her money goes. */
@Injectable()
export class KaderRosterService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: KaderRosterRepository,
    private readonly banks: BanksService,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly current: CurrentActor,
  ) {}

  /** The kader with these NIK, by NIK; a NIK that is not on the roster is not in the map. */
  kaderByNik(tx: Tx, niks: readonly string[]): Promise<Map<string, ExistingKader>> {
    return this.repository.kaderByNik(tx, niks);
  }

  /** The number of the kader with this NIK. @throws DomainError `roster.kader-unknown` */
  async idOf(nik: string): Promise<number> {
    const kader = (await this.repository.kaderByNik(this.dataSource.manager, [nik])).get(nik);
    if (kader !== undefined) return kader.id;
    throw new DomainError('missing', 'roster.kader-unknown', { nik: maskNik(nik) });
  }

  /**
   * The NIK of the kader with this number, for services that ask by NIK. Who is outside the scopes of whoever acts is
   * not there: a number does not tell whether another office has somebody by it.
   *
   * @throws DomainError `roster.number-unknown`
   */
  async nikOf(kader: number): Promise<string> {
    const nik = await this.current.look('roster.read', () => this.repository.nikOf(this.dataSource, kader));
    if (nik !== undefined) return nik;
    throw new DomainError('missing', 'roster.number-unknown', { kader });
  }

  /**
   * Puts a changed account in force.
   * @throws DomainError when nothing waits, when another account than the stated one waits, or when `by`
   * recorded the change
   */
  async confirmAccount({ kaderNik, account, by }: AccountConfirmation): Promise<ConfirmedAccount> {
    await this.access.requireKader('roster.confirm-account', [kaderNik]);
    const findBank = bankFinder(await this.banks.list());
    return this.dataSource.transaction(async (tx) => {
      const kader = (await this.repository.kaderByNik(tx, [kaderNik])).get(kaderNik);
      if (kader === undefined) {
        throw new DomainError('missing', 'roster.kader-unknown', { nik: maskNik(kaderNik) });
      }
      const pending = await this.repository.lockPendingAccount(tx, kader.id);
      if (pending === undefined) {
        throw new DomainError('missing', 'roster.no-account-change', { name: kader.name });
      }
      const { bankCode, number, accountName } = pending;
      const bank = findBank(bankCode)?.name ?? bankCode;
      checkAccountConfirmation({ ...pending, name: kader.name, bank }, { by, account });
      await this.repository.confirmAccount(tx, pending, by, this.clock.now());
      return { name: kader.name, account: maskAccount(number), accountName };
    });
  }
}
