import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { LineTransfersService } from '../../../src/modules/overpayments/line-transfers.service.js';
import { OverpaymentsService } from '../../../src/modules/overpayments/overpayments.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { answerFindings } from '../../support/findings.js';
import { addFunding, addKader, anOffice, SIGUNTUR } from '../../support/nagari.js';
import { settle } from '../../support/overpayments.js';
import { calculate, importPolicy, policyDocument, takeSteps } from '../../support/payments.js';
import {
  addDebtLine,
  close2026,
  debtWish,
  DECEMBER,
  expectBooksToAgree,
  FEBRUARY_1,
} from '../../support/year-end.js';

const { app, clock } = await testApp();
const office = await anOffice(app);
await importPolicy(app, office, policyDocument());
await addFunding(app, office, SIGUNTUR, 1_000_000n);
await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar', nagari: SIGUNTUR });
clock.moveTo(FEBRUARY_1);
await calculate(app, office, [DECEMBER]);
await close2026(app, office);
await addDebtLine(app, office, 200_000n);

it('settles what lines of a closed year owe her, and leaves what they spent as it was reported', async () => {
  const { request } = await app.get(PaymentRequestsService).draft(debtWish(office, [DECEMBER]));
  await answerFindings(app, request.number, office.operator.id);
  await takeSteps(app, office, request.number, 'release');
  await settle(app, office, request.number);
  const component = {
    ...{ code: 'honor-bulanan', name: 'Honor bulanan', kind: 'flat-monthly', amount: 75_000 },
    ...{ proration: 'active-on-first', rounding: 'down' },
    funding: { percentage: [{ source: 'nagari/ADN', percent: 100 }] },
  };
  const own = { code: 'honor-siguntur', scope: SIGUNTUR, components: [component] };
  await importPolicy(app, office, policyDocument(own));
  await calculate(app, office, [DECEMBER]);
  const spent = async () =>
    (await app.get(FundingSourcesService).list()).map((line) => [line.label, line.reserved, line.spent]);
  const before = await spent();
  const { moved } = await app.get(LineTransfersService).settle(SIGUNTUR, undefined, office.treasurer);
  expect(moved).toMatchObject([
    { amount: 75_000n, from: `${SIGUNTUR}/DDS/2026`, to: `${SIGUNTUR}/ADN/2026` },
  ]);
  expect(await spent()).toEqual(before);
  expect(await app.get(OverpaymentsService).list()).toMatchObject({ unopened: [], moves: [], cases: [] });
  await expectBooksToAgree(app);
});
