import { DataSource } from 'typeorm';
import { ControlsService } from '../../../src/modules/controls/controls.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { aDraft, aPayingNagari, importPolicy, policyDocument } from '../../support/payments.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const funding = { percentage: [{ source: 'nagari/DDS', percent: 100 }] };
const own = { scope: SIGUNTUR, changeWithinMonth: 'by-days' };

it('asks of a decree only the days that are paid by it: those since it began, or the months of a year before it ended (C1)', async () => {
  const lump = {
    ...{ code: 'honor-setahun', name: 'Honor setahun', kind: 'lump', amount: 700_000, paidIn: 'juli' },
    ...{ proration: 'months-served', rounding: 'down', funding },
  };
  const ended = { ...own, code: 'perna-lama', validTo: '2026-06-30', components: [lump] };
  await importPolicy(app, office, policyDocument(ended));
  const component = {
    ...{ code: 'insentif', name: 'Insentif nagari', kind: 'flat-monthly', amount: 100_000 },
    ...{ proration: 'active-on-first', rounding: 'down', funding },
  };
  const begins = { ...own, code: 'perna-baru', validFrom: '2026-07-16', components: [component] };
  await importPolicy(app, office, policyDocument(begins));

  const number = await aDraft(app, office);
  const paid = await app
    .get(DataSource)
    .query<{ line: string }[]>(
      `select distinct concat_ws(' ', component, amount) as line from honor_line order by line`,
    );
  expect(paid.map(({ line }) => line)).toEqual([
    'honor-bulanan 36290',
    'honor-setahun 600000',
    'insentif 51613',
  ]);
  const found = await app.get(ControlsService).run(number);
  expect(found.map(({ code }) => code).filter((code) => code === 'control.month-outside-decree')).toEqual([]);
});
