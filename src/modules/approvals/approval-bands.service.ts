import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ApprovalBandSet } from '../../core/approval/approval-bands.js';
import { diffApprovalBands } from '../../core/approval/diff-approval-bands.js';
import { readApprovalBands } from '../../core/approval/read-approval-bands.js';
import { canonicalJson } from '../../core/shared/canonical-json.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { addDays, type PlainDate } from '../../core/shared/plain-date.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Part } from '../../platform/database/part.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { sha256 } from '../../platform/sha256.js';
import { AccessService } from '../access/access.service.js';
import { ApprovalBandsRepository, type BandKey, type BandSetRow } from './approval-bands.repository.js';
import { parseApprovalFile } from './parse-approval-file.js';

type Scope = Pick<ApprovalBandSet, 'scope' | 'appliesTo'>;

export interface BandImport extends Scope {
  readonly name: string;
  readonly version: number;
  /** False when exactly this document was imported before. */
  readonly isNew: boolean;
}

/** A version of the bands of a scope, with who imported it. */
export interface BandVersion extends Pick<BandSetRow, 'id' | 'version' | 'recordedBy' | 'recordedAt'> {
  readonly set: ApprovalBandSet;
}

/** The bands of amounts that ask for more signatures than the four, as data. */
@Injectable()
export class ApprovalBandsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: ApprovalBandsRepository,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /**
   * Imports a file as the next version of its scope. The same content again changes nothing; an open version of the
   * scope ends the day before.
   *
   * @throws Refusals with every problem of the document; DomainError when it overlaps another version
   */
  async importFile(path: string, by: number): Promise<BandImport> {
    const document = parseApprovalFile(await readFile(path, 'utf8'), basename(path));
    const set = readApprovalBands(document);
    this.access.requireRegion('approval.import', set.scope);
    return this.dataSource.transaction(async (tx) => {
      await lockFor(tx, 'approval-bands-import');
      return this.store(tx, set, document, by);
    });
  }

  /** Every version, or a part of them. */
  async list(part?: Part<BandKey>): Promise<BandVersion[]> {
    return (await this.repository.all(this.dataSource, part)).map(versionOf);
  }

  /** What one version says that another does not. @throws DomainError `approval.version-unknown` */
  async diff({ scope, appliesTo }: Scope, before: number, after: number): Promise<string[]> {
    const versions = (await this.list()).filter(
      ({ set }) => set.scope === scope && set.appliesTo === appliesTo,
    );
    const [old, now] = [before, after].map((wanted) => {
      const found = versions.find(({ version }) => version === wanted);
      if (found === undefined)
        throw new DomainError('missing', 'approval.version-unknown', {
          scope,
          version: `v${String(wanted)}`,
        });
      return found.set;
    }) as [ApprovalBandSet, ApprovalBandSet];
    return diffApprovalBands(old, now);
  }

  /** The versions that a request of this payer comes under when it is submitted on this day. */
  async inForce(database: Queryable, payingBodyId: number, on: PlainDate): Promise<BandVersion[]> {
    return (await this.repository.inForce(database, payingBodyId, on)).map(versionOf);
  }

  async byIds(database: Queryable, ids: readonly number[]): Promise<BandVersion[]> {
    return ids.length === 0 ? [] : (await this.repository.byIds(database, ids)).map(versionOf);
  }

  private async store(tx: Tx, set: ApprovalBandSet, document: unknown, by: number): Promise<BandImport> {
    const { scope, appliesTo, name } = set;
    await this.requireScope(tx, set);
    const text = canonicalJson(document);
    const hash = sha256(text).toString('hex');
    const versions = (await this.repository.all(tx)).filter(
      (row) => row.scope === scope && row.appliesTo === appliesTo,
    );
    const same = versions.find((row) => row.sha256 === hash);
    if (same !== undefined) return { scope, appliesTo, name, version: same.version, isNew: false };
    const open = versions.find(({ validFrom, validTo }) => validTo === null && validFrom < set.validFrom);
    refuseOverlap(
      set,
      versions.filter((row) => row !== open),
    );
    if (open !== undefined) await this.repository.end(tx, open.id, addDays(set.validFrom, -1));
    const version = versions.length + 1;
    const recorder = { by, at: this.clock.now() };
    await this.repository.insert(tx, set, { version, document: text, sha256: hash }, recorder);
    return { scope, appliesTo, name, version, isNew: true };
  }

  private async requireScope(tx: Tx, set: ApprovalBandSet): Promise<void> {
    const { scope } = set;
    if (await this.repository.isKnownScope(tx, set)) return;
    if (set.appliesTo === 'nagari' && (await this.repository.isKnownScope(tx, { ...set, appliesTo: 'opd' })))
      throw new DomainError('invalid', 'approval.scope-is-no-region', { scope });
    throw new DomainError('missing', 'approval.scope-unknown', { scope });
  }
}

function versionOf({ id, version, recordedBy, recordedAt, document, validTo }: BandSetRow): BandVersion {
  // An open document may have been ended by its next version since.
  return { id, version, recordedBy, recordedAt, set: { ...readApprovalBands(document), validTo } };
}

function refuseOverlap({ scope, validFrom, validTo }: ApprovalBandSet, others: readonly BandSetRow[]): void {
  const last = validTo ?? '9999-12-31';
  const other = others.find((row) => row.validFrom <= last && validFrom <= (row.validTo ?? '9999-12-31'));
  if (other === undefined) return;
  throw new DomainError('conflict', 'approval.bands-overlap', {
    scope,
    version: `v${String(other.version)}`,
    from: other.validFrom,
    to: other.validTo ?? 'seterusnya',
  });
}
