import type { Purpose } from './purpose.js';

/** What the sealed columns are sealed for, and what numbers are digested for. */
export const purposes = {
  kaderNik: 'kader.nik',
  heirNik: 'heir.nik',
  /** Of kader and heirs alike: one person has one digest, whatever she is here. */
  nikDigest: 'person.nik',
  /** The participant's number of BPJS. */
  participant: 'kader_tax_fact.value',
  secondFactor: 'totp_secret.sealed_secret',
  /** An answer of the API that is kept for a day. */
  answer: 'idempotent_request.answer',
  /** Long work is kept for a week: what was asked, what came of it, and its files. */
  jobWish: 'job.wish',
  jobOutcome: 'job.outcome',
  jobFile: 'job_file.content',
  jobAsked: 'job.asked_as',
} as const satisfies Readonly<Record<string, Purpose>>;
