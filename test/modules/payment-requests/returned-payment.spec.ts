import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { refusalCodes } from '../../support/refusal.js';
import { aDraft, answerOfBank, aPayingNagari, JULY, takeSteps } from '../../support/payments.js';

const { app } = await testApp();
const office = await aPayingNagari(app);

it('what the bank returned is paid by the next request on the same entitlements, and the books agree', async () => {
  const number = await aDraft(app, office);
  await takeSteps(app, office, number, 'release');
  const answer = ['HK1-1-0001,75000,BERHASIL,', 'HK1-1-0002,75000,GAGAL,REKENING TUTUP'];
  expect(await answerOfBank(app, office, number, answer)).toMatchObject({
    paid: 1,
    returned: 1,
    state: 'settled',
  });
  expect(await answerOfBank(app, office, number, answer)).toMatchObject({ paid: 0, returned: 0, known: 2 });

  const wish = { payer: SIGUNTUR, months: [JULY], by: office.operator };
  const requests = app.get(PaymentRequestsService);
  expect(await refusalCodes(() => requests.draft(wish))).toEqual(['payment.account-returned']);
  const { request } = await requests.draft({ ...wish, retryReturned: true });
  expect(request).toMatchObject({ kaderCount: 1, gross: 75_000n });
  await takeSteps(app, office, request.number, 'release');
  const second = await answerOfBank(app, office, request.number, ['HK2-1-0001,75000,BERHASIL,']);
  expect(second).toMatchObject({ paid: 1, state: 'settled' });

  const balances = await app.get(LedgerService).trialBalance();
  expect(balances.filter(({ balance }) => balance !== 0n)).toEqual([
    { code: 'Assets:Cash:13-10-04-2002', type: 'A', balance: -150_000n },
    { code: 'Expenses:Honor:13-10-04-2002:ADN-2026', type: 'X', balance: 50_000n },
    { code: 'Expenses:Honor:13-10-04-2002:DDS-2026', type: 'X', balance: 100_000n },
  ]);
  const spent = (await app.get(FundingSourcesService).list()).map((source) => source.spent);
  expect(spent).toEqual([100_000n, 50_000n, 0n]);
  expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true });
});
