import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { LineTransfersService } from '../../../src/modules/overpayments/line-transfers.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { aPaidQuarter } from '../../support/overpayments.js';
import {
  calculate,
  importPolicy,
  policyDocument,
  sqlVerdict,
  sqlVerdictForApplication,
} from '../../support/payments.js';

const REFUSED = '23514';
const { app, clock } = await testApp();
const { office, quarter } = await aPaidQuarter(app);
const component = {
  ...{ code: 'honor-bulanan', name: 'Honor bulanan', kind: 'flat-monthly', amount: 75_000 },
  ...{ proration: 'active-on-first', rounding: 'down' },
  funding: { percentage: [{ source: 'nagari/ADN', percent: 100 }] },
};
await importPolicy(
  app,
  office,
  policyDocument({ code: 'honor-siguntur', scope: SIGUNTUR, components: [component] }),
);
await calculate(app, office, quarter);

/** Corrections by what they are: of one kader, month by month, what the old line gives back and the new one owes. */
async function corrections(): Promise<{ id: number; amount: bigint }[]> {
  return app.get(DataSource).query(
    `select entitlement.id, entitlement.amount from entitlement join honor_line on honor_line.id = honor_line_id
     where revision > 0 and kader_id = (select min(id) from kader) order by service_month, entitlement.amount`,
  );
}

const transfer = (
  first: number,
  amount: number,
  parts: readonly number[],
  kader = '(select min(id) from kader)',
) => [
  `insert into line_transfer (paying_body_id, kader_id, entitlement_id, amount, batch_id, moved_by, moved_at)
   values ((select id from paying_body where code = '${SIGUNTUR}'), ${kader}, ${String(first)}, ${String(amount)},
           (select min(id) from ledger.batch), 1, now())`,
  ...parts.map(
    (id) =>
      `insert into line_transfer_part select ${String(id)}, id from line_transfer where entitlement_id = ${String(first)}`,
  ),
];

it('the database takes only a transfer that gives and takes nothing, of one month of one kader', async () => {
  const [back, owed, otherBack, otherOwed] = (await corrections()).map(({ id }) => id) as [
    number,
    ...number[],
  ];
  const of = (...ids: (number | undefined)[]) => ids.filter((id) => id !== undefined);
  expect(await sqlVerdict(app, ...transfer(back, 75_000, of(back)))).toBe(REFUSED);
  expect(await sqlVerdict(app, ...transfer(back, 74_999, of(back, owed)))).toBe(REFUSED);
  expect(await sqlVerdict(app, ...transfer(back, 75_000, of(back, otherOwed)))).toBe(REFUSED);
  expect(await sqlVerdict(app, ...transfer(back, 150_000, of(back, owed, otherBack, otherOwed)))).toBe(
    REFUSED,
  );
  const another = '(select max(id) from kader)';
  expect(await sqlVerdict(app, ...transfer(back, 75_000, of(back, owed), another))).toBe(REFUSED);
});

it('what lines settled is neither paid nor claimed back, nor changed', async () => {
  await app.get(LineTransfersService).settle(SIGUNTUR, undefined, office.treasurer);
  clock.moveTo(new Date('2026-11-05T03:00:00Z'));
  const october = serviceMonth('2026-10');
  await calculate(app, office, [october]);
  const wish = { payer: SIGUNTUR, months: [...quarter, october], by: office.operator };
  const { request, heldOut } = await app.get(PaymentRequestsService).draft(wish);
  expect([request.gross, heldOut]).toEqual([150_000n, []]);
  const [, owed] = await corrections();
  const hold = `insert into request_entitlement (request_id, entitlement_id) values (${String(request.id)}, ${String(owed?.id)})`;
  expect(await sqlVerdict(app, hold)).toBe(REFUSED);
  for (const table of ['line_transfer', 'line_transfer_part'])
    expect(await sqlVerdict(app, `delete from ${table}`)).toBe('42501');
  expect(await sqlVerdictForApplication(app, 'update line_transfer set amount = 1')).toBe('42501');
});
