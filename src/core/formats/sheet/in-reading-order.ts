import type { Problem } from './problem.js';

/** Problems as a person meets them going through the file: by sheet, row and column; those of a whole sheet first. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  const sheets = [...new Set(problems.map(({ sheet }) => sheet))];
  const placed = problems.map((problem) => {
    const [, letters = '', row = '0'] = /^([A-Z]*)(\d+)/.exec(problem.cell) ?? [];
    return { problem, sheet: sheets.indexOf(problem.sheet), row: Number(row), letters: letters.padStart(3) };
  });
  placed.sort((one, other) => {
    if (one.sheet !== other.sheet) return one.sheet - other.sheet;
    if (one.row !== other.row) return one.row - other.row;
    return one.letters < other.letters ? -1 : Number(one.letters > other.letters);
  });
  return placed.map(({ problem }) => problem);
}
