import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { testApp } from '../../support/app.js';
import { aDraft, aPayingNagari, AUGUST, JULY, takeSteps } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';
import { aPerson, delegate } from '../../support/signatures.js';
import { sqlRefusal } from '../../support/sql-refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const { operator, verifier, wali, treasurer } = office;
const fitri = await aPerson(app, 'fitri', 'Kasi Pemerintahan');
const gusti = await aPerson(app, 'gusti', 'Kasi Umum');
const steps = app.get(PaymentRequestStepsService);
const byTreasurer = await delegate(app, { from: verifier, to: fitri, by: treasurer, step: 'verify' });
const byOperator = await delegate(app, { from: wali, to: gusti, by: operator });

const NOW = `timestamptz '2026-10-05 10:00:00+07'`;
const approved = (number: string) => [
  `insert into disbursement (request_id, kader_id, bank_account_id, amount, reference)
   select request.id, kader_id, account.id, 75000, 'sql-' || account.id from bank_account account, payment_request request
   where superseded_at is null and number = '${number}'`,
  `update payment_request set state = 'approved', approved_by = ${String(gusti.id)} where number = '${number}'`,
  `insert into payment_request_step (request_id, from_state, to_state, taken_by, taken_at, acting_for, delegation_id)
   select id, 'verified', 'approved', ${String(gusti.id)}, ${NOW}, ${String(wali.id)}, ${String(byOperator.id)}
   from payment_request where number = '${number}'`,
];

it('who prepares a request does not say who approves it', async () => {
  const number = await aDraft(app, office, [JULY]);
  await takeSteps(app, office, number, 'verify');
  const approve = () => steps.approve(number, gusti, { onBehalfOf: wali });
  expect(await refusalCodes(approve)).toEqual(['payment.delegation-by-a-hand']);
  await expect(approve()).rejects.toMatchObject({ facts: { recorder: operator.fullName } });
  const verdict = await sqlRefusal(app, 'application', ...approved(number));
  expect(verdict).toBe('delegation_recorded_by_no_hand');
});

it('nor does who recorded a delegation take a later step of a request that rests on it', async () => {
  const number = await aDraft(app, office, [AUGUST]);
  await steps.submit(number, operator);
  await steps.verify(number, fitri, { onBehalfOf: verifier });
  await steps.approve(number, wali);
  expect(byTreasurer.recordedBy).toBe(treasurer.fullName);
  expect(await refusalCodes(() => steps.release(number, treasurer))).toEqual([
    'payment.delegation-by-a-hand',
  ]);
  expect((await steps.release(number, gusti)).state).toBe('disbursing');
});
