import { CreateUsersAndRegions1790000000100 } from './1790000000100-create-users-and-regions.js';
import { CreateRoster1790000000200 } from './1790000000200-create-roster.js';
import { CreateActivities1790000000300 } from './1790000000300-create-activities.js';
import { CreateLedger1790000000400 } from './1790000000400-create-ledger.js';
import { CreatePoliciesAndFunding1790000000500 } from './1790000000500-create-policies-and-funding.js';
import { CreateEntitlements1790000000600 } from './1790000000600-create-entitlements.js';
import { CreatePaymentRequests1790000000700 } from './1790000000700-create-payment-requests.js';
import { ClosePeriods1790000000800 } from './1790000000800-close-periods.js';
import { TranchesAndCuts1790000000900 } from './1790000000900-tranches-and-cuts.js';
import { ApplicationRole1790000001000 } from './1790000001000-application-role.js';
import { FasterSealing1790000001100 } from './1790000001100-faster-sealing.js';
import { KaderTiers1790000001110 } from './1790000001110-kader-tiers.js';
import { PolicyScopes1790000001120 } from './1790000001120-policy-scopes.js';
import { LockBudgetsWeakly1790000001130 } from './1790000001130-lock-budgets-weakly.js';
import { Deductions1790000001200 } from './1790000001200-deductions.js';
import { Controls1790000001300 } from './1790000001300-controls.js';
import { Overpayments1790000001400 } from './1790000001400-overpayments.js';
import { CloseTheDoors1790000001500 } from './1790000001500-close-the-doors.js';
import { Heirs1790000001600 } from './1790000001600-heirs.js';
import { ApprovalBands1790000001700 } from './1790000001700-approval-bands.js';
import { Signatures1790000001710 } from './1790000001710-signatures.js';
import { YearEnd1790000001800 } from './1790000001800-year-end.js';
import { SixSpm1790000001900 } from './1790000001900-six-spm.js';
import { FasterSteps1790000002000 } from './1790000002000-faster-steps.js';
import { TaxPapers1790000002100 } from './1790000002100-tax-papers.js';
import { Identity1790000003000 } from './1790000003000-identity.js';
import { RoleGrants1790000003100 } from './1790000003100-role-grants.js';
import { IdempotentRequests1790000003110 } from './1790000003110-idempotent-requests.js';
import { RowLevelSecurity1790000003200 } from './1790000003200-row-level-security.js';
import { SealNiks1790000003300 } from './1790000003300-seal-niks.js';
import { SealAccountNumbers1790000003320 } from './1790000003320-seal-account-numbers.js';
import { MaskRemarks1790000003321 } from './1790000003321-mask-remarks.js';
import { Disclosures1790000003322 } from './1790000003322-disclosures.js';
import { Reseal1790000003330 } from './1790000003330-reseal.js';
import { AuditTrail1790000003340 } from './1790000003340-audit-trail.js';
import { AuditedTables1790000003341 } from './1790000003341-audited-tables.js';
import { PurgeAndReferringPosyandu1790000003350 } from './1790000003350-purge-and-referring-posyandu.js';
import { Jobs1790000003360 } from './1790000003360-jobs.js';
import { PagesOfRequests1790000003361 } from './1790000003361-pages-of-requests.js';
import { SeeRequestsByPayerFirst1790000003362 } from './1790000003362-see-requests-by-payer-first.js';
import { ReadersOfBands1790000003380 } from './1790000003380-readers-of-bands.js';
import { PageAnswers1790000003390 } from './1790000003390-page-answers.js';
import { NumberExports1790000003400 } from './1790000003400-number-exports.js';
import { ForgetByTheOwnerOnly1790000003401 } from './1790000003401-forget-by-the-owner-only.js';
import { KeepWhatIsChanged1790000003402 } from './1790000003402-keep-what-is-changed.js';
import { MaskPhones1790000003410 } from './1790000003410-mask-phones.js';
import { MaskFreeText1790000003411 } from './1790000003411-mask-free-text.js';
import { TokensOfJobs1790000003420 } from './1790000003420-tokens-of-jobs.js';
import { EndedJobs1790000003421 } from './1790000003421-ended-jobs.js';
import { Retention1790000003430 } from './1790000003430-retention.js';
import { PseudonymisedColumns1790000003431 } from './1790000003431-pseudonymised-columns.js';
import { LetPseudonymise1790000003432 } from './1790000003432-let-pseudonymise.js';
import { ForgetReasons1790000003433 } from './1790000003433-forget-reasons.js';
import { Pseudonymise1790000003434 } from './1790000003434-pseudonymise.js';
import { SeeKaderOneByOne1790000003440 } from './1790000003440-see-kader-one-by-one.js';
import { ReferralsByDay1790000003441 } from './1790000003441-referrals-by-day.js';
import { SignInsOfJobs1790000003450 } from './1790000003450-sign-ins-of-jobs.js';
import { KeyedFingerprints1790000003460 } from './1790000003460-keyed-fingerprints.js';
import { SupersedePolicies1790000003475 } from './1790000003475-supersede-policies.js';
import { DecemberBeforeItsEnd1790000003476 } from './1790000003476-december-before-its-end.js';
import { SupersedeDeductions1790000003477 } from './1790000003477-supersede-deductions.js';
import { LineTransfers1790000003480 } from './1790000003480-line-transfers.js';
import { AttendedInService1790000003485 } from './1790000003485-attended-in-service.js';
import { GuestsOfRegions1790000003486 } from './1790000003486-guests-of-regions.js';
import { CeilingUnits1790000003490 } from './1790000003490-ceiling-units.js';
import { NameKeys1790000003491 } from './1790000003491-name-keys.js';
import { ReadTheTrailInPart1790000003500 } from './1790000003500-read-the-trail-in-part.js';
import { UnknownOutcomes1790000003505 } from './1790000003505-unknown-outcomes.js';
import { ToldBlocks1790000003506 } from './1790000003506-told-blocks.js';

/** Every migration, oldest first. Listed by hand so that the compiled app and the tests run the same ones. */
export const migrations = [
  CreateUsersAndRegions1790000000100,
  CreateRoster1790000000200,
  CreateActivities1790000000300,
  CreateLedger1790000000400,
  CreatePoliciesAndFunding1790000000500,
  CreateEntitlements1790000000600,
  CreatePaymentRequests1790000000700,
  ClosePeriods1790000000800,
  TranchesAndCuts1790000000900,
  ApplicationRole1790000001000,
  FasterSealing1790000001100,
  KaderTiers1790000001110,
  PolicyScopes1790000001120,
  LockBudgetsWeakly1790000001130,
  Deductions1790000001200,
  Controls1790000001300,
  Overpayments1790000001400,
  CloseTheDoors1790000001500,
  Heirs1790000001600,
  ApprovalBands1790000001700,
  Signatures1790000001710,
  YearEnd1790000001800,
  SixSpm1790000001900,
  FasterSteps1790000002000,
  TaxPapers1790000002100,
  Identity1790000003000,
  RoleGrants1790000003100,
  IdempotentRequests1790000003110,
  RowLevelSecurity1790000003200,
  SealNiks1790000003300,
  SealAccountNumbers1790000003320,
  MaskRemarks1790000003321,
  Disclosures1790000003322,
  Reseal1790000003330,
  AuditTrail1790000003340,
  AuditedTables1790000003341,
  PurgeAndReferringPosyandu1790000003350,
  Jobs1790000003360,
  PagesOfRequests1790000003361,
  SeeRequestsByPayerFirst1790000003362,
  ReadersOfBands1790000003380,
  PageAnswers1790000003390,
  NumberExports1790000003400,
  ForgetByTheOwnerOnly1790000003401,
  KeepWhatIsChanged1790000003402,
  MaskPhones1790000003410,
  MaskFreeText1790000003411,
  TokensOfJobs1790000003420,
  EndedJobs1790000003421,
  Retention1790000003430,
  PseudonymisedColumns1790000003431,
  LetPseudonymise1790000003432,
  ForgetReasons1790000003433,
  Pseudonymise1790000003434,
  SeeKaderOneByOne1790000003440,
  ReferralsByDay1790000003441,
  SignInsOfJobs1790000003450,
  KeyedFingerprints1790000003460,
  SupersedePolicies1790000003475,
  DecemberBeforeItsEnd1790000003476,
  SupersedeDeductions1790000003477,
  LineTransfers1790000003480,
  AttendedInService1790000003485,
  GuestsOfRegions1790000003486,
  CeilingUnits1790000003490,
  NameKeys1790000003491,
  ReadTheTrailInPart1790000003500,
  UnknownOutcomes1790000003505,
  ToldBlocks1790000003506,
] as const;
