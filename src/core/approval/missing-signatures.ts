import { stepNames } from '../payment/request-state.js';
import { DomainError } from '../shared/domain-error.js';
import { functionKey, stateAfter, type RequiredSignature, type SignedStep } from './approval-bands.js';

/** A signature that was given, as far as it counts. */
export type GivenSignature = Pick<RequiredSignature, 'step' | 'function'>;

/** A signature that is asked for, and how many of it are there. */
export interface AwaitedSignature extends RequiredSignature {
  readonly given: number;
}

/** What is asked for with what was given of it, in the order asked. */
export function awaitedSignatures(
  required: readonly RequiredSignature[],
  given: readonly GivenSignature[],
): AwaitedSignature[] {
  return required.map((one) => {
    const own = given.filter((other) => other.step === one.step && isSame(other.function, one.function));
    return { ...one, given: own.length };
  });
}

/** Those that a step still waits for. */
export function missingFor(step: SignedStep, awaited: readonly AwaitedSignature[]): AwaitedSignature[] {
  return awaited.filter((one) => one.step === step && one.given < one.signers);
}

/** @throws DomainError `approval.signatures-missing`, naming who has still to sign */
export function assertCountersigned(
  number: string,
  step: SignedStep,
  awaited: readonly AwaitedSignature[],
): void {
  const missing = missingFor(step, awaited);
  if (missing.length === 0) return;
  const who = missing.map(wordsOf).join(', ');
  throw new DomainError('conflict', 'approval.signatures-missing', {
    number,
    step: stepNames[stateAfter[step]],
    missing: who,
  });
}

/**
 * The signature that somebody gives now, by the function's own spelling.
 *
 * @throws DomainError when this step waits for no such signature, or has all of them
 */
export function signatureToGive(
  number: string,
  step: SignedStep,
  awaited: readonly AwaitedSignature[],
  as: string,
): AwaitedSignature {
  const facts = { number, step: stepNames[stateAfter[step]], as: as.trim() };
  const asked = awaited.find((one) => one.step === step && isSame(one.function, as));
  if (asked === undefined) {
    const missing = missingFor(step, awaited).map(wordsOf).join(', ') || 'tidak ada';
    throw new DomainError('conflict', 'approval.signature-not-asked', { ...facts, missing });
  }
  if (asked.given < asked.signers) return asked;
  throw new DomainError('conflict', 'approval.signature-complete', facts);
}

/** "Camat", or "Camat (2 orang lagi)". */
export function wordsOf({ function: name, signers, given }: AwaitedSignature): string {
  const left = signers - given;
  return left === 1 ? name : `${name} (${String(left)} orang lagi)`;
}

function isSame(one: string, other: string): boolean {
  return functionKey(one) === functionKey(other);
}
