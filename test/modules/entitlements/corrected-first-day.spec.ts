import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { toJson } from '../../../src/core/shared/to-json.js';
import { AuditService } from '../../../src/modules/audit/audit.service.js';
import { RosterImportService } from '../../../src/modules/kader-roster/roster-import.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { OverpaymentsService } from '../../../src/modules/overpayments/overpayments.service.js';
import { testApp } from '../../support/app.js';
import { addFunding, addKader, anOffice, SIGUNTUR, withFile } from '../../support/nagari.js';
import { settle } from '../../support/overpayments.js';
import { aDraft, calculate, importPolicy, policyDocument, takeSteps } from '../../support/payments.js';

const { app } = await testApp();
const office = await anOffice(app);
await importPolicy(app, office, policyDocument());
await addFunding(app, office, SIGUNTUR, 1_000_000n);
await addKader(app, office, {
  nik: '1310044101800001',
  name: 'Yusnidar',
  nagari: SIGUNTUR,
  from: '2026-08-05',
});
const quarter = ['2026-07', '2026-08', '2026-09'].map(serviceMonth);

const HEADER = 'NAMA,NIK,TGL LAHIR,L/P,POSYANDU,JABATAN,BIDANG,NO SK,TGL SK,BERLAKU MULAI,BERLAKU SAMPAI';

/** Imports the SK of Yusnidar as a sheet states it. */
function state(sk: string, from: string, to: string) {
  const cells = [
    'Yusnidar',
    '1310044101800001',
    '01/01/1980',
    'P',
    'Mawar',
    'Kader',
    'Kesehatan',
    sk,
    '05/01/2026',
  ];
  const content = ['NAGARI SIGUNTUR', HEADER, [...cells, from, to].join(',')].join('\n');
  return withFile('kader.csv', content, (path) =>
    app.get(RosterImportService).importRoster({ path, by: office.operator.id, acceptChanges: true }),
  );
}

describe('the first day of an SK', () => {
  it('corrected to an earlier one gives the months that are covered now', async () => {
    expect(await calculate(app, office, quarter)).toMatchObject({ gross: 75_000n });
    expect(await state('SK-1/2026', '01/07/2026', '31/12/2026')).toMatchObject({
      problems: [],
      applied: true,
    });
    expect(await calculate(app, office, quarter)).toMatchObject({ changedGross: 150_000n, gross: 225_000n });
    const [act] = await app.get(AuditService).list({ table: 'appointment' }, 1);
    expect(toJson(act)).toMatch(/"before":.*2026-08-05.*"after":.*2026-07-01/);
  });

  it('corrected to a later one after the payment is an overpayment of the months that are covered no longer', async () => {
    const number = await aDraft(app, office, quarter);
    await takeSteps(app, office, number, 'release');
    await settle(app, office, number);
    await state('SK-1/2026', '01/09/2026', '31/12/2026');
    expect(await calculate(app, office, quarter)).toMatchObject({ changedGross: -150_000n, gross: 75_000n });
    await app.get(OverpaymentsService).open(SIGUNTUR, undefined, office.operator);
    expect((await app.get(OverpaymentsService).list()).cases).toMatchObject([{ amount: 150_000n }]);
  });

  it('with an older SK recorded late, gives the months of that one back', async () => {
    await state('SK-0/2026', '01/07/2026', '31/07/2026');
    expect(await calculate(app, office, quarter)).toMatchObject({ changedGross: 75_000n, gross: 150_000n });
    const active = await app
      .get(DataSource)
      .query<unknown[]>('select active::text from appointment order by valid_from');
    expect(active).toEqual([{ active: '[2026-07-01,2026-08-01)' }, { active: '[2026-09-01,2027-01-01)' }]);
    expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true });
  });
});
