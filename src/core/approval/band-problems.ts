import { DomainError } from '../shared/domain-error.js';
import {
  functionKey,
  type ApprovalBand,
  type ApprovalBandSet,
  type RequiredSignature,
} from './approval-bands.js';

/** What is wrong with bands that could be read: dates, order, a function twice, or a higher band that asks for less. */
export function bandProblems({ validFrom, validTo, legalBasis, bands }: ApprovalBandSet): DomainError[] {
  const problems: DomainError[] = [];
  if (validTo !== null && validTo < validFrom) {
    const dates = { from: validFrom, to: validTo };
    problems.push(new DomainError('invalid', 'approval.dates-reversed', dates));
  }
  if (validFrom < legalBasis.date) {
    const dates = { from: validFrom, decreed: legalBasis.date };
    problems.push(new DomainError('invalid', 'approval.starts-before-law', dates));
  }
  for (const [index, band] of bands.entries()) {
    const path = `bands[${String(index)}]`;
    problems.push(...twice(path, band));
    const before = bands[index - 1];
    if (before === undefined) continue;
    if (band.from <= before.from)
      problems.push(new DomainError('invalid', 'approval.bands-out-of-order', { path, before: before.from }));
    problems.push(...before.signatures.flatMap((asked) => fewer(path, asked, band)));
  }
  return problems;
}

function twice(path: string, { signatures }: ApprovalBand): DomainError[] {
  return signatures.flatMap((one, index) => {
    const first = signatures.findIndex((other) => isSame(one, other));
    if (first === index) return [];
    return [new DomainError('invalid', 'approval.function-twice', { path, function: one.function })];
  });
}

function fewer(path: string, asked: RequiredSignature, band: ApprovalBand): DomainError[] {
  const found = band.signatures.find((one) => isSame(one, asked));
  if (found !== undefined && found.signers >= asked.signers) return [];
  const { function: name, signers: people } = asked;
  return [new DomainError('invalid', 'approval.higher-asks-less', { path, function: name, people })];
}

function isSame(one: RequiredSignature, other: RequiredSignature): boolean {
  return one.step === other.step && functionKey(one.function) === functionKey(other.function);
}
