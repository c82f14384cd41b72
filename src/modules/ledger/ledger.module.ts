import { Module } from '@nestjs/common';
import { AuditPackService } from './audit-pack.service.js';
import { LedgerAnchorService } from './ledger-anchor.service.js';
import { LedgerBalanceService } from './ledger-balance.service.js';
import { LedgerExportService } from './ledger-export.service.js';
import { LedgerVerificationService } from './ledger-verification.service.js';
import { LedgerPeriodsRepository } from './ledger-periods.repository.js';
import { LedgerPeriodsService } from './ledger-periods.service.js';
import { LedgerReportsRepository } from './ledger-reports.repository.js';
import { LedgerReversalsRepository } from './ledger-reversals.repository.js';
import { LedgerReversalsService } from './ledger-reversals.service.js';
import { LedgerStreamRepository } from './ledger-stream.repository.js';
import { LedgerRepository } from './ledger.repository.js';
import { LedgerService } from './ledger.service.js';
import { PaymentProofRepository } from './payment-proof.repository.js';
import { PaymentProofService } from './payment-proof.service.js';

@Module({
  providers: [
    LedgerRepository,
    LedgerStreamRepository,
    LedgerReportsRepository,
    LedgerPeriodsRepository,
    LedgerReversalsRepository,
    LedgerReversalsService,
    LedgerPeriodsService,
    LedgerService,
    LedgerVerificationService,
    LedgerBalanceService,
    LedgerExportService,
    LedgerAnchorService,
    AuditPackService,
    PaymentProofRepository,
    PaymentProofService,
  ],
  exports: [
    LedgerAnchorService,
    LedgerBalanceService,
    LedgerService,
    LedgerPeriodsService,
    LedgerVerificationService,
    LedgerExportService,
    AuditPackService,
    PaymentProofService,
  ],
})
export class LedgerModule {}
