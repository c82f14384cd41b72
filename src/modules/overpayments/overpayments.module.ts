import { Module } from '@nestjs/common';
import { FundingSourcesModule } from '../funding-sources/funding-sources.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { CaseDetailsReader } from './case-details.reader.js';
import { CashRecoveryService } from './cash-recovery.service.js';
import { CorrectedSharesRepository } from './corrected-shares.repository.js';
import { LineTransfersRepository } from './line-transfers.repository.js';
import { LineTransfersService } from './line-transfers.service.js';
import { OverpaymentPartsRepository } from './overpayment-parts.repository.js';
import { OverpaymentPlansService } from './overpayment-plans.service.js';
import { OverpaymentsRepository } from './overpayments.repository.js';
import { OverpaymentsService } from './overpayments.service.js';
import { SetOffService } from './set-off.service.js';

@Module({
  imports: [FundingSourcesModule, LedgerModule],
  providers: [
    OverpaymentsRepository,
    OverpaymentPartsRepository,
    OverpaymentsService,
    OverpaymentPlansService,
    CaseDetailsReader,
    CashRecoveryService,
    CorrectedSharesRepository,
    LineTransfersRepository,
    LineTransfersService,
    SetOffService,
  ],
  exports: [
    OverpaymentsService,
    OverpaymentPlansService,
    CashRecoveryService,
    LineTransfersService,
    SetOffService,
  ],
})
export class OverpaymentsModule {}
