import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { OverpaymentPlansService } from '../../../src/modules/overpayments/overpayment-plans.service.js';
import { OverpaymentsService } from '../../../src/modules/overpayments/overpayments.service.js';
import { testApp } from '../../support/app.js';
import { addKader, SIGUNTUR } from '../../support/nagari.js';
import { aPaidQuarter, lowerTheRate } from '../../support/overpayments.js';
import { calculate } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';
import { close2026, DECEMBER_31, expectBooksToAgree } from '../../support/year-end.js';

const { app, clock } = await testApp();
const { office, quarter } = await aPaidQuarter(app);
await lowerTheRate(app, office, 50_000);
await addKader(app, office, { nik: '1310044101800003', name: 'Desi', nagari: SIGUNTUR, account: null });
await calculate(app, office, quarter);
clock.moveTo(DECEMBER_31);
const [first] = await app.get(OverpaymentsService).open(SIGUNTUR, undefined, office.operator);
const number = first?.number ?? '';

it('no plan takes instalments off honor of another year: its budget line is another, and nothing would be taken', async () => {
  const plans = app.get(OverpaymentPlansService);
  const propose = (from: string, instalment: bigint, mode: 'set-off' | 'cash' = 'set-off') =>
    plans.propose(
      number,
      { instalment, from: serviceMonth(from), mode, document: 'Surat 5' },
      office.operator,
    );
  expect(await refusalCodes(() => propose('2027-01', 25_000n))).toEqual(['overpayment.set-off-beyond-year']);
  await expect(propose('2026-11', 30_000n)).rejects.toMatchObject({ facts: { amount: 15_000n, year: 2026 } });
  expect((await propose('2026-11', 40_000n)).instalments).toHaveLength(2);
  expect((await propose('2027-01', 25_000n, 'cash')).instalments).toHaveLength(3);
});

it('the debt of a year that closes is what it owes, not less by what it paid to others too much', async () => {
  const { lines } = await close2026(app, office);
  expect(lines.map(({ source, debt }) => [source, debt])).toEqual([
    [`${SIGUNTUR}/DDS/2026`, 150_000n],
    [`${SIGUNTUR}/ADN/2026`, 0n],
  ]);
  await expectBooksToAgree(app);
});
