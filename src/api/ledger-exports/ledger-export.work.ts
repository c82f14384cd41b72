import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import { AccessService } from '../../modules/access/access.service.js';
import { AuditPackService } from '../../modules/ledger/audit-pack.service.js';
import { LedgerExportService } from '../../modules/ledger/ledger-export.service.js';
import { packFolder } from '../../platform/files/tar-archive.js';
import { LongWork, type WorkAnswer, type Workplace } from '../jobs/long-work.js';
import { standingFor } from '../jobs/standing-for.js';
import type { LedgerExportWish } from './ledger-export.dto.js';

type AskedExport = LedgerExportWish & {
  /** For what the asker held her roles, as `standingFor` says. */
  readonly standing: string;
};

const files = {
  'audit-pack': { name: 'paket-audit.tar.gz', mediaType: 'application/gzip' },
  hledger: { name: 'ledger.journal', mediaType: 'text/plain; charset=utf-8' },
  beancount: { name: 'ledger.beancount', mediaType: 'text/plain; charset=utf-8' },
} as const;

/** The kinds of file it makes. */
export const exportTypes = Object.values(files).map(({ mediaType }) => mediaType.replace(/;.*/, ''));

/** Writes the ledger for those who audit it; it changes nothing, so it may be begun again. */
@Injectable()
export class LedgerExportWork extends LongWork<AskedExport> {
  readonly kind = 'ledger-export';
  readonly attempts = 3;

  constructor(
    private readonly packs: AuditPackService,
    private readonly journals: LedgerExportService,
    private readonly access: AccessService,
  ) {
    super();
  }

  wishOf(wish: LedgerExportWish): AskedExport {
    const standing = standingFor(this.access.actor(), this.operation(wish));
    return wish.atPosition === undefined
      ? { format: wish.format, standing }
      : { format: wish.format, atPosition: wish.atPosition, standing };
  }

  /** A journal can be of some paying bodies; a pack is checked by its chain, which is whole. */
  operation({ format }: LedgerExportWish) {
    return format === 'audit-pack' ? 'ledger.pack' : 'ledger.export';
  }

  /** All years of the ledger: always. */
  isLong(): boolean {
    return true;
  }

  /**
   * What was made shows what she saw then, so it is hers as long as she sees the same.
   *
   * @throws DomainError `job.rights-changed`, `ledger.pack-whole`, or as `AccessService.requireReading`
   */
  admit(wish: AskedExport): void {
    const { format, atPosition, standing } = wish;
    const operation = this.operation(wish);
    this.access.requireReading(operation);
    if (standing !== standingFor(this.access.actor(), operation))
      throw new DomainError('forbidden', 'job.rights-changed', {});
    // A pack is checked against the head of the chain, so it always reaches to its end.
    if (format === 'audit-pack' && atPosition !== undefined)
      throw new DomainError('invalid', 'ledger.pack-whole', {});
  }

  async run(wish: AskedExport, { folder }: Workplace): Promise<WorkAnswer> {
    this.admit(wish);
    const { format, atPosition } = wish;
    invariant(folder !== undefined, 'an export is a job with a folder');
    const file = { ...files[format], path: join(folder, files[format].name) };
    if (format === 'audit-pack') {
      const pack = join(folder, 'paket');
      await mkdir(pack);
      await this.packs.write(pack);
      await packFolder(pack, file.path);
    } else {
      await this.journals.writeJournal(
        file.path,
        format,
        atPosition === undefined ? undefined : BigInt(atPosition),
      );
    }
    return { file };
  }
}
