import type { ErrorCode, Fact, FactsOf } from '../../messages/catalog.js';
import { describe } from '../../messages/describe.js';

/** A code of the catalogue with the facts its wording asks for. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** Something wrong, or worth knowing, at one place of a sheet. Identity and account numbers come masked. */
export interface Problem extends Refusal {
  readonly sheet: string;
  /** "C7", or "7:7" for a row without the column; empty when it concerns the whole sheet or file. */
  readonly cell: string;
  /** The column's name as the layout calls it; empty when it concerns no one column. */
  readonly column: string;
  readonly value: string;
  /** Whom the row is about, as typed; empty or left out when the problem concerns no one row. */
  readonly person?: string;
}

/** A refusal whose facts are checked against its wording. */
export function refusal<Code extends ErrorCode>(code: Code, facts: FactsOf<Code>): Refusal {
  return { code, facts };
}

/** A problem of a whole sheet, or of the whole file when `sheet` is empty. */
export function sheetProblem<Code extends ErrorCode>(
  sheet: string,
  code: Code,
  facts: FactsOf<Code>,
): Problem {
  return { sheet, cell: '', column: '', value: '', code, facts };
}

/** The problem as one sentence: where, what stands there, what is wrong and what to do. */
export function describeProblem(problem: Problem): string {
  const sentence = describe(problem.code, problem.facts);
  const sheet = problem.sheet === '' ? '' : `Lembar ${problem.sheet}`;
  const [, row] = /^(\d+):\1$/.exec(problem.cell) ?? [];
  const cell = problem.cell === '' ? '' : row === undefined ? `sel ${problem.cell}` : `baris ${row}`;
  const column = problem.column === '' ? '' : `kolom ${problem.column}`;
  const value = problem.value === '' ? '' : `isi "${problem.value}"`;
  const isNamed = [sentence, value].some((text) => text.includes(problem.person ?? ''));
  const person = isNamed ? '' : `atas nama ${problem.person ?? ''}`;
  const place = [sheet, cell, column, value, person].filter((part) => part !== '').join(', ');
  return place === '' ? sentence : `${place}: ${sentence}`;
}
