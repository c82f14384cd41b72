import type { DeductionPolicy } from '../core/deduction/deduction-policy.js';
import type { Fact } from '../core/messages/catalog.js';
import type { AuditVerificationService } from '../modules/audit/audit-verification.service.js';
import type { BudgetBooksService } from '../modules/books/budget-books.service.js';
import type { CashBooksService } from '../modules/books/cash-books.service.js';
import type { LedgerBooksService } from '../modules/books/ledger-books.service.js';
import type { BudgetProofService } from '../modules/funding-sources/budget-proof.service.js';
import type { LedgerAnchorService } from '../modules/ledger/ledger-anchor.service.js';
import type { LedgerBalanceService } from '../modules/ledger/ledger-balance.service.js';
import type { LedgerVerificationService } from '../modules/ledger/ledger-verification.service.js';
import type { ActivityRecapService } from '../modules/reports/activity-recap.service.js';
import type { BudgetReportsService } from '../modules/reports/budget-reports.service.js';
import type { ExplanationService } from '../modules/reports/explanation.service.js';
import type { RosterListService } from '../modules/reports/roster-list.service.js';
import type { UnfundedService } from '../modules/reports/unfunded.service.js';
import type { ValidationService } from '../modules/reports/validation.service.js';

type Method = (...inputs: never[]) => Promise<unknown>;
type Drawing = (...inputs: never[]) => Promise<{ readonly data: object }>;

/** What a method answers, as data. */
interface Data<Answer> {
  readonly data: Answer;
}

type Report<Draw extends Drawing> = Data<Awaited<ReturnType<Draw>>['data']>;

interface BookOf<Answer> extends Data<Answer> {
  /** Where in the chain it was drawn. */
  readonly position: string;
  /** Hash of the chain there. */
  readonly hash: string;
}

type Book<Draw extends Drawing> = BookOf<Awaited<ReturnType<Draw>>['data']>;

/** A problem that was found, in words. */
interface FoundProblem {
  readonly code: string;
  readonly message: string;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** A check whose problems are told in words. */
export type Told<Check> = Omit<Check, 'problems'> & { readonly problems: readonly FoundProblem[] };

/**
 * What routes answer whose data the core makes: the types of the core are the fields of the answer. `npm run openapi`
 * writes them into `config/answer-schemas.json`, from where the OpenAPI document has them.
 */
export interface AnswerTypes {
  readonly ArrearsAnswer: Report<BudgetReportsService['arrears']>;
  readonly ForecastAnswer: Report<BudgetReportsService['forecast']>;
  readonly ValidationAnswer: Report<ValidationService['report']>;
  readonly RosterAnswer: Report<RosterListService['list']>;
  readonly RecapAnswer: Report<ActivityRecapService['recap']>;
  readonly UnfundedAnswer: Report<UnfundedService['unfunded']>;
  readonly YearEndAnswer: Report<UnfundedService['yearEnd']>;
  readonly GeneralBookAnswer: Book<CashBooksService['general']>;
  readonly BankBookAnswer: Book<CashBooksService['bank']>;
  readonly TaxBookAnswer: Book<CashBooksService['tax']>;
  readonly ClosingSheetAnswer: Book<CashBooksService['closing']>;
  readonly ActivityBookAnswer: Book<BudgetBooksService['activity']>;
  readonly RealisationAnswer: Book<BudgetBooksService['realisation']>;
  readonly TrialBalanceAnswer: Book<LedgerBooksService['trialBalance']>;
  readonly HonorCardAnswer: Book<LedgerBooksService['card']>;
  readonly BalancesAnswer: Data<{ readonly accounts: Answered<LedgerBalanceService['balances']> }>;
  readonly AnchorAnswer: Data<Answered<LedgerAnchorService['anchor']>>;
  readonly LedgerVerificationAnswer: Data<Told<Answered<LedgerVerificationService['verify']>>>;
  readonly TrailVerificationAnswer: Data<Told<Answered<AuditVerificationService['verify']>>>;
  readonly BudgetProofAnswer: Data<Told<Answered<BudgetProofService['prove']>>>;
  readonly DeductionRule: DeductionPolicy['treatment']['rule'];
  readonly ExplanationAnswer: { readonly explanation: Answered<ExplanationService['explain']> };
}

type Answered<Ask extends Method> = Awaited<ReturnType<Ask>>;

export type AnswerName = keyof AnswerTypes;
