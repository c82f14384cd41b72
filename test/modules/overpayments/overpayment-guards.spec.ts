import { DataSource } from 'typeorm';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { CashRecoveryService } from '../../../src/modules/overpayments/cash-recovery.service.js';
import { OverpaymentPlansService } from '../../../src/modules/overpayments/overpayment-plans.service.js';
import { OverpaymentsService } from '../../../src/modules/overpayments/overpayments.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { aPaidQuarter, lowerTheRate } from '../../support/overpayments.js';
import { calculate, sqlVerdict, sqlVerdictForApplication } from '../../support/payments.js';

const REFUSED = '23514';
const { app, clock } = await testApp();
const { office, quarter } = await aPaidQuarter(app);
const october = serviceMonth('2026-10');
await lowerTheRate(app, office, 50_000);
await calculate(app, office, quarter);
const [first, second] = await app.get(OverpaymentsService).open(SIGUNTUR, undefined, office.operator);
if (first === undefined || second === undefined) throw new Error('two kader were overpaid');
const plans = app.get(OverpaymentPlansService);
const plan = { instalment: 30_000n, from: october, mode: 'set-off', document: 'Surat 5' } as const;
const proposed = await plans.propose(first.number, plan, office.operator);
const confirm = (person: number) =>
  `insert into overpayment_confirmation values (${String(proposed.plan.id)}, ${String(person)}, now())`;
const partsOf = async (id: number): Promise<number[]> => {
  const details = await app.get(OverpaymentsService).show(id === first.id ? first.number : second.number);
  return details.parts
    .filter(({ standing }) => standing === 'owed')
    .map(({ entitlementId }) => entitlementId);
};
/** A receipt written past the program: the batch of a calculation stands in for its own. */
const receiptOf = (amount: number, entitlementIds: readonly number[]) => [
  `insert into overpayment_receipt (overpayment_id, paying_body_id, number, amount, received_on, batch_id, recorded_by, recorded_at)
   values (${String(second.id)}, ${String(second.payingBodyId)}, 'K-9', ${String(amount)}, '2026-10-05', 1, 1, now())`,
  ...entitlementIds.map(
    (id) =>
      `insert into overpayment_receipt_part select ${String(id)}, id from overpayment_receipt where number = 'K-9'`,
  ),
];

describe('the database', () => {
  it('refuses a plan by one person, and takes the second', async () => {
    expect(await sqlVerdict(app, confirm(office.operator.id))).toBe(REFUSED);
    expect(await sqlVerdict(app, confirm(office.operator.id), 'rollback', 'begin')).toBe(REFUSED);
    await plans.confirm(first.number, office.verifier);
  });

  it('refuses a receipt that is not the sum of what it settles, or settles what is not owed', async () => {
    const owed = await partsOf(second.id);
    expect(await sqlVerdict(app, ...receiptOf(75_001, owed))).toBe(REFUSED);
    expect(await sqlVerdict(app, ...receiptOf(75_000, owed.slice(1)))).toBe(REFUSED);
    expect(await sqlVerdict(app, ...receiptOf(25_000, (await partsOf(first.id)).slice(0, 1)))).toBe(REFUSED);
    const back = { caseNumber: second.number, amount: 25_000n, on: plainDate('2026-10-05'), receipt: 'K-1' };
    await app.get(CashRecoveryService).receive({ ...back, by: office.treasurer });
    expect(await sqlVerdict(app, ...receiptOf(75_000, owed))).toMatch(/^(23514|23505)$/);
  });

  it('lets a request hold only instalments that were agreed and are due', async () => {
    clock.moveTo(new Date('2026-11-05T03:00:00Z'));
    await calculate(app, office, [october]);
    const draft = await app
      .get(PaymentRequestsService)
      .draft({ payer: SIGUNTUR, months: [october], by: office.operator });
    expect(draft.request.gross).toBe(70_000n);
    const hold = (id: number | undefined) =>
      `insert into request_entitlement (request_id, entitlement_id) values (${String(draft.request.id)}, ${String(id)})`;
    const [, later] = await partsOf(first.id);
    expect(await sqlVerdict(app, hold(later))).toBe(REFUSED);
    const [unagreed] = await partsOf(second.id);
    expect(await sqlVerdict(app, hold(unagreed))).toBe(REFUSED);
  });

  it('keeps every part of a case, and the sum of them', async () => {
    const dropped = ['overpayment', 'overpayment_plan', 'overpayment_part', 'overpayment_receipt_part'];
    for (const table of dropped) expect(await sqlVerdict(app, `delete from ${table}`)).toBe('42501');
    expect(await sqlVerdictForApplication(app, `update overpayment set amount = 1`)).toBe('42501');
    const wrong = `insert into overpayment (number, paying_body_id, kader_id, amount, opened_by, opened_at)
      select 'X', paying_body_id, kader_id, 5, opened_by, now() from overpayment limit 1`;
    expect(await sqlVerdict(app, wrong)).toBe(REFUSED);
    const { count } = (
      await app.get(DataSource).query<[{ count: number }]>(`select count(*)::int from overpayment`)
    )[0];
    expect(count).toBe(2);
  });
});
