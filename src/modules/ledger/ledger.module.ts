import { Module } from '@nestjs/common';
import { AuditPackService } from './audit-pack.service.js';
import { LedgerAnchorService } from './ledger-anchor.service.js';
import { LedgerExportService } from './ledger-export.service.js';
import { LedgerVerificationService } from './ledger-verification.service.js';
import { LedgerRepository } from './ledger.repository.js';
import { LedgerService } from './ledger.service.js';

@Module({
  providers: [
    LedgerRepository,
    LedgerService,
    LedgerVerificationService,
    LedgerExportService,
    LedgerAnchorService,
    AuditPackService,
  ],
  exports: [LedgerService, LedgerVerificationService, LedgerExportService],
})
export class LedgerModule {}
