import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { BudgetProofService } from '../../../src/modules/funding-sources/budget-proof.service.js';
import { ControlsService } from '../../../src/modules/controls/controls.service.js';
import { totalsBySource } from '../../../src/modules/disbursements/disbursements.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { aDraft, aPayingNagari, calculate, endService, JULY, takeSteps } from '../../support/payments.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const AUGUST = serviceMonth('2026-08');
const SEPTEMBER = serviceMonth('2026-09');

describe('totalsBySource', () => {
  it('leaves out what cancels out, and never gets a line that a request would give money back', () => {
    const share = (fundingSourceId: number, amount: bigint) => ({ fundingSourceId, amount });
    expect(totalsBySource([share(2, 5n), share(1, 7n), share(1, -7n), share(2, 1n)])).toEqual([[2, 6n]]);
    expect(() => totalsBySource([share(1, -1n)])).toThrow('takes from a budget line');
  });

  it('proves the budgets after corrections of months that were paid, held back and set off', async () => {
    await takeSteps(app, office, await aDraft(app, office, [JULY, AUGUST]), 'release');
    await endService(app, 'Yusnidar', '2026-07-31');
    const months = [JULY, AUGUST, SEPTEMBER];
    await calculate(app, office, months);
    const wish = { payer: SIGUNTUR, months, by: office.operator };
    const { request, heldOut } = await app.get(PaymentRequestsService).draft(wish);
    expect(heldOut).toMatchObject([
      { payee: { name: 'Yusnidar' }, owed: -75_000n, reason: { code: 'overpayment.set-aside' } },
    ]);
    expect(request).toMatchObject({ kaderCount: 1, gross: 75_000n });
    const controls = app.get(ControlsService);
    for (const { finding } of await controls.run(request.number))
      await controls.answer(request.number, finding, 'Ditagih kembali.', office.operator.id);
    await takeSteps(app, office, request.number, 'release');
    expect(await app.get(BudgetProofService).prove()).toMatchObject({ proven: true, problems: [] });
  });
});
