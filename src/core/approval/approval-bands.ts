import type { RequestState } from '../payment/request-state.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';

/** The steps that can wait for more signatures, or be taken for somebody who is away. */
export const signedSteps = ['verify', 'approve', 'release'] as const;
export type SignedStep = (typeof signedSteps)[number];

/** The state that each step leads to. */
export const stateAfter = {
  verify: 'verified',
  approve: 'approved',
  release: 'disbursing',
} as const satisfies Record<SignedStep, RequestState>;

/** The state in which a request waits for the step, and its further signatures are given. */
const stateBefore = {
  verify: 'submitted',
  approve: 'verified',
  release: 'approved',
} as const satisfies Record<SignedStep, RequestState>;

/** So many different people sign as this function ("Camat") before the step is taken. */
export interface RequiredSignature {
  readonly step: SignedStep;
  readonly function: string;
  readonly signers: number;
}

/** What a gross of this amount or more asks for. */
export interface ApprovalBand {
  readonly from: Rupiah;
  readonly signatures: readonly RequiredSignature[];
}

/** The bands of a scope for a time, with the law they stand on; nobody is asked for below the first band. */
export interface ApprovalBandSet {
  /** A region's code, or the code of one OPD. */
  readonly scope: string;
  /** Whose requests: those of the nagari of the region, or of its OPD. */
  readonly appliesTo: 'nagari' | 'opd';
  readonly name: string;
  readonly legalBasis: { readonly number: string; readonly date: PlainDate; readonly title: string };
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  /** Lowest first; each asks for at least what the one before asks for. */
  readonly bands: readonly ApprovalBand[];
}

/** The step that a request waits for in this state, if more signatures can be asked for it. */
export function stepAfter(state: RequestState): SignedStep | undefined {
  return signedSteps.find((step) => stateBefore[step] === state);
}

/** Functions are the same whatever their letters and spaces. */
export function functionKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
