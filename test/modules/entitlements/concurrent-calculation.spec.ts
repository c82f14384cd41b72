import { DataSource } from 'typeorm';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { testApp } from '../../support/app.js';
import { anotherApp, aPayingNagari, calculate } from '../../support/payments.js';

const { app, url } = await testApp();
const other = await anotherApp(url);

it('calculations of one region at the same moment give one set of lines', async () => {
  const office = await aPayingNagari(app);
  const reports = await Promise.all([app, other, app, other].map((one) => calculate(one, office)));
  expect(reports.map((report) => report.changedLines).sort()).toEqual([0, 0, 0, 2]);
  expect(new Set(reports.map((report) => report.gross))).toEqual(new Set([150_000n]));
  const lines = await app.get(DataSource).query<unknown[]>('select 1 from honor_line');
  expect(lines).toHaveLength(2);
  expect(await app.get(LedgerVerificationService).verify()).toMatchObject({
    verified: true,
    batches: 1,
    entries: 2,
  });
});
