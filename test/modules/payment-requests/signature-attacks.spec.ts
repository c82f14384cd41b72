import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { CountersignService } from '../../../src/modules/payment-requests/countersign.service.js';
import { DelegationsService } from '../../../src/modules/approvals/delegations.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { testApp } from '../../support/app.js';
import { aDraft, aPayingNagari, AUGUST, JULY, takeSteps } from '../../support/payments.js';
import { aPerson, bandsDocument, delegate, importBands } from '../../support/signatures.js';
import { sqlRefusal, type Speaker } from '../../support/sql-refusal.js';

const FORBIDDEN = '42501';
const { app } = await testApp();
const office = await aPayingNagari(app, 10_000_000n);
const { operator, verifier, wali, treasurer } = office;
const gusti = await aPerson(app, 'gusti', 'Camat Sitiung');
const fitri = await aPerson(app, 'fitri', 'Kasi Pemerintahan');
await importBands(app, operator.id, bandsDocument());
const steps = app.get(PaymentRequestStepsService);

const approved = await aDraft(app, office, [JULY]);
await takeSteps(app, office, approved, 'approve');
const verified = await aDraft(app, office, [AUGUST]);
await takeSteps(app, office, verified, 'verify');
const rejected = await aDraft(app, office, [serviceMonth('2026-09')]);
await takeSteps(app, office, rejected, 'approve');
await app.get(CountersignService).countersign({ number: rejected, as: 'Camat', by: gusti });
await steps.reject(rejected, treasurer, 'Belum lengkap');
const mandate = await delegate(app, { from: wali, to: fitri, by: wali });
const over = await delegate(app, { from: verifier, to: fitri, by: verifier, step: 'release' });
await app.get(DelegationsService).revoke(over.id, 'sudah kembali', verifier);

const idOf = (number: string) => `(select id from payment_request where number = '${number}')`;
const move = (number: string, set: string) => `update payment_request set ${set} where number = '${number}'`;
const NOW = `timestamptz '2026-10-05 10:00:00+07'`;
const step = (number: string, to: string, by: number, rest = 'null, null', at = NOW) =>
  `insert into payment_request_step (request_id, from_state, to_state, taken_by, taken_at, acting_for, delegation_id)
   select id, case '${to}' when 'disbursing' then 'approved' when 'submitted' then 'draft' else 'verified' end, '${to}', ${String(by)}, ${at}, ${rest}
   from payment_request where number = '${number}'`;
const signature = (number: string, by: number, as = 'Camat', rest = 'null, null') =>
  `insert into request_countersignature (request_id, function, signed_by, acting_for, delegation_id, signed_at)
   values (${idOf(number)}, '${as}', ${String(by)}, ${rest}, ${NOW})`;
const release = (by: number) => move(approved, `state = 'disbursing', released_by = ${String(by)}`);
const approve = (by: number) => move(verified, `state = 'approved', approved_by = ${String(by)}`);
const pays = `insert into disbursement (request_id, kader_id, bank_account_id, amount, reference)
  select ${idOf(verified)}, kader_id, id, 75000, 'sql-' || id from bank_account where superseded_at is null`;
const delegation = (
  from: number,
  to: number,
  by: number,
  dates = `'2026-10-05', '2026-10-06'`,
  what = 'approve',
) =>
  `insert into delegation (from_user, to_user, step, paying_body_id, capacity, valid_from, valid_to, basis, reason, recorded_by, recorded_at)
   select ${String(from)}, ${String(to)}, '${what}', paying_body_id, 'plh', ${dates}, 'surat', 'dinas', ${String(by)}, now()
   from payment_request where number = '${approved}'`;

const speakers = ['application', 'owner'] as const satisfies readonly Speaker[];

describe.each(speakers)('to the %s the database refuses', (speaker) => {
  it.each([
    [
      'a release that lacks a signature',
      [release(treasurer.id), step(approved, 'disbursing', treasurer.id)],
      'request_countersigned',
    ],
    [
      'a state nobody took the step to',
      [move(verified, `state = 'draft', verified_by = null`)],
      'request_step_recorded',
    ],
    [
      'a step by another than whose hand it is',
      [release(treasurer.id), step(approved, 'disbursing', gusti.id)],
      'step_as_taken',
    ],
    ['a step that is not taken', [step(verified, 'approved', wali.id)], 'step_as_taken'],
    ['a signature by who verified', [signature(approved, verifier.id)], 'one_hand_a_person'],
    [
      'a signature by who prepared and recorded accounts',
      [signature(approved, operator.id)],
      'signers_recorded_no_account',
    ],
    [
      'a signature that nobody asked for',
      [signature(approved, gusti.id, 'Lurah')],
      'countersignature_is_awaited',
    ],
    ['a signature before its turn', [signature(verified, gusti.id)], 'countersignature_is_awaited'],
    [
      'a signature too many',
      [signature(approved, gusti.id), signature(approved, fitri.id)],
      'countersignature_is_awaited',
    ],
    ['a signature before the submission', [signature(rejected, gusti.id)], 'countersignature_is_awaited'],
    [
      'a signature of a submission that was returned, once more',
      [move(rejected, `state = 'submitted'`)],
      'submissions_are_counted',
    ],
    [
      'a submission that skips a number',
      [move(rejected, `state = 'submitted', submission = 3`)],
      'submissions_are_counted',
    ],
    [
      'a release by who signed besides',
      [signature(approved, gusti.id), release(gusti.id), step(approved, 'disbursing', gusti.id)],
      'one_hand_a_person',
    ],
    [
      'acting for another without a delegation',
      [pays, approve(fitri.id), step(verified, 'approved', fitri.id, `${String(wali.id)}, null`)],
      'acts_by_delegation',
    ],
    [
      'a delegation for nobody',
      [pays, approve(fitri.id), step(verified, 'approved', fitri.id, `null, ${String(mandate.id)}`)],
      'step_by_delegation',
    ],
    [
      'acting by the delegation of another',
      [
        pays,
        approve(gusti.id),
        step(verified, 'approved', gusti.id, `${String(wali.id)}, ${String(mandate.id)}`),
      ],
      'acts_by_delegation',
    ],
    [
      'acting by a delegation of another step',
      [
        release(fitri.id),
        step(approved, 'disbursing', fitri.id, `${String(wali.id)}, ${String(mandate.id)}`),
      ],
      'acts_by_delegation',
    ],
    [
      'acting by a revoked delegation',
      [
        release(fitri.id),
        step(approved, 'disbursing', fitri.id, `${String(verifier.id)}, ${String(over.id)}`),
      ],
      'acts_by_delegation',
    ],
    [
      'acting after the delegation ended',
      [
        pays,
        approve(fitri.id),
        step(
          verified,
          'approved',
          fitri.id,
          `${String(wali.id)}, ${String(mandate.id)}`,
          `timestamptz '2026-10-11 00:00:00+07'`,
        ),
      ],
      'acts_by_delegation',
    ],
    [
      'a signature for another without a delegation',
      [signature(approved, fitri.id, 'Camat', `${String(gusti.id)}, ${String(mandate.id)}`)],
      'acts_by_delegation',
    ],
    ['a delegation to oneself', [delegation(gusti.id, gusti.id, operator.id)], 'delegation_to_another'],
    [
      'a delegation recorded by who gets it',
      [delegation(gusti.id, treasurer.id, treasurer.id)],
      'delegation_not_by_the_delegate',
    ],
    [
      'a delegation that ends before it begins',
      [delegation(gusti.id, treasurer.id, operator.id, `'2026-10-06', '2026-10-05'`)],
      'delegation_has_days',
    ],
    [
      'a delegation of what was delegated',
      [delegation(fitri.id, gusti.id, operator.id)],
      'delegation_is_no_chain',
    ],
    ['a delegation to who is away', [delegation(gusti.id, wali.id, operator.id)], 'delegation_is_no_chain'],
    ['a delegation to a second person', [delegation(wali.id, gusti.id, operator.id)], 'delegation_to_one'],
    [
      'a request that begins submitted',
      [
        `insert into payment_request (number, paying_body_id, months, state, kader_count, gross, net, prepared_by, created_at) select 'x', paying_body_id, months, 'submitted', 1, 1, 1, prepared_by, now() from payment_request where number = '${approved}'`,
      ],
      'submissions_are_counted',
    ],
    [
      'bands that overlap',
      [
        `insert into approval_band_set (scope, applies_to, version, valid_from, document, document_sha256, recorded_by, recorded_at) select scope, applies_to, 9, '2027-01-01', '{}', 'x', recorded_by, now() from approval_band_set`,
      ],
      'approval_bands_no_overlap',
    ],
    [
      'bands for nobody known',
      [
        `insert into approval_band_set (scope, applies_to, version, valid_from, document, document_sha256, recorded_by, recorded_at) select '99', applies_to, 1, '2027-01-01', '{}', 'x', recorded_by, now() from approval_band_set`,
      ],
      'approval_bands_of_known_scope',
    ],
    [
      'bands ended to be without them',
      [`update approval_band_set set valid_to = '2026-12-31'`],
      'approval_bands_succeed',
    ],
    [
      'a band put into a version later',
      [`insert into approval_band select id, 0, 'verify', 'Siapa', 1 from approval_band_set`],
      FORBIDDEN,
    ],
    ['bands changed', [`update approval_band set from_amount = 999999999`], FORBIDDEN],
    ['a version changed', [`update approval_band_set set scope = '13'`], FORBIDDEN],
    ['what is required taken away', [`delete from request_required_signature`], FORBIDDEN],
    ['a hand forgotten', [`delete from request_hand`], FORBIDDEN],
    ['what was frozen changed', [`update request_signing set gross = 1`], FORBIDDEN],
    ['a signature unmade', [`delete from request_countersignature`], FORBIDDEN],
    ['a delegation made longer', [`update delegation set valid_to = '2027-01-01'`], FORBIDDEN],
    ['a revocation undone', [`delete from delegation_revocation`], FORBIDDEN],
    ['all hands at once', ['truncate request_hand'], FORBIDDEN],
  ])('%s', async (_, statements, refusal) => {
    expect(await sqlRefusal(app, speaker, ...statements)).toBe(refusal);
  });
});

describe('to the application alone', () => {
  it.each([
    [
      'a hand written by itself',
      `insert into request_hand values (${idOf(approved)}, 1, ${String(gusti.id)}, 'verify', false)`,
    ],
    ['a frozen content written by itself', `insert into request_signing select * from request_signing`],
    [
      'a signature under a content of its own',
      `insert into request_countersignature (request_id, submission) values (${idOf(approved)}, 1)`,
    ],
    ['the function that writes hands, called', 'select record_request_step()'],
  ])('%s is forbidden', async (_, statement) => {
    expect(await sqlRefusal(app, 'application', statement)).toBe(FORBIDDEN);
  });
});

it('and what is signed as it should be is accepted', async () => {
  const acted = step(verified, 'approved', fitri.id, `${String(wali.id)}, ${String(mandate.id)}`);
  expect(await sqlRefusal(app, 'application', pays, approve(fitri.id), acted)).toBe('accepted');
  expect(await sqlRefusal(app, 'application', signature(verified, gusti.id))).toBe('accepted');
  expect(await sqlRefusal(app, 'application', signature(approved, gusti.id))).toBe('accepted');
});
