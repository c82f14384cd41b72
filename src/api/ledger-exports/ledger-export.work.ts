import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import { AuditPackService } from '../../modules/ledger/audit-pack.service.js';
import { LedgerExportService } from '../../modules/ledger/ledger-export.service.js';
import { packFolder } from '../../platform/files/tar-archive.js';
import { LongWork, type WorkAnswer, type Workplace } from '../jobs/long-work.js';
import type { LedgerExportWish } from './ledger-export.dto.js';

const files = {
  'audit-pack': { name: 'paket-audit.tar.gz', mediaType: 'application/gzip' },
  hledger: { name: 'ledger.journal', mediaType: 'text/plain; charset=utf-8' },
  beancount: { name: 'ledger.beancount', mediaType: 'text/plain; charset=utf-8' },
} as const;

/** Writes the ledger for those who audit it; it changes nothing, so it may be begun again. */
@Injectable()
export class LedgerExportWork extends LongWork<LedgerExportWish> {
  readonly kind = 'ledger-export';
  readonly attempts = 3;

  constructor(
    private readonly packs: AuditPackService,
    private readonly journals: LedgerExportService,
  ) {
    super();
  }

  operation() {
    return 'ledger.export' as const;
  }

  /** The whole ledger, however many years: always. */
  isLong(): boolean {
    return true;
  }

  /** Whoever may ask for it sees the whole ledger. @throws DomainError `ledger.pack-whole` */
  admit({ format, atPosition }: LedgerExportWish): void {
    // A pack is checked against the head of the chain, so it always reaches to its end.
    if (format === 'audit-pack' && atPosition !== undefined)
      throw new DomainError('invalid', 'ledger.pack-whole', {});
  }

  async run({ format, atPosition }: LedgerExportWish, { folder }: Workplace): Promise<WorkAnswer> {
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
