import { describeProblem, type Problem } from '../../core/formats/sheet/problem.js';
import type { ImportReport } from '../../core/formats/sheet/import-report.js';
import type { ImportAnswer, SheetProblemAnswer } from './import.dto.js';

/** A report of an import as it is told to the outside; values of cells stay inside, they may be of persons. */
export function importAnswer({
  applied,
  created,
  unchanged,
  changed,
  problems,
  notes,
}: ImportReport): ImportAnswer {
  return {
    applied,
    created,
    unchanged,
    changed: changed?.length ?? 0,
    problems: problems.map(problemAnswer),
    notes: notes.map(problemAnswer),
  };
}

export function problemAnswer(problem: Problem): SheetProblemAnswer {
  const { code, sheet, cell, column, facts } = problem;
  return { code, message: describeProblem(problem), sheet, cell, column, facts };
}
