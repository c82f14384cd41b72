import type { StoredProblem } from '../../core/job/stored-problem.js';
import type { JobState } from '../../core/job/job-state.js';

/** Long work as whoever asked for it follows it. */
export interface Job {
  readonly id: number;
  readonly kind: string;
  readonly userId: number;
  readonly username: string;
  readonly state: JobState;
  /** How often it was begun; more than once after a process died in the middle of it. */
  readonly attempts: number;
  readonly askedAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** What stood in the way first; empty unless it failed. All of it is its result. */
  readonly problems: readonly StoredProblem[];
}

/** As whom a job is carried out: no more than she could do when she asked, and no more than she can do then. */
export interface JobActor {
  readonly userId: number;
  readonly hasSecondFactor: boolean;
  readonly onlyOperations: readonly string[] | null;
  /** The token she came with; null: she had signed in herself. */
  readonly tokenId: number | null;
  /** When she had signed in; null: she came with a token. */
  readonly signedInAt: Date | null;
}

/** Where a job was asked from, as the audit trail tells of what it does. */
export interface JobOrigin {
  readonly address: string;
  readonly agent: string;
}

/** A job that this process has begun. */
export interface TakenJob extends JobActor {
  readonly id: number;
  readonly kind: string;
  readonly wish: unknown;
  readonly from: JobOrigin;
  readonly attempts: number;
  /** A folder of its own, gone afterwards. */
  readonly folder: string;
  /** The file that came with it, in that folder. */
  readonly given: string | undefined;
}

/** A file that was made, in the folder of the job. */
export interface MadeFile {
  readonly path: string;
  readonly name: string;
  readonly mediaType: string;
}

/** What a job made: an answer as JSON, or a file. */
export type JobAnswer = { readonly json: string } | { readonly file: MadeFile };

/** What is kept of a job that ended. */
export type JobOutcome =
  | { readonly json: string }
  | { readonly made: { readonly name: string; readonly mediaType: string; readonly bytes: number } }
  | { readonly problems: readonly StoredProblem[] };

/** Whoever knows how the kinds of jobs are done. */
export interface JobPerformer {
  /** What this version can do; other kinds wait for a process that knows them. */
  readonly kinds: readonly string[];
  /** How often a job of this kind may be begun, when processes die in the middle of it; 1: it is not safe to repeat. */
  attemptsOf(kind: string): number;
  perform(job: TakenJob): Promise<JobAnswer>;
}
