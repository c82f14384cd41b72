import { Module } from '@nestjs/common';
import { LedgerExportService } from './ledger-export.service.js';
import { LedgerVerificationService } from './ledger-verification.service.js';
import { LedgerRepository } from './ledger.repository.js';
import { LedgerService } from './ledger.service.js';

@Module({
  providers: [LedgerRepository, LedgerService, LedgerVerificationService, LedgerExportService],
  exports: [LedgerService, LedgerVerificationService, LedgerExportService],
})
export class LedgerModule {}
