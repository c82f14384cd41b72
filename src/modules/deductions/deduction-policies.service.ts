import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ChosenTreatments } from '../../core/deduction/deduct.js';
import type {
  DeductionKind,
  DeductionPolicy,
  DeductionPolicyVersion,
} from '../../core/deduction/deduction-policy.js';
import { premiumTreatments, type PremiumTreatments } from '../../core/deduction/premium-months.js';
import { planDeductionSupersession, type NumberedVersion } from '../../core/deduction/plan-supersession.js';
import { choiceOn, treatmentsOn, versionOn } from '../../core/deduction/policy-in-force.js';
import { readDeductionPolicy } from '../../core/deduction/read-deduction-policy.js';
import { daysInForce, type Days } from '../../core/policy/days-in-force.js';
import { canonicalJson } from '../../core/shared/canonical-json.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { addDays, type PlainDate } from '../../core/shared/plain-date.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { Refusals } from '../../core/shared/refusals.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Part } from '../../platform/database/part.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { sha256 } from '../../platform/sha256.js';
import { AccessService } from '../access/access.service.js';
import { FundingSourcesService, type PayingBody } from '../funding-sources/funding-sources.service.js';
import {
  DeductionPoliciesRepository,
  type ChoiceKey,
  type MadeChoice,
  type PolicyKey,
  type StoredPolicy,
} from './deduction-policies.repository.js';
import { parsePolicyDocuments } from './parse-policy-documents.js';

export interface DeductionPolicyImport {
  readonly code: string;
  readonly version: number;
  readonly kind: DeductionKind;
  readonly name: string;
  /** False when exactly this document was imported before. */
  readonly isNew: boolean;
}

/** That a paying body uses a policy from a day on. */
export interface ChoiceCommand {
  readonly payer: string;
  readonly policy: string;
  readonly from: PlainDate;
  /** Why, or by which paper: an answer of the tax office, a decision of the nagari. */
  readonly note: string;
  readonly by: number;
}

export interface ChoiceOutcome {
  readonly payer: string;
  readonly kind: DeductionKind;
  readonly policy: string;
  readonly from: PlainDate;
  readonly note: string;
  /** False when this very choice is in force already. */
  readonly isNew: boolean;
}

/** A version with what became of it; the versions it replaced and that replaced it are of its code. */
export interface StandingDeductionPolicy extends DeductionPolicyVersion {
  readonly inForce: readonly Days[];
  readonly replaces: readonly number[];
  readonly replacedBy: readonly number[];
}

/** The treatments there are, and which paying body uses which since when. */
@Injectable()
export class DeductionPoliciesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: DeductionPoliciesRepository,
    private readonly funding: FundingSourcesService,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /**
   * Imports every document of a policy file as a new version, all or none. The same content again changes
   * nothing; an open version of the same code ends the day before.
   *
   * @throws Refusals with every problem of a document; DomainError when it overlaps another version
   */
  async importFile(path: string, by: number): Promise<DeductionPolicyImport[]> {
    this.access.requireInstallation('deduction.import');
    const documents = parsePolicyDocuments(await readFile(path, 'utf8'), basename(path));
    const policies = documents.map((document) => ({ document, policy: readDeductionPolicy(document) }));
    return this.dataSource.transaction(async (tx) => {
      await lockFor(tx, 'deduction-policy-import');
      const imported: DeductionPolicyImport[] = [];
      for (const { document, policy } of policies) imported.push(await this.store(tx, policy, document, by));
      return imported;
    });
  }

  /** Records a choice; the same again changes nothing. @throws DomainError */
  async choose(command: ChoiceCommand): Promise<ChoiceOutcome> {
    await this.access.requirePayer('deduction.choose', command.payer);
    const { payer, policy: code, from, by } = command;
    const note = command.note.trim().replace(/\s+/g, ' ');
    if (note === '') throw new DomainError('invalid', 'deduction.note-needed', {});
    return this.dataSource.transaction(async (tx) => {
      const body = await this.funding.payingBody(tx, payer);
      if (body === undefined) throw new DomainError('missing', 'deduction.payer-unknown', { payer });
      await lockFor(tx, `deduction-choice/${payer}`);
      const version = versionOn(await this.versions(tx), code, from);
      if (version === undefined) {
        throw new DomainError('missing', 'deduction.policy-unknown', { policy: code, on: from });
      }
      await this.requireBearer(tx, version.policy, body);
      const { kind } = version.policy.treatment;
      const choice = { kind, policy: code, from, note };
      const current = choiceOn(await this.repository.choicesOf(tx, body.id), kind, from);
      const isNew = current === undefined || canonicalJson(current) !== canonicalJson(choice);
      if (isNew) await this.repository.insertChoice(tx, body.id, choice, { by, at: this.clock.now() });
      return { payer, ...choice, isNew };
    });
  }

  /** What a paying body does on a day. @throws Refusals `deduction.not-chosen` for every kind it never chose */
  async treatmentsOf(tx: Tx, body: PayingBody, on: PlainDate): Promise<ChosenTreatments> {
    const choices = await this.repository.choicesOf(tx, body.id);
    const treatments = treatmentsOn(body.code, choices, await this.versions(tx), on);
    if ('problems' in treatments) throw new Refusals(treatments.problems);
    return treatments;
  }

  /** What a paying body had chosen for the premiums of months. @throws Refusals `deduction.policy-unknown` */
  async premiumsOf(
    tx: Tx,
    body: PayingBody,
    wish: { readonly months: readonly ServiceMonth[]; readonly on: PlainDate },
  ): Promise<PremiumTreatments> {
    const choices = await this.repository.choicesOf(tx, body.id);
    const treatments = premiumTreatments(body.code, choices, await this.versions(tx), wish);
    if ('problems' in treatments) throw new Refusals(treatments.problems);
    return treatments;
  }

  /** Every version there is, or a part of them, and the days it is in force. */
  async versions(
    database: Queryable = this.dataSource,
    part?: Part<PolicyKey>,
  ): Promise<StandingDeductionPolicy[]> {
    const rows = await this.repository.policies(database, part);
    const all = part === undefined ? rows : await this.repository.policies(database);
    const inForce = daysInForce(all.map(recorded));
    return rows.map(({ id, code, version, document, validTo, supersedes }) => ({
      id,
      version,
      // An open document may have been ended by its next version since.
      policy: { ...readDeductionPolicy(document), validTo },
      inForce: inForce.get(id) ?? [],
      replaces: all.filter((one) => supersedes.includes(one.id)).map((one) => one.version),
      replacedBy: all
        .filter((one) => one.code === code && one.supersedes.includes(id))
        .map((one) => one.version),
    }));
  }

  /** Every choice that was made, or a part of them. */
  choices(part?: Part<ChoiceKey>): Promise<MadeChoice[]> {
    return this.repository.allChoices(this.dataSource, part);
  }

  private async store(
    tx: Tx,
    policy: DeductionPolicy,
    document: object,
    by: number,
  ): Promise<DeductionPolicyImport> {
    const { code, name } = policy;
    const { kind } = policy.treatment;
    const text = canonicalJson(document);
    const hash = sha256(text).toString('hex');
    const versions = (await this.repository.policies(tx)).filter((stored) => stored.code === code);
    const same = versions.find((stored) => stored.sha256 === hash);
    if (same !== undefined) return { code, version: same.version, kind, name, isNew: false };
    requireKind(policy, versions);
    const open = versions.find(({ validTo, validFrom }) => validTo === null && validFrom < policy.validFrom);
    const isNamed = policy.supersedes?.versions.some((one) => one.version === open?.version) ?? false;
    if (open !== undefined && !isNamed) await this.repository.end(tx, open.id, addDays(policy.validFrom, -1));
    const supersedes = planDeductionSupersession(
      policy,
      (await this.repository.policies(tx)).filter((stored) => stored.code === code).map(recorded),
    );
    const version = versions.length + 1;
    const recorder = { by, at: this.clock.now() };
    await this.repository.insert(tx, policy, { version, document: text, sha256: hash, supersedes }, recorder);
    return { code, version, kind, name, isNew: true };
  }

  /** The body that is to bear a premium must be there, and be of the kind the policy says. */
  private async requireBearer(tx: Tx, { code, treatment }: DeductionPolicy, body: PayingBody): Promise<void> {
    if (treatment.kind !== 'bpjs' || treatment.rule.kind === 'none') return;
    const { payer, payingBody } = treatment.rule;
    if (payer === 'nagari' && body.kind !== 'nagari') {
      throw new DomainError('conflict', 'deduction.payer-is-no-nagari', { policy: code, payer: body.code });
    }
    if (payingBody === null) return;
    const bearer = await this.funding.payingBody(tx, payingBody);
    if (bearer?.kind === 'opd') return;
    throw new DomainError('missing', 'deduction.payer-is-no-office', { policy: code, body: payingBody });
  }
}

function requireKind({ code, treatment }: DeductionPolicy, versions: readonly StoredPolicy[]): void {
  const other = versions.find(({ kind }) => kind !== treatment.kind);
  if (other === undefined) return;
  const facts = { policy: code, before: other.kind, after: treatment.kind };
  throw new DomainError('conflict', 'deduction.kind-differs', facts);
}

/** As the rules of supersession look at it; none is ever withdrawn. */
function recorded({ id, version, validFrom, validTo, supersedes }: StoredPolicy): NumberedVersion {
  return { id, version, validFrom, validTo, supersedes, isWithdrawn: false };
}
