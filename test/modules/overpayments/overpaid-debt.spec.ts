import { plainDate } from '../../../src/core/shared/plain-date.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { CashRecoveryService } from '../../../src/modules/overpayments/cash-recovery.service.js';
import { OverpaymentsService } from '../../../src/modules/overpayments/overpayments.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { answerFindings } from '../../support/findings.js';
import { addFunding, addKader, anOffice, SIGUNTUR } from '../../support/nagari.js';
import { settle } from '../../support/overpayments.js';
import { calculate, endService, importPolicy, policyDocument, takeSteps } from '../../support/payments.js';
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

it('what was paid too much as debt of a closed year goes back to the line that paid it', async () => {
  const { request } = await app.get(PaymentRequestsService).draft(debtWish(office, [DECEMBER]));
  await answerFindings(app, request.number, office.operator.id);
  await takeSteps(app, office, request.number, 'release');
  await settle(app, office, request.number);
  await endService(app, 'Yusnidar', '2026-11-30');
  await calculate(app, office, [DECEMBER]);
  const [opened] = await app.get(OverpaymentsService).open(SIGUNTUR, undefined, office.operator);
  const caseNumber = opened?.number ?? '';
  const pay = (receipt: string, amount: bigint) =>
    app.get(CashRecoveryService).receive({
      ...{ caseNumber, amount, receipt, on: plainDate('2027-02-01'), by: office.treasurer },
    });
  expect(await pay('K-1', 50_000n)).toMatchObject({ rest: 25_000n });
  await expectBooksToAgree(app);
  expect(await pay('K-2', 25_000n)).toMatchObject({ rest: 0n });
  await expectBooksToAgree(app);
  const lines = await app.get(FundingSourcesService).list();
  expect(lines.map(({ label, spent }) => [label, spent])).toEqual(
    expect.arrayContaining([
      ['DDS', 0n],
      ['UTANG', 0n],
    ]),
  );
});
