import { accessMessages } from './access.js';
import { activityMessages } from './activity.js';
import { approvalMessages } from './approval.js';
import { activityTypeMessages } from './activity-type.js';
import { auditMessages } from './audit.js';
import { bidangMessages } from './bidang.js';
import { bookMessages } from './book.js';
import { bp21Messages } from './bp21.js';
import { controlMessages } from './control.js';
import { databaseMessages } from './database.js';
import { deductionMessages } from './deduction.js';
import { demoMessages } from './demo.js';
import { documentMessages } from './document.js';
import { formatsMessages } from './formats.js';
import { fundingMessages } from './funding.js';
import { heirMessages } from './heir.js';
import { honorMessages } from './honor.js';
import { httpMessages } from './http.js';
import { identityMessages } from './identity.js';
import { importMessages } from './import.js';
import { jobMessages } from './job.js';
import { ledgerMessages } from './ledger.js';
import { overpaymentMessages } from './overpayment.js';
import { paymentMessages } from './payment.js';
import { policyMessages } from './policy.js';
import { proofMessages } from './proof.js';
import { referralMessages } from './referral.js';
import { regionMessages } from './region.js';
import { reportMessages } from './report.js';
import { rosterMessages } from './roster.js';
import { sheetMessages } from './sheet.js';
import { userMessages } from './user.js';
import { privacyMessages } from './privacy.js';
import { vaultMessages } from './vault.js';
import { yearEndMessages } from './year-end.js';

/**
 * The wording of every error, in Bahasa Indonesia: what is wrong and what to do. One map; a code that is
 * not here does not compile, and `{name}` in a text is a fact that the error must bring.
 */
export const messages = {
  ...accessMessages,
  ...activityMessages,
  ...approvalMessages,
  ...activityTypeMessages,
  ...auditMessages,
  ...bidangMessages,
  ...bookMessages,
  ...bp21Messages,
  ...controlMessages,
  ...databaseMessages,
  ...deductionMessages,
  ...demoMessages,
  ...documentMessages,
  ...formatsMessages,
  ...fundingMessages,
  ...heirMessages,
  ...honorMessages,
  ...httpMessages,
  ...identityMessages,
  ...importMessages,
  ...jobMessages,
  ...ledgerMessages,
  ...overpaymentMessages,
  ...paymentMessages,
  ...policyMessages,
  ...proofMessages,
  ...referralMessages,
  ...regionMessages,
  ...reportMessages,
  ...rosterMessages,
  ...sheetMessages,
  ...userMessages,
  ...privacyMessages,
  ...vaultMessages,
  ...yearEndMessages,
} as const;

export type ErrorCode = keyof typeof messages;

type FactNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | FactNames<Rest>
  : never;

/** What an error is about. A bigint is money and is shown as rupiah. */
export type Fact = string | number | bigint;

/** The facts that the wording of a code asks for, by name. */
export type FactsOf<Code extends ErrorCode> = Readonly<Record<FactNames<(typeof messages)[Code]>, Fact>>;
