import type { RequestState } from '../payment/request-state.js';
import type { Statement } from './statement.js';

export type PayingBodyKind = 'nagari' | 'opd';

/** What has to be done about something, and by whom; roles as people call them. */
export interface Task {
  readonly who: string;
  readonly what: string;
  /** What it says for programs; left out where it is no sentence of the catalogue's own. */
  readonly todo?: Pick<Statement, 'code' | 'facts'>;
}

/** A task as a sentence of the catalogue. */
export function task(who: string, { code, facts, text }: Statement): Task {
  return { who, what: text, todo: { code, facts } };
}

type Part = 'prepares' | 'verifies' | 'approves' | 'releases';

/** Who takes which step, by kind of paying body (Permendagri 20/2018 for a nagari, 77/2020 for an OPD). */
const offices = {
  nagari: {
    prepares: 'operator nagari (Kasi)',
    verifies: 'sekretaris nagari',
    approves: 'wali nagari',
    releases: 'kaur keuangan',
  },
  opd: {
    prepares: 'PPTK',
    verifies: 'PPK-SKPD',
    approves: 'KPA',
    releases: 'bendahara pengeluaran',
  },
} as const satisfies Record<PayingBodyKind, Record<Part, string>>;

/** The step a request waits for: its name, its command, and whose it is. */
export interface NextStep {
  readonly name: string;
  readonly command: string;
  readonly who: string;
}

const stepsAhead: Readonly<
  Partial<Record<RequestState, { readonly name: string; readonly command: string; readonly part: Part }>>
> = {
  draft: { name: 'ajukan', command: 'submit', part: 'prepares' },
  submitted: { name: 'verifikasi', command: 'verify', part: 'verifies' },
  verified: { name: 'setujui', command: 'approve', part: 'approves' },
  approved: { name: 'cairkan', command: 'release', part: 'releases' },
};

/** Undefined for a request whose money has left, or that was given up. */
export function nextStep(state: RequestState, kind: PayingBodyKind): NextStep | undefined {
  const step = stepsAhead[state];
  return step && { name: step.name, command: step.command, who: offices[kind][step.part] };
}

/** Who does a part in the office of a paying body. */
export function personFor(kind: PayingBodyKind, part: Part): string {
  return offices[kind][part];
}
