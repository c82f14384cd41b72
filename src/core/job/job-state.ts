import { DomainError } from '../shared/domain-error.js';

/** What becomes of long work, with the words people read. */
export const jobStates = {
  queued: 'menunggu',
  running: 'sedang dikerjakan',
  done: 'selesai',
  failed: 'gagal',
  cancelled: 'dibatalkan',
} as const;

export type JobState = keyof typeof jobStates;

export const jobStateNames = Object.keys(jobStates) as readonly JobState[];

/** Only what nobody has begun can be called off. @throws DomainError `job.already-begun` */
export function assertCancellable(job: number, state: JobState): void {
  if (state === 'queued') return;
  throw new DomainError('conflict', 'job.already-begun', { job, state: jobStates[state] });
}
