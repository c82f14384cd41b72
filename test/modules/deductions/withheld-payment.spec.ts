import { readFile } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import type { INestApplicationContext } from '@nestjs/common';
import { BudgetProofService } from '../../../src/modules/funding-sources/budget-proof.service.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { RemittancesService } from '../../../src/modules/deductions/remittances.service.js';
import { PaymentFilesService } from '../../../src/modules/payment-requests/payment-files.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { importTaxFacts, remit } from '../../support/deductions.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { chooseDeductions, SIGUNTUR } from '../../support/nagari.js';
import { answerOfBank, aPayingNagari, calculate, JULY, takeSteps } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const wish = { payer: SIGUNTUR, months: [JULY], by: office.operator };
const draft = (more: object = {}) => app.get(PaymentRequestsService).draft({ ...wish, ...more });

async function balances(of: INestApplicationContext): Promise<Record<string, bigint>> {
  const all = await of.get(LedgerService).trialBalance();
  return Object.fromEntries(
    all.filter(({ balance }) => balance !== 0n).map(({ code, balance }) => [code, balance]),
  );
}

describe('honor with tax and premiums', () => {
  it('is paid net, owed on, remitted, and given back where the bank returned it', async () => {
    await chooseDeductions(
      app,
      office.operator.id,
      SIGUNTUR,
      ['pph21-bukan-pegawai', 'bpjs-kader'],
      '2026-07-01',
    );
    await calculate(app, office);
    // C18: no number, no premium of hers.
    expect(await refusalCodes(draft)).toEqual([
      'deduction.participant-missing',
      'deduction.participant-missing',
    ]);
    const facts = await importTaxFacts(app, office, [
      '1310044101800001;Yusnidar;01/02/2026;PADAN;;17001234567',
      '1310044101800002;Rosmaniar;01/02/2026;TIDAK;;17001234568',
    ]);
    expect(facts).toMatchObject({ problems: [], created: 4, applied: true });

    const { request } = await draft();
    expect(request).toMatchObject({
      gross: 150_000n,
      deductions: 37_350n,
      net: 112_650n,
      deductedOn: '2026-10-05',
    });
    const { members, deductions } = await app.get(PaymentRequestsService).show(request.number);
    expect(members).toMatchObject([
      { name: 'Rosmaniar', amount: 75_000n, deductions: 18_675n, net: 56_325n },
      { name: 'Yusnidar', amount: 75_000n, deductions: 18_675n, net: 56_325n },
    ]);
    expect(deductions[0]?.steps).toContain('5% dari Rp37.500 = Rp1.875.');
    await takeSteps(app, office, request.number, 'release');
    expect(await balances(app)).toEqual({
      'Assets:Cash:13-10-04-2002': -112_650n,
      'Expenses:Honor:13-10-04-2002:ADN-2026': 50_000n,
      'Expenses:Honor:13-10-04-2002:DDS-2026': 100_000n,
      'Liabilities:BpjsPayable:13-10-04-2002': -33_600n,
      'Liabilities:TaxPayable:PPh21:13-10-04-2002': -3_750n,
    });

    const files = await app.get(PaymentFilesService).export(request.number, await temporaryFolder());
    expect(files.map(({ total }) => total)).toEqual([112_650n, 112_650n]);
    expect(await readFile(files[1]?.path ?? '', 'utf8')).toContain(',YUSNIDAR,56325,');

    expect(await refusalCodes(() => remit(app, office, { amount: 3_751n }))).toEqual([
      'remittance.above-owed',
    ]);
    expect(await remit(app, office, { amount: 1_875n })).toMatchObject({ isNew: true, outstanding: 1_875n });
    const answer = ['HK1-1-0001,56325,BERHASIL,', 'HK1-1-0002,56325,GAGAL,REKENING TUTUP'];
    expect(await answerOfBank(app, office, request.number, answer)).toMatchObject({
      returned: 1,
      state: 'settled',
    });
    expect(await balances(app)).toMatchObject({
      'Assets:Cash:13-10-04-2002': -58_200n,
      'Liabilities:HonorPayable:13-10-04-2002:DDS-2026': -50_000n,
      'Liabilities:HonorPayable:13-10-04-2002:ADN-2026': -25_000n,
      'Liabilities:BpjsPayable:13-10-04-2002': -16_800n,
    });
    expect(await app.get(RemittancesService).list(SIGUNTUR)).toMatchObject([
      {
        kind: 'pph21',
        period: '2026-10',
        withheld: 1_875n,
        remitted: 1_875n,
        outstanding: 0n,
        dueOn: '2026-11-15',
      },
      {
        kind: 'bpjs',
        period: '2026-10',
        withheld: 16_800n,
        remitted: 0n,
        outstanding: 16_800n,
        isLate: false,
      },
    ]);

    // Paid again, the premium of the month is carried again, by the new request only.
    const again = await draft({ retryReturned: true });
    expect(again.request).toMatchObject({ gross: 75_000n, net: 56_325n });
    await takeSteps(app, office, again.request.number, 'release');
    expect(await balances(app)).toEqual({
      'Assets:Cash:13-10-04-2002': -114_525n,
      'Expenses:Honor:13-10-04-2002:ADN-2026': 50_000n,
      'Expenses:Honor:13-10-04-2002:DDS-2026': 100_000n,
      'Liabilities:BpjsPayable:13-10-04-2002': -33_600n,
      'Liabilities:TaxPayable:PPh21:13-10-04-2002': -1_875n,
    });
    expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true });
    expect(await app.get(BudgetProofService).prove()).toMatchObject({ proven: true });
    const [{ owed, booked }] = await app.get(DataSource).query<[{ owed: bigint; booked: bigint }]>(
      `select (select sum(amount) from withholding)::bigint - (select sum(amount) from remittance)::bigint as owed,
              (select sum(credit - debit) from ledger.batch_account join ledger.account on id = account_id
               where code ~ '^Liabilities:(Tax|Bpjs)Payable:')::bigint as booked`,
    );
    expect(owed).toBe(booked);
  });
});
