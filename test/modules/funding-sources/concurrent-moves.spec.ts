import { plainDate } from '../../../src/core/shared/plain-date.js';
import { BudgetProofService } from '../../../src/modules/funding-sources/budget-proof.service.js';
import { BudgetRevisionService } from '../../../src/modules/funding-sources/budget-revision.service.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { ReceiptsService } from '../../../src/modules/funding-sources/receipts.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { testApp } from '../../support/app.js';
import { addFunding, addKader, addPolicy, anOffice, SIGUNTUR } from '../../support/nagari.js';
import { aDraft, anotherApp, JULY, openConnections, takeSteps } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const EACH = 6;
const PAPERS = 12;

const { app, url } = await testApp();
const apps = [app, ...(await Promise.all([1, 2].map(() => anotherApp(url))))];

it('tranches, payments, undoings and revisions at once leave every line what its moves make it', async () => {
  const office = await anOffice(app);
  await addPolicy(app, office);
  await addFunding(app, office, SIGUNTUR, 1_000_000n);
  const approved: string[] = [];
  for (let index = 0; index < EACH; index += 1) {
    const nik = `13100441018000${String(index + 10)}`;
    await addKader(app, office, { nik, name: `Kader ${String(index)}`, nagari: SIGUNTUR });
    const number = await aDraft(app, office, [JULY]);
    await takeSteps(app, office, number, 'approve');
    approved.push(number);
  }
  const connections = await Promise.all(apps.map((one) => openConnections(one, 10)));
  expect(new Set(connections.flat()).size).toBe(10 * apps.length);

  const line = { payer: SIGUNTUR, label: 'DDS', fiscalYear: 2026 };
  const on = plainDate('2026-07-15');
  const next = roundRobin();
  const receive = (paper: number) => () =>
    next()
      .get(ReceiptsService)
      .receive({
        ...line,
        amount: 10_000n,
        on,
        reference: `SP2D ${String(paper)}`,
        note: null,
        by: office.treasurer,
      });
  const papers = Array.from({ length: PAPERS }, (_, index) => index);
  const acts = [
    // every paper twice: one of the two is the same again
    ...papers.flatMap((paper) => [receive(paper), receive(paper)]),
    ...approved.map(
      (number) => () => next().get(PaymentRequestStepsService).release(number, office.treasurer),
    ),
    ...[900_000n, 950_000n, 400_000n].map(
      (to) => () =>
        next()
          .get(BudgetRevisionService)
          .revise({ ...line, to, legalBasis: `DPPA ${String(to)}`, by: office.operator.id }),
    ),
  ];
  const outcomes = await Promise.all(acts.map((act) => refusalCodes(act)));
  expect(outcomes.flat()).toEqual([]);
  const undoings = await Promise.all(
    papers.slice(0, 4).flatMap((paper) =>
      ['salah', 'keliru'].map((reason) =>
        refusalCodes(() =>
          next()
            .get(ReceiptsService)
            .retract({ ...line, reference: `SP2D ${String(paper)}`, reason, by: office.treasurer }),
        ),
      ),
    ),
  );
  // of two reasons for one paper, one wins
  expect(undoings.flat()).toEqual(Array.from({ length: 4 }, () => 'funding.receipt-retracted'));

  const sources = await app.get(FundingSourcesService).list();
  expect(sources.find((source) => source.label === 'DDS')).toMatchObject({
    reserved: 0n,
    spent: BigInt(EACH) * 50_000n,
    received: BigInt(PAPERS - 4) * 10_000n,
  });
  expect(await app.get(BudgetProofService).prove()).toMatchObject({ proven: true, problems: [] });
  expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true });
});

function roundRobin() {
  let turn = 0;
  return () => {
    turn += 1;
    return apps[turn % apps.length] ?? app;
  };
}
