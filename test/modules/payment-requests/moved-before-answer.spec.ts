import { DataSource } from 'typeorm';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { answerFindings } from '../../support/findings.js';
import { SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { aDraft, answerOfBank, aPayingNagari, calculate, JULY, takeSteps } from '../../support/payments.js';
import {
  addDebtLine,
  close2026,
  debtWish,
  DECEMBER,
  expectBooksToAgree,
  FEBRUARY_1,
} from '../../support/year-end.js';

const { app, clock } = await testApp();
const office = await aPayingNagari(app);

/** She lives in another nagari from now on, as a new roster says. */
async function move(to: string): Promise<void> {
  await app.get(DataSource).query(`update kader set nagari_code = $1 where name = 'Yusnidar'`, [to]);
}

/** What each region's entries of the bank add up to: what was paid, less what came back. */
async function cashByRegion(): Promise<unknown> {
  return app.get(DataSource).query(
    `select region_digits::text as region, -sum(amount)::bigint as paid from ledger.line
     join ledger.account on account.id = account_id where code like '%Cash:%' group by 1 order by 1`,
  );
}

it('what the bank returns to who moved meanwhile comes back where it was paid', async () => {
  const number = await aDraft(app, office, [JULY]);
  await takeSteps(app, office, number, 'release');
  await move(SITIUNG);
  const answer = ['HK1-1-0001,75000,GAGAL,REKENING TUTUP', 'HK1-1-0002,75000,BERHASIL,'];
  expect(await answerOfBank(app, office, number, answer)).toMatchObject({
    ...{ paid: 1, returned: 1, state: 'settled' },
  });
  expect(await cashByRegion()).toEqual([{ region: '1310042002', paid: 75_000n }]);
  expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true });
});

it('and so does debt of a closed year, to the line that owes it', async () => {
  await move(SIGUNTUR);
  clock.moveTo(FEBRUARY_1);
  await calculate(app, office, [DECEMBER]);
  await addDebtLine(app, office, 500_000n);
  await close2026(app, office);
  const { request } = await app
    .get(PaymentRequestsService)
    .draft({ ...debtWish(office, [DECEMBER]), retryReturned: true });
  await answerFindings(app, request.number, office.operator.id);
  await takeSteps(app, office, request.number, 'release');
  await move(SITIUNG);
  const reference = (index: number) => `HK${String(request.id)}-1-000${String(index)}`;
  const answer = [`${reference(1)},75000,GAGAL,TUTUP`, `${reference(2)},75000,BERHASIL,`];
  expect(await answerOfBank(app, office, request.number, answer)).toMatchObject({ state: 'settled' });
  await expectBooksToAgree(app);
  const transfers: unknown = await app.get(DataSource).query(
    `select region_digits::text as region, sum(amount)::bigint as amount from ledger.line
     join ledger.account on account.id = account_id where code like '%UTANG-2027' group by 1 order by 1`,
  );
  expect(transfers).toEqual([{ region: '1310042002', amount: 0n }]);
});
