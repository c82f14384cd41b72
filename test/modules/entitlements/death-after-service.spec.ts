import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { testApp } from '../../support/app.js';
import { aPayingNagari, calculate } from '../../support/payments.js';

const { app } = await testApp();
const office = await aPayingNagari(app);

it('nothing is taken back from a kader who died later, until her heir is known', async () => {
  const months = [serviceMonth('2026-04')];
  await calculate(app, office, months);
  await app.get(DataSource).query(`update kader set deceased_on = '2026-10-02' where name = 'Yusnidar'`);
  const report = await calculate(app, office, months);
  expect(report).toMatchObject({ changedLines: 0 });
  expect(report.exclusions.map(({ kaderName, code }) => [kaderName, code])).toEqual([
    ['Yusnidar', 'honor.deceased-heir-needed'],
  ]);
});
