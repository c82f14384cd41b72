import { DataSource } from 'typeorm';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { testApp } from '../../support/app.js';
import { aDraft, aPayingNagari, takeSteps } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const steps = app.get(PaymentRequestStepsService);

async function budget(): Promise<{ reserved: bigint; spent: bigint }[]> {
  const sources = await app.get(FundingSourcesService).list();
  return sources.slice(0, 2).map(({ reserved, spent }) => ({ reserved, spent }));
}

async function references(): Promise<string[]> {
  const rows = await app
    .get(DataSource)
    .query<{ reference: string }[]>('select reference from disbursement order by id');
  return rows.map((row) => row.reference);
}

it('a rejected request frees its budget, and is paid after a second round under new references', async () => {
  const number = await aDraft(app, office);
  await takeSteps(app, office, number, 'approve');
  expect(await budget()).toEqual([
    { reserved: 100_000n, spent: 0n },
    { reserved: 50_000n, spent: 0n },
  ]);
  expect(await references()).toEqual(['HK1-1-0001', 'HK1-1-0002']);

  expect(await refusalCodes(() => steps.reject(number, office.wali, ' '))).toEqual(['payment.reason-needed']);
  const rejected = await steps.reject(number, office.wali, 'Rekening belum lengkap');
  expect(rejected).toMatchObject({ state: 'draft', verifiedBy: null, approvedBy: null });
  expect(await budget()).toEqual([
    { reserved: 0n, spent: 0n },
    { reserved: 0n, spent: 0n },
  ]);
  expect(await references()).toEqual([]);

  await takeSteps(app, office, number, 'release');
  expect(await references()).toEqual(['HK1-2-0001', 'HK1-2-0002']);
  expect(await budget()).toEqual([
    { reserved: 0n, spent: 100_000n },
    { reserved: 0n, spent: 50_000n },
  ]);
  expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true });
  expect(await refusalCodes(() => steps.reject(number, office.wali, 'Terlambat'))).toEqual([
    'payment.wrong-state',
  ]);
});
