import { refusalOf } from '../../core/job/stored-problem.js';
import type { Job } from '../../modules/jobs/jobs.service.js';
import { problemDetails } from '../../web/problem-details.js';
import { API_PREFIX } from '../api-document.js';
import type { JobAnswer } from './job.dto.js';

/** A job as it is told to whoever follows it. */
export function jobAnswer(job: Job): JobAnswer {
  const { id, kind, username: askedBy, state, attempts, askedAt, startedAt, endedAt } = job;
  const self = `/${API_PREFIX}/jobs/${String(id)}`;
  const result = state === 'done' || state === 'failed' ? `${self}/result` : null;
  const problem = problemOf(job);
  const told = { id, kind, askedBy, state, attempts, askedAt, startedAt, endedAt, self, result };
  return { ...told, ...(problem !== undefined && { problem }) };
}

function problemOf({ id, problems }: Job): JobAnswer['problem'] {
  if (problems.length === 0) return undefined;
  const details = problemDetails(refusalOf(problems, id));
  if (details === undefined) return undefined;
  const { problems: all, ...first } = details;
  return { ...first, ...(all !== undefined && { problems: [...all] }) };
}
