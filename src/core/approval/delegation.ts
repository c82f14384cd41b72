import { DomainError } from '../shared/domain-error.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { SignedStep } from './approval-bands.js';

export const delegatedSteps = ['verify', 'approve', 'release', 'countersign'] as const;
export type DelegatedStep = SignedStep | 'countersign';

/** How people call what is delegated. */
export const delegatedStepNames = {
  verify: 'verifikasi',
  approve: 'setujui',
  release: 'cairkan',
  countersign: 'tanda tangan tambahan',
} as const satisfies Record<DelegatedStep, string>;

/** `plh`: pelaksana harian, in place of somebody who is away; `an`: atas nama, on behalf of somebody who is there. */
export const capacities = ['plh', 'an'] as const;
export type Capacity = (typeof capacities)[number];

interface Person {
  readonly id: number;
  readonly name: string;
}

/** That one person takes a step of one payer's requests for another, between two days, both counted. */
export interface Delegation {
  readonly from: Person;
  readonly to: Person;
  readonly step: DelegatedStep;
  /** The payer's code. */
  readonly payer: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
}

/** One that is recorded. */
export interface RecordedDelegation extends Delegation {
  readonly id: number;
  readonly isRevoked: boolean;
}

/**
 * Whether somebody may be given a mandate: by another than the delegate, not to oneself, for days in order; and of
 * one payer and step nobody both gives and has one on the same day, nor gives it to two.
 *
 * @throws DomainError
 */
export function assertMayDelegate(
  wish: Delegation,
  recordedBy: number,
  recorded: readonly RecordedDelegation[],
): void {
  const { from, to, validFrom, validTo } = wish;
  if (from.id === to.id)
    throw new DomainError('invalid', 'approval.delegation-to-self', { person: from.name });
  if (recordedBy === to.id)
    throw new DomainError('forbidden', 'approval.delegation-by-delegate', { person: to.name });
  if (validTo < validFrom)
    throw new DomainError('invalid', 'approval.delegation-dates-reversed', { from: validFrom, to: validTo });
  for (const other of recorded) {
    if (other.isRevoked || !isSameTask(other, wish) || !overlap(other, wish)) continue;
    refuseBeside(wish, other);
  }
}

function refuseBeside({ from, to }: Delegation, other: RecordedDelegation): void {
  const dates = { id: other.id, from: other.validFrom, to: other.validTo };
  if (other.from.id === from.id) {
    const facts = { ...dates, person: from.name, delegate: other.to.name };
    throw new DomainError('conflict', 'approval.delegation-twice', facts);
  }
  if (other.to.id === from.id) {
    const facts = { ...dates, person: from.name, principal: other.from.name };
    throw new DomainError('forbidden', 'approval.delegation-chain', facts);
  }
  if (other.from.id !== to.id) return;
  const facts = { ...dates, person: to.name, delegate: other.to.name };
  throw new DomainError('forbidden', 'approval.delegate-is-away', facts);
}

/**
 * The delegation by which one person takes a step for another on a day.
 *
 * @throws DomainError that says whether there is none, or it was revoked, has ended or not begun
 */
export function mandateFor<Recorded extends RecordedDelegation>(
  task: Pick<Delegation, 'from' | 'to' | 'step' | 'payer'>,
  recorded: readonly Recorded[],
  on: PlainDate,
): Recorded {
  const own = recorded.filter(
    (one) => isSameTask(one, task) && one.from.id === task.from.id && one.to.id === task.to.id,
  );
  const holding = own.find((one) => !one.isRevoked && one.validFrom <= on && on <= one.validTo);
  if (holding !== undefined) return holding;
  const facts = { person: task.to.name, principal: task.from.name, step: delegatedStepNames[task.step] };
  const last = own.at(-1);
  if (last === undefined) {
    throw new DomainError('forbidden', 'approval.no-delegation', { ...facts, payer: task.payer });
  }
  if (last.isRevoked) throw new DomainError('forbidden', 'approval.delegation-revoked', facts);
  const dates = { from: last.validFrom, to: last.validTo, today: on };
  throw new DomainError('forbidden', 'approval.delegation-not-today', { ...facts, ...dates });
}

function isSameTask(
  one: Pick<Delegation, 'step' | 'payer'>,
  other: Pick<Delegation, 'step' | 'payer'>,
): boolean {
  return one.step === other.step && one.payer === other.payer;
}

function overlap(one: Delegation, other: Delegation): boolean {
  return one.validFrom <= other.validTo && other.validFrom <= one.validTo;
}
