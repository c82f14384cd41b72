import type { Person } from '../../core/access/actor.js';
import type { OperationName } from '../../core/access/operations.js';
import type { MadeFile } from '../../modules/jobs/jobs.service.js';

/** Work of routes that answer at once unless a job is wanted. */
export const routeKinds = ['book', 'report', 'verification', 'control-run', 'bank-results'] as const;

export type RouteKind = (typeof routeKinds)[number];

/** Every kind of work that may take long. */
export const jobKinds = [
  ...(['honor-calculation', 'sheet-import', 'ledger-export', 'pseudonymisation'] as const),
  ...routeKinds,
] as const;

export type JobKind = (typeof jobKinds)[number];

/** What somebody works with. */
export interface Workplace {
  readonly by: Person;
  /** The file that came with the wish. */
  readonly given: string | undefined;
  /** For files that are made; undefined when the answer is given at once. */
  readonly folder: string | undefined;
}

export type WorkAnswer = { readonly answer: object } | { readonly file: MadeFile };

/** Work that may take long: done at once, or as a job that is followed. */
export abstract class LongWork<Wish extends object = object> {
  abstract readonly kind: JobKind;

  /** How often it may be begun when processes die in the middle of it; 1: it is not safe to repeat. */
  abstract readonly attempts: number;

  /** What is asked by this wish. */
  abstract operation(wish: Wish): OperationName;

  /** True when nobody should wait for the answer. */
  abstract isLong(wish: Wish, givenBytes: number): boolean;

  /** Does it in the name of whoever asked, with all its checks. */
  abstract run(wish: Wish, workplace: Workplace): Promise<WorkAnswer>;

  /** Refuses at once whatever is refused anyway; asked before it becomes a job. */
  abstract admit(wish: Wish): void;
}
