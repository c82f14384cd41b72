import type { Problem } from './problem.js';

/** What every import of a sheet reports. */
export interface ImportReport {
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly created: number;
  readonly unchanged: number;
  /** What the file states otherwise than is recorded; left out where a file can only add. */
  readonly changed?: readonly unknown[];
  readonly applied: boolean;
}
