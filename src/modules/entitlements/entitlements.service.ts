import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { accrualBatches } from '../../core/honor/accrual-batches.js';
import { calculateRegion } from '../../core/honor/calculate-region.js';
import { entitlementChanges } from '../../core/honor/entitlement-changes.js';
import type { Exclusion } from '../../core/honor/honor-line.js';
import { namePolicyChanges } from '../../core/honor/name-policy-changes.js';
import { otherPlaces } from '../../core/honor/other-places.js';
import { openDecember, refuseRunningMonths } from '../../core/honor/running-months.js';
import { purposes } from '../../core/privacy/purposes.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import { sumRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { lockFor } from '../../platform/database/lock-for.js';
import { Clock } from '../../platform/clock.js';
import { today } from '../../platform/today.js';
import { refreshStatistics } from '../../platform/database/refresh-statistics.js';
import type { Tx } from '../../platform/database/transaction.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { AccessService } from '../access/access.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { EntitlementsRepository, type SourceTotal } from './entitlements.repository.js';
import { HonorRulesService } from './honor-rules.service.js';
import { KaderFactsRepository, type NamedKaderFacts } from './kader-facts.repository.js';

export interface CalculationRequest {
  readonly regionCode: string;
  readonly months: readonly ServiceMonth[];
  readonly by: { readonly id: number; readonly username: string };
}

/** Whose honor would come out otherwise now. */
export interface OutdatedKader {
  readonly name: string;
  readonly nik: string;
}

interface NamedExclusion extends Exclusion {
  readonly kaderName: string;
  readonly nik: string;
  readonly nagariCode: string;
}

export interface CalculationReport {
  readonly calculationId: number;
  /** Kader with honor in these months, whether new or from an earlier calculation. */
  readonly kader: number;
  /** New lines and corrections; zero when nothing changed since the last calculation. */
  readonly changedLines: number;
  /** What this calculation added (or took off). */
  readonly changedGross: Rupiah;
  /** Everything entitled in the region for these months now. */
  readonly gross: Rupiah;
  readonly bySource: readonly SourceTotal[];
  readonly exclusions: readonly NamedExclusion[];
}

@Injectable()
export class EntitlementsService {
  @Inject() private readonly access!: AccessService;
  @Inject() private readonly vault!: FieldVault;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: EntitlementsRepository,
    private readonly kaderFacts: KaderFactsRepository,
    private readonly rules: HonorRulesService,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /**
   * Calculates the honor of a region for months that are over, stores what is new or different as
   * entitlements and accrues it in the ledger: all or nothing. Again without changes adds nothing.
   *
   * @throws Refusals when a rule is missing; DomainError when the region holds no kader or a month is not over
   */
  async calculate(request: CalculationRequest): Promise<CalculationReport> {
    this.access.requireRegion('honor.calculate', request.regionCode);
    refuseRunningMonths(request.months, today(this.clock));
    const report = await this.dataSource.transaction((tx) => this.calculateWithin(tx, request));
    await refreshStatistics(this.dataSource, ['honor_line', 'entitlement']);
    return report;
  }

  /**
   * The kader whose honor for these months would come out otherwise if it were calculated now: their roster,
   * activity or policy changed since. Nothing is stored.
   *
   * @throws Refusals when a rule is missing now
   */
  async outdated(
    tx: Tx,
    kaderIds: readonly number[],
    months: readonly ServiceMonth[],
  ): Promise<OutdatedKader[]> {
    const kader = await this.kaderFacts.ofKader(tx, kaderIds, months);
    const { rules } = await this.rules.load(tx);
    const { lines, exclusions } = calculateRegion(kader, months, rules);
    openDecember(lines, rules.policies, months, today(this.clock));
    const entitled = await this.repository.entitled(tx, kaderIds, months);
    const changed = new Set(entitlementChanges(lines, entitled, exclusions).map((change) => change.kaderId));
    return kader
      .filter((one) => changed.has(one.id))
      .map(({ name, sealedNik }) => ({ name, nik: this.vault.open(purposes.kaderNik, sealedNik) }));
  }

  private async calculateWithin(
    tx: Tx,
    { regionCode, months, by }: CalculationRequest,
  ): Promise<CalculationReport> {
    await lockFor(tx, 'honor-calculation');
    const kader = await this.kaderFacts.ofRegion(tx, regionCode, months);
    if (kader.length === 0) throw new DomainError('missing', 'honor.no-kader', { region: regionCode });
    const { rules, accountsOf } = await this.rules.load(tx);
    const kaderIds = kader.map((one) => one.id);
    const entitled = await this.repository.entitled(tx, kaderIds, months);
    const region = calculateRegion(kader, months, rules, otherPlaces(regionCode, entitled));
    const { exclusions } = region;
    const lines = openDecember(region.lines, rules.policies, months, today(this.clock));
    const changed = entitlementChanges(lines, entitled, exclusions);
    const changes = namePolicyChanges(changed, entitled, await this.rules.policyHistory(tx));
    const record = { regionCode, months, requestedBy: by.id, calculatedAt: this.clock.now() };
    const calculationId = await this.repository.insertCalculation(tx, record, changes);
    await this.repository.insertLines(tx, calculationId, changes);
    await this.repository.insertExclusions(tx, calculationId, exclusions);
    for (const batch of accrualBatches(calculationId, changes, accountsOf, today(this.clock))) {
      await this.ledger.post(tx, batch, by.username);
    }
    const bySource = await this.repository.totalsBySource(tx, regionCode, months);
    return {
      calculationId,
      kader: await this.repository.kaderCount(tx, regionCode, months),
      changedLines: changes.length,
      changedGross: sumRupiah(changes.map((change) => change.amount)),
      gross: sumRupiah(bySource.map((source) => source.gross)),
      bySource,
      exclusions: this.nameExclusions(exclusions, kader),
    };
  }

  private nameExclusions(
    exclusions: readonly Exclusion[],
    kader: readonly NamedKaderFacts[],
  ): NamedExclusion[] {
    const byId = new Map(kader.map((one) => [one.id, one]));
    return exclusions.map((exclusion) => {
      const one = byId.get(exclusion.kaderId);
      invariant(one !== undefined, 'only who was looked at is excluded');
      const nik = this.vault.open(purposes.kaderNik, one.sealedNik);
      return { ...exclusion, kaderName: one.name, nik, nagariCode: one.nagariCode };
    });
  }
}
