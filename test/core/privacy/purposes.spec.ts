import { purposes } from '../../../src/core/privacy/purposes.js';

it('nothing is sealed for the word of another, or a value of one place would open in the other', () => {
  const { accountDigest, ...sealedOrOwn } = purposes;
  const words = Object.values(sealedOrOwn);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  expect(accountDigest).toBe(purposes.kaderAccount);
});

it('no word is ever changed: what stands in databases is bound to it', () => {
  expect(purposes).toEqual({
    kaderNik: 'kader.nik',
    heirNik: 'heir.nik',
    nikDigest: 'person.nik',
    kaderAccount: 'bank_account.account_number',
    heirAccount: 'heir.account_number',
    accountDigest: 'bank_account.account_number',
    participant: 'kader_tax_fact.value',
    secondFactor: 'totp_secret.sealed_secret',
    recoveryCode: 'recovery_code.digest',
    throttled: 'sign_in_throttle.subject',
    oidcFlow: 'oidc.flow',
    device: 'sign-in.device',
    answer: 'idempotent_request.answer',
    asked: 'idempotent_request.request_hash',
    askerStanding: 'idempotent_request.standing',
    jobWish: 'job.wish',
    jobOutcome: 'job.outcome',
    jobFile: 'job_file.content',
    jobAsked: 'job.asked_as',
    finding: 'control_finding.fingerprint',
  });
});
