import { describe } from '../../core/messages/describe.js';
import type { ImportReport } from '../../core/formats/sheet/import-report.js';
import { describeProblem, type Problem } from '../../core/formats/sheet/problem.js';
import type { Outcome } from './outcome.js';

/**
 * A report of an import as an outcome: with problems, or with changes that nobody accepted, it was refused
 * whole.
 *
 * @param changes the changes as sentences
 * @param isDryRun nothing was to be stored, so not storing is no refusal
 */
export function importOutcome(
  report: ImportReport,
  changes: readonly string[] = [],
  isDryRun: boolean | undefined = false,
): Outcome {
  if (report.problems.length > 0) return refusedWithProblems(report);
  const counts = [
    `Baru: ${String(report.created)}`,
    `berubah: ${String(report.changed?.length ?? 0)}`,
    `tidak berubah: ${String(report.unchanged)}.`,
  ].join(', ');
  const notes = report.notes.map((note) => `Catatan: ${describeProblem(note)}`);
  const isHeldBack = !report.applied && !isDryRun;
  const heldBack = isHeldBack
    ? [`import.changes-not-accepted: ${describe('import.changes-not-accepted', {})}`]
    : [];
  const verdict = report.applied ? ['Tersimpan.'] : ['Belum ada yang disimpan.'];
  return {
    refused: isHeldBack,
    json: { ...report, ...problemsOutcome([]).json },
    lines: [...heldBack, ...changes, ...notes, counts, ...verdict],
  };
}

/** Problems of a sheet that stop a command. */
export function problemsOutcome(problems: readonly Problem[]): Outcome & { readonly json: object } {
  return {
    refused: true,
    json: { problems: problems.map((problem) => ({ ...problem, message: describeProblem(problem) })) },
    lines: problems.map((problem) => `${problem.code}: ${describeProblem(problem)}`),
  };
}

function refusedWithProblems(report: ImportReport): Outcome {
  const { json, lines } = problemsOutcome(report.problems);
  const verdict = `Tidak ada yang disimpan: ${String(lines.length)} masalah. Perbaiki semuanya, lalu impor lagi.`;
  return { refused: true, json: { ...report, ...json }, lines: [...lines, verdict] };
}
