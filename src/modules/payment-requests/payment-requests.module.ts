import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { ControlsModule } from '../controls/controls.module.js';
import { DeductionsModule } from '../deductions/deductions.module.js';
import { DisbursementsModule } from '../disbursements/disbursements.module.js';
import { EntitlementsModule } from '../entitlements/entitlements.module.js';
import { FundingSourcesModule } from '../funding-sources/funding-sources.module.js';
import { KaderRosterModule } from '../kader-roster/kader-roster.module.js';
import { OverpaymentsModule } from '../overpayments/overpayments.module.js';
import { PrivacyModule } from '../privacy/privacy.module.js';
import { RegionsModule } from '../regions/regions.module.js';
import { UsersModule } from '../users/users.module.js';
import { BankResultsService } from './bank-results.service.js';
import { ClaimSheetService } from './claim-sheet.service.js';
import { CountersignService } from './countersign.service.js';
import { PaymentFilesRepository } from './payment-files.repository.js';
import { PaymentFilesService } from './payment-files.service.js';
import { PaymentRequestRow } from './payment-request.row.js';
import { PaymentRequestStepsService } from './payment-request-steps.service.js';
import { PaymentRequestsRepository } from './payment-requests.repository.js';
import { PaymentRequestsService } from './payment-requests.service.js';
import { RecipientsListHeading } from './recipients-list-heading.js';
import { RequestBudgetRepository } from './request-budget.repository.js';
import { RequestCashService } from './request-cash.service.js';
import { RequestChangesRepository } from './request-changes.repository.js';
import { RequestDeductions } from './request-deductions.js';
import { RequestDetailsReader } from './request-details.js';
import { RequestEvidenceService } from './request-evidence.service.js';
import { RequestListService } from './request-list.service.js';
import { RequestPayables } from './request-payables.js';
import { RequestPayablesRepository } from './request-payables.repository.js';
import { RequestReservations } from './request-reservations.js';
import { RequestTurnsRepository } from './request-turns.repository.js';
import { RequestSignatures } from './request-signatures.js';
import { RequestSignaturesRepository } from './request-signatures.repository.js';
import { RequestScope } from './request-scope.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([PaymentRequestRow]),
    ApprovalsModule,
    ControlsModule,
    DeductionsModule,
    DisbursementsModule,
    EntitlementsModule,
    FundingSourcesModule,
    KaderRosterModule,
    OverpaymentsModule,
    PrivacyModule,
    RegionsModule,
    UsersModule,
  ],
  providers: [
    PaymentRequestsRepository,
    PaymentFilesRepository,
    RecipientsListHeading,
    RequestChangesRepository,
    RequestDeductions,
    RequestDetailsReader,
    RequestPayables,
    RequestPayablesRepository,
    RequestReservations,
    RequestSignatures,
    RequestSignaturesRepository,
    RequestEvidenceService,
    RequestListService,
    RequestTurnsRepository,
    CountersignService,
    RequestBudgetRepository,
    RequestScope,
    RequestCashService,
    PaymentRequestsService,
    ClaimSheetService,
    PaymentRequestStepsService,
    BankResultsService,
    PaymentFilesService,
  ],
  exports: [
    ClaimSheetService,
    CountersignService,
    RequestEvidenceService,
    RequestListService,
    PaymentRequestsService,
    PaymentRequestStepsService,
    RequestCashService,
    BankResultsService,
    PaymentFilesService,
  ],
})
export class PaymentRequestsModule {}
