import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { maskNik } from '../../core/formats/mask.js';
import { checkHeir, type HeirRecord, type StatedHeir } from '../../core/kader/heir/check-heir.js';
import { checkHeirAccount } from '../../core/kader/heir/check-heir-account.js';
import { checkHeirConfirmation } from '../../core/kader/heir/check-heir-confirmation.js';
import type { Bank } from '../../core/kader/bank.js';
import { findTerm, type HeirTerms } from '../../core/kader/heir/heir-terms.js';
import { shownHeir, type ShownHeir } from '../../core/kader/heir/shown-heir.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { refuseAny } from '../../core/shared/refusals.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { Clock } from '../../platform/clock.js';
import { contentVersion } from '../../platform/content-version.js';
import type { Tx } from '../../platform/database/transaction.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { BanksService } from './banks.service.js';
import { HeirTermsService } from './heir-terms.service.js';
import { HeirsRepository, type KaderOfHeir, type StoredHeir } from './heirs.repository.js';

/** A kader who died and the records of her heirs, the one that counts first; NIK and accounts masked. */
export interface HeirsOfKader {
  readonly kader: { readonly name: string; readonly nik: string; readonly deceasedOn: PlainDate | null };
  readonly heirs: readonly ShownHeir[];
}

/** What the second person saw of the record that waits: all she was shown, or what she read on the papers. */
export interface SeenHeir {
  /** As `HeirsService.versionOf` tells them; any other is refused. */
  readonly versions?: readonly string[];
  readonly named?: { readonly name: string; readonly relation: string };
}

/** To whom goes what a kader earned until she died: recorded with proof by one person, confirmed by another. */
@Injectable()
export class HeirsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: HeirsRepository,
    private readonly terms: HeirTermsService,
    private readonly banks: BanksService,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /**
   * Records an heir; she counts instead of one recorded before, and waits for a second person. What the last record
   * says already is not recorded again.
   *
   * @throws Refusals with everything that is wrong; DomainError for a kader who is not on the roster
   */
  async record(kaderNik: string, stated: StatedHeir, by: number): Promise<HeirsOfKader> {
    await this.access.requireKader('heir.record', [kaderNik]);
    const banks = await this.banks.list();
    const terms = await this.terms.all();
    await this.dataSource.transaction(async (tx) => {
      const kader = await this.requireKader(tx, kaderNik);
      const checked = checkHeir(stated, kader, { terms, banks, today: today(this.clock) });
      if ('problems' in checked) {
        refuseAny(checked.problems);
        return;
      }
      const { heir } = checked;
      refuseAny(checkHeirAccount(heir, await this.repository.accountOwners(tx, kader.id, heir)));
      const [last] = await this.repository.ofKader(tx, kader.id);
      if (last !== undefined && saysTheSame(last, heir)) return;
      await this.repository.add(tx, kader.id, heir, { by, at: this.clock.now() });
    });
    return this.shown(kaderNik);
  }

  /**
   * Confirms the record that counts; from now on what the kader earned is paid to this heir.
   *
   * @param account the last four digits, or all, of the account that the second person saw
   * @throws DomainError when none waits, `by` recorded it, or another account or heir is meant
   */
  async confirm(kaderNik: string, account: string, by: number, seen: SeenHeir = {}): Promise<HeirsOfKader> {
    await this.access.requireKader('heir.confirm', [kaderNik]);
    const [terms, banks] = [await this.terms.all(), await this.banks.list()];
    await this.dataSource.transaction(async (tx) => {
      const kader = await this.requireKader(tx, kaderNik);
      const heirs = await this.repository.ofKader(tx, kader.id);
      if (seen.versions?.includes(versionOf(kader, heirs, terms, banks)) === false)
        throw new DomainError('stale', 'heir.changed-since-seen', { name: kader.name });
      const [last] = heirs;
      if (last === undefined) throw new DomainError('missing', 'heir.none', { name: kader.name });
      if (last.confirmer !== null) {
        throw new DomainError('conflict', 'heir.none-waiting', { name: kader.name });
      }
      checkHeirConfirmation(
        { ...last, kaderName: kader.name, deceasedOn: kader.deceasedOn },
        { by, account, ...(seen.named !== undefined && { named: resolved(seen.named, terms) }) },
      );
      refuseAny(checkHeirAccount(last, await this.repository.accountOwners(tx, kader.id, last)));
      await this.repository.confirm(tx, last.id, by, this.clock.now());
    });
    return this.shown(kaderNik);
  }

  /** @throws DomainError `heir.none`, or for a kader who is not on the roster */
  show(kaderNik: string): Promise<HeirsOfKader> {
    this.access.requireReading('roster.read');
    return this.shown(kaderNik);
  }

  /** Which version of what is shown is there now: every record of an heir makes another one. @throws as `show` */
  async versionOf(kaderNik: string): Promise<string> {
    const [terms, banks] = [await this.terms.all(), await this.banks.list()];
    const { kader, heirs } = await this.stored(kaderNik);
    return versionOf(kader, heirs, terms, banks);
  }

  private async shown(kaderNik: string): Promise<HeirsOfKader> {
    const [terms, banks] = [await this.terms.all(), await this.banks.list()];
    const { kader, heirs } = await this.stored(kaderNik);
    return shownHeirs(kader, heirs, terms, banks);
  }

  private stored(kaderNik: string): Promise<{ kader: KaderOfHeir; heirs: StoredHeir[] }> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const kader = await this.repository.findKader(tx, kaderNik);
      if (kader === undefined) throw unknown(kaderNik);
      const heirs = await this.repository.ofKader(tx, kader.id);
      if (heirs.length === 0) throw new DomainError('missing', 'heir.none', { name: kader.name });
      return { kader, heirs };
    });
  }

  private async requireKader(tx: Tx, nik: string): Promise<KaderOfHeir> {
    const kader = await this.repository.lockKader(tx, nik);
    if (kader === undefined) throw unknown(nik);
    return kader;
  }
}

function shownHeirs(
  { name, nik, deceasedOn }: KaderOfHeir,
  heirs: readonly StoredHeir[],
  terms: HeirTerms,
  banks: readonly Bank[],
): HeirsOfKader {
  const person = { name, nik: maskNik(nik), deceasedOn };
  return { kader: person, heirs: heirs.map((one, index) => shownHeir(one, index === 0, terms, banks)) };
}

// The numbers of the records tell apart what is masked alike.
function versionOf(
  kader: KaderOfHeir,
  heirs: readonly StoredHeir[],
  terms: HeirTerms,
  banks: readonly Bank[],
): string {
  return contentVersion([heirs.map(({ id }) => id), shownHeirs(kader, heirs, terms, banks)]);
}

/** A word that is no relation stays as it was typed, and is none of what waits. */
function resolved({ name, relation }: NonNullable<SeenHeir['named']>, { relations }: HeirTerms) {
  return { name, relation: findTerm(relations, relation)?.code ?? relation };
}

function unknown(nik: string): DomainError {
  return new DomainError('missing', 'roster.kader-unknown', { nik: maskNik(nik) });
}

function saysTheSame(last: StoredHeir, heir: HeirRecord): boolean {
  return Object.entries(heir).every(([field, value]) => last[field as keyof HeirRecord] === value);
}
