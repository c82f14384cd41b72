import { describeProblem, type Problem } from '../../core/formats/sheet/problem.js';
import type { Outcome } from './outcome.js';

/** What every import of a sheet reports. */
export interface ImportReport {
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly applied: boolean;
}

/**
 * A report of an import as an outcome: with problems, or with changes nobody accepted, it was refused whole.
 *
 * @param summary sentences about what the file holds, before its notes
 */
export function importOutcome(
  report: ImportReport & { readonly created: number | readonly unknown[]; readonly unchanged: number },
  summary: readonly string[] = [],
): Outcome {
  const created = typeof report.created === 'number' ? report.created : report.created.length;
  const counts = `Baru: ${String(created)}, tidak berubah: ${String(report.unchanged)}.`;
  const problems = problemsOutcome(report.problems);
  const notes = report.notes.map((note) => `Catatan: ${describeProblem(note)}`);
  const verdict =
    report.problems.length > 0
      ? [
          `Tidak ada yang disimpan: ${String(report.problems.length)} masalah. Perbaiki semuanya, lalu impor lagi.`,
        ]
      : [report.applied ? 'Tersimpan.' : 'Belum disimpan.'];
  return {
    refused: report.problems.length > 0,
    json: { ...report, ...problems.json },
    lines: [...problems.lines, counts, ...summary, ...notes, ...verdict],
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
