import type { PlainDate } from '../../shared/plain-date.js';
import type { Rupiah } from '../../shared/rupiah.js';
import type { ServiceMonth } from '../../shared/service-month.js';
import type { Task } from '../office.js';
import type { Statement } from '../statement.js';
import type { ExplainedStep } from './describe-stored-reason.js';
import type { AppointmentRow, AttendedRow, PolicyRow } from './facts.js';

/** One calculation of a component: the first, or a correction with what made it differ. */
export interface ExplainedRevision {
  readonly revision: number;
  readonly calculatedOn: PlainDate;
  readonly amount: Rupiah;
  readonly policy: PolicyRow;
  readonly steps: readonly ExplainedStep[];
  /** Of a correction: steps that no longer hold, steps that hold now, and why nothing is left when nothing is. */
  readonly change: {
    readonly gone: readonly string[];
    readonly come: readonly string[];
    readonly because: readonly string[];
  } | null;
}

export interface ExplainedComponent {
  readonly code: string;
  readonly name: string;
  readonly amount: Rupiah;
  readonly revisions: readonly ExplainedRevision[];
}

/** What one budget line carries of her month, and what of it is paid. */
export interface ExplainedSource {
  readonly source: string;
  readonly payer: string;
  readonly amount: Rupiah;
  readonly paid: Rupiah;
  readonly owed: Rupiah;
  /** Why what is owed is not paid; empty when nothing is. */
  readonly unpaid: readonly { readonly amount: Rupiah; readonly reason: Statement; readonly task: Task }[];
}

export interface ExplainedPayment {
  readonly number: string;
  readonly state: string;
  readonly payer: string;
  readonly months: string;
  readonly steps: readonly { readonly on: PlainDate; readonly text: string }[];
  readonly gross: Rupiah;
  readonly net: Rupiah | null;
  /** Gross less net; null until it is known. */
  readonly deductions: Rupiah | null;
  /** Each of them with its decree; a premium that somebody else bears takes nothing off. */
  readonly deducted: readonly { readonly text: string; readonly amount: Rupiah }[];
  readonly reference: string | null;
  /** Masked. */
  readonly account: string;
  readonly outcome: string;
}

/** An entry of the ledger about her month, and the command that proves it to anybody. */
export interface ExplainedEntry {
  readonly what: string;
  readonly on: PlainDate;
  readonly batch: number;
  readonly sequence: number;
  readonly position: bigint;
  readonly proveWith: string;
}

/** The whole answer: why this amount, or why not paid, and what to do. */
export interface Explanation {
  readonly kader: {
    readonly id: number;
    readonly name: string;
    /** Masked. */
    readonly nik: string;
    readonly nagariCode: string;
    readonly nagariName: string;
    readonly deceasedOn: PlainDate | null;
    /** The heir whose record counts; null = none is recorded. */
    readonly heir: { readonly name: string; readonly isConfirmed: boolean } | null;
    /** Masked; of the account in force. */
    readonly account: string | null;
  };
  readonly month: ServiceMonth;
  readonly askedOn: PlainDate;
  readonly answer: Statement;
  readonly amount: Rupiah;
  readonly paid: Rupiah;
  readonly owed: Rupiah;
  readonly appointments: readonly AppointmentRow[];
  readonly attended: readonly AttendedRow[];
  readonly components: readonly ExplainedComponent[];
  readonly exclusions: readonly {
    readonly component: string | null;
    readonly reason: Statement;
    readonly task: Task;
  }[];
  readonly sources: readonly ExplainedSource[];
  readonly payments: readonly ExplainedPayment[];
  readonly ledger: readonly ExplainedEntry[];
  readonly tasks: readonly Task[];
}
