import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { EntitlementsService } from '../../../src/modules/entitlements/entitlements.service.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { BankResultsService } from '../../../src/modules/payment-requests/bank-results.service.js';
import { PaymentFilesService } from '../../../src/modules/payment-requests/payment-files.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { addFunding, addKader, addPolicy, anOffice, SIGUNTUR, withFile } from '../../support/nagari.js';
import { reportActivity } from '../../support/reports.js';

const { app } = await testApp();
const quarter = ['2026-07', '2026-08', '2026-09'].map(serviceMonth);

describe('a quarter of one nagari', () => {
  it('goes from roster to settled payment, and the books agree at every step', async () => {
    const office = await anOffice(app);
    await addPolicy(app, office);
    await addFunding(app, office, SIGUNTUR, 1_000_000n);
    await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar', nagari: SIGUNTUR });
    await addKader(app, office, { nik: '1310044101800002', name: 'Rosmaniar', nagari: SIGUNTUR });
    await addKader(app, office, { nik: '1310044101800003', name: 'Desi', nagari: SIGUNTUR, account: null });
    await reportActivity(app, quarter);
    const report = await app
      .get(EntitlementsService)
      .calculate({ regionCode: SIGUNTUR, months: quarter, by: office.operator });
    expect(report).toMatchObject({ kader: 3, gross: 675_000n, changedLines: 9, exclusions: [] });
    const again = await app
      .get(EntitlementsService)
      .calculate({ regionCode: SIGUNTUR, months: quarter, by: office.operator });
    expect(again).toMatchObject({ gross: 675_000n, changedLines: 0, changedGross: 0n });

    const draft = await app
      .get(PaymentRequestsService)
      .draft({ payer: SIGUNTUR, months: quarter, by: office.operator });
    expect(draft.request).toMatchObject({ kaderCount: 2, net: 450_000n, state: 'draft' });
    expect(draft.heldOut.map(({ reason }) => reason.code)).toEqual(['payment.account-missing']);
    const { number } = draft.request;
    const steps = app.get(PaymentRequestStepsService);
    await steps.submit(number, office.operator);
    await steps.verify(number, office.verifier);
    await steps.approve(number, office.wali);
    await steps.release(number, office.treasurer);

    const sources = await app.get(FundingSourcesService).list();
    expect(sources.map(({ label, reserved, spent }) => ({ label, reserved, spent }))).toEqual([
      { label: 'DDS', reserved: 0n, spent: 300_000n },
      { label: 'ADN', reserved: 0n, spent: 150_000n },
      { label: 'BOK', reserved: 0n, spent: 0n },
    ]);
    const files = await app.get(PaymentFilesService).export(number, join(await temporaryFolder(), 'berkas'));
    expect(files.map(({ kind, rows, total }) => ({ kind, rows, total }))).toEqual([
      { kind: 'recipients-list', rows: 2, total: 450_000n },
      { kind: 'bank-csv', rows: 2, total: 450_000n },
    ]);
    const csv = await readFile(files[1]?.path ?? '', 'utf8');
    expect(csv).toContain('0001800001,YUSNIDAR,225000');
    const answer = [
      'NO_REFERENSI,NOMINAL,STATUS,KETERANGAN',
      'HK1-1-0001,225000,BERHASIL,',
      'HK1-1-0002,225000,GAGAL,REKENING TUTUP',
    ];
    const reconciled = await withFile('hasil.csv', answer.join('\r\n'), (path) =>
      app.get(BankResultsService).reconcile(number, path, office.treasurer),
    );
    expect(reconciled).toMatchObject({
      paid: 1,
      returned: 1,
      outstanding: 0,
      state: 'settled',
      applied: true,
    });

    const balances = await app.get(LedgerService).trialBalance();
    expect(balances.filter(({ balance }) => balance !== 0n)).toEqual([
      { code: 'Assets:Cash:13-10-04-2002', type: 'A', balance: -225_000n },
      { code: 'Expenses:Honor:13-10-04-2002:ADN-2026', type: 'X', balance: 225_000n },
      { code: 'Expenses:Honor:13-10-04-2002:DDS-2026', type: 'X', balance: 450_000n },
      { code: 'Liabilities:HonorPayable:13-10-04-2002:ADN-2026', type: 'L', balance: -150_000n },
      { code: 'Liabilities:HonorPayable:13-10-04-2002:DDS-2026', type: 'L', balance: -300_000n },
    ]);
    expect(await app.get(LedgerVerificationService).verify()).toMatchObject({
      verified: true,
      batches: 5,
      problems: [],
    });
  });
});
