/** What a command answers: for people as lines, for programs as one JSON document. */
export interface Outcome {
  readonly lines: readonly string[];
  readonly json: unknown;
  /** True when a rule refused: the lines go to stderr and the exit code is 1. */
  readonly refused?: boolean;
}

/** Exit codes of the command line: done, refused by a rule, misuse, and a fault of ours (EX_SOFTWARE). */
export const exitCodes = { done: 0, refused: 1, misuse: 2, fault: 70 } as const;
