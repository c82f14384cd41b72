import type { Person } from '../access/actor.js';
import { operations, type ActName } from '../access/operations.js';
import { covers, type Target } from '../access/scope.js';
import { stepAfter, type SignedStep } from '../approval/approval-bands.js';
import type { AwaitedSignature } from '../approval/missing-signatures.js';
import type { RequestState } from './request-state.js';

/** What must be known of a request to say whose turn it is. */
export interface RequestTurn {
  readonly state: RequestState;
  readonly payer: Extract<Target, { kind: 'payer' }>;
  /** Who prepared it, who took the steps before this one or signed besides, and those for whom that was done. */
  readonly handIds: readonly number[];
  /** The further signatures that its next step still waits for. */
  readonly missing: readonly AwaitedSignature[];
}

/** The step of a request that is for a person to take. */
export interface OwnStep {
  readonly step: 'submit' | SignedStep;
  /** What keeps her from it now: an earlier hand in this request is hers, others sign first, or no second factor. */
  readonly obstacle: 'another-hand' | 'signatures-missing' | 'second-factor' | undefined;
}

const operationOf = {
  submit: 'request.submit',
  verify: 'request.verify',
  approve: 'request.approve',
  release: 'request.release',
} as const satisfies Record<OwnStep['step'], ActName>;

/**
 * The next step of a request when it is this person's by role and scope; undefined when it waits for somebody else.
 * It is for showing whose turn it is: the step itself asks again, and knows of accounts and delegations too.
 */
export function ownStepOf(person: Person, turn: RequestTurn): OwnStep | undefined {
  const step = turn.state === 'draft' ? 'submit' : stepAfter(turn.state);
  if (step === undefined || !holds(person, operationOf[step], turn.payer)) return undefined;
  // A draft is submitted by the one who prepared it.
  const isHand = turn.handIds.includes(person.userId);
  if (step === 'submit') return isHand ? { step, obstacle: undefined } : undefined;
  return { step, obstacle: isHand ? 'another-hand' : obstacleOf(step, person, turn) };
}

function obstacleOf(step: SignedStep, person: Person, { missing }: RequestTurn): OwnStep['obstacle'] {
  if (missing.length > 0) return 'signatures-missing';
  const wantsSecondFactor = step === 'approve' || step === 'release';
  return wantsSecondFactor && !person.hasSecondFactor ? 'second-factor' : undefined;
}

/** Whether this person may send a request back to its draft now. */
export function mayReject(person: Person, { state, payer }: Pick<RequestTurn, 'state' | 'payer'>): boolean {
  return stepAfter(state) !== undefined && holds(person, 'request.reject', payer);
}

/** Whether this person may answer what the controls found in a request of this payer. */
export function mayAnswer(person: Person, { payer }: Pick<RequestTurn, 'payer'>): boolean {
  return holds(person, 'control.answer', payer);
}

/** Whether one of her roles allows this for a paying body. */
export function holds({ grants }: Person, name: ActName, target: Target): boolean {
  const roles: readonly string[] = operations[name].roles;
  return grants.some(({ role, scope }) => roles.includes(role) && covers(scope, target));
}
