/**
 * All that anything is sealed or digested for, mostly `table.column`. What stands in a database is bound to these
 * words: none is ever changed, and nothing is sealed for the word of another.
 */
export const purposes = {
  kaderNik: 'kader.nik',
  heirNik: 'heir.nik',
  /** Of kader and heirs alike: one person has one digest, whatever she is here. */
  nikDigest: 'person.nik',
  kaderAccount: 'bank_account.account_number',
  heirAccount: 'heir.account_number',
  /** Of both tables: the account of an heir and that of a kader are compared. Digests have a key of their own. */
  accountDigest: 'bank_account.account_number',
  /** The participant's number of BPJS. */
  participant: 'kader_tax_fact.value',
  secondFactor: 'totp_secret.sealed_secret',
  recoveryCode: 'recovery_code.digest',
  /** The names and addresses that too many sign-ins failed of. */
  throttled: 'sign_in_throttle.subject',
  /** A sign-in with an identity provider that has begun; left with the browser. */
  oidcFlow: 'oidc.flow',
  /** The names that came in with a browser before; left with it. */
  device: 'sign-in.device',
  /** An answer of the API that is kept for a day: it may hold links, accounts and names. */
  answer: 'idempotent_request.answer',
  /** What was asked with its key: of a plain hash, a number of few digits in it would be guessed. */
  asked: 'idempotent_request.request_hash',
  /** What its asker was entitled to: it names regions, and kader by number. */
  askerStanding: 'idempotent_request.standing',
  /** Long work is kept for a week: what was asked, what came of it, and its files. */
  jobWish: 'job.wish',
  jobOutcome: 'job.outcome',
  jobFile: 'job_file.content',
  jobAsked: 'job.asked_as',
  /** What a finding of a control says: it names a kader, and the same finding is known again. */
  finding: 'control_finding.fingerprint',
} as const;
