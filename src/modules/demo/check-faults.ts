import { describeProblem } from '../../core/formats/sheet/problem.js';
import type { DomainError } from '../../core/shared/domain-error.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { maskNik } from '../../core/formats/mask.js';
import { controlOf } from '../../core/payment/control-of.js';
import type { FoundProblem } from './demo-intake.js';
import type { PlantedFault } from './sheets/planted-faults.js';

/** A planted fault, what named it, and what was paid to the person in it. */
export interface CheckedFault {
  readonly fault: string;
  readonly name: string;
  readonly nik: string;
  readonly control: string;
  /** The sentence that named it; null when nothing did, which fails the demonstration. */
  readonly reason: string | null;
  readonly paid: Rupiah;
  /** Named by name, and paid what she should be: nothing, or her own honor once. */
  readonly isHandled: boolean;
}

/**
 * Holds every planted fault against what was refused and what was paid.
 *
 * @param honor what a rightful kader is paid for the quarter
 */
export function checkFaults(
  planted: readonly PlantedFault[],
  found: readonly FoundProblem[],
  refusedClaims: readonly DomainError[],
  paidByNik: ReadonlyMap<string, Rupiah>,
  honor: Rupiah,
): CheckedFault[] {
  return planted.map((fault) => {
    const reason = fault.kind === 'claim' ? claimReason(fault, refusedClaims) : sheetReason(fault, found);
    const paid = paidByNik.get(fault.nik) ?? 0n;
    const expected = fault.paid === 'once' ? honor : 0n;
    return {
      fault: fault.fault,
      name: fault.name,
      nik: maskNik(fault.nik),
      control: controlOf(fault.code),
      reason: reason ?? null,
      paid,
      isHandled: reason?.includes(fault.name) === true && paid === expected,
    };
  });
}

/** The problem at the very row of the person, with the expected code. */
function sheetReason(fault: PlantedFault, found: readonly FoundProblem[]): string | undefined {
  const match = found.find(
    ({ file, problem }) =>
      fault.file.endsWith(file) &&
      problem.sheet === fault.sheet &&
      problem.code === fault.code &&
      problem.cell.endsWith(String(fault.row)),
  );
  return match && `${match.file}, ${describeProblem(match.problem)}`;
}

function claimReason(fault: PlantedFault, refused: readonly DomainError[]): string | undefined {
  const match = refused.find(
    (problem) => problem.code === fault.code && problem.facts.nik === maskNik(fault.nik),
  );
  return match?.message;
}
