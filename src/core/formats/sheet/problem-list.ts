import { sheetProblem, type Problem } from './problem.js';

/** No sheet that people keep has as many cells that could be wrong; a file made for it has millions. */
const MOST = 50_000;

/** Problems as they are found: the first of them, and how many more there are. */
export class ProblemList {
  private readonly listed: Problem[] = [];
  private more = 0;

  add(...problems: readonly Problem[]): void {
    const fitting = problems.slice(0, MOST - this.listed.length);
    this.listed.push(...fitting);
    this.more += problems.length - fitting.length;
  }

  get isEmpty(): boolean {
    return this.listed.length === 0;
  }

  all(): readonly Problem[] {
    if (this.more === 0) return this.listed;
    return [...this.listed, sheetProblem('', 'sheet.more-problems', { count: this.more })];
  }
}
