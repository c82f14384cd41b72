import { DataSource } from 'typeorm';
import { ValidationService } from '../../../src/modules/reports/validation.service.js';
import { RosterListService } from '../../../src/modules/reports/roster-list.service.js';
import { accountLiterals } from '../../support/account-numbers.js';
import { testApp } from '../../support/app.js';
import { addKader, SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { aPayingNagari } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
await addKader(app, office, { nik: '1310044101800003', name: 'Mardiana', nagari: SIGUNTUR, account: null });
await addKader(app, office, { nik: '1310044101800004', name: 'Zubaidah', nagari: SITIUNG, to: '2026-08-31' });

const report = (regionCode?: string) => app.get(ValidationService).report({ regionCode });

it('looks at everything from the top down, and adds up', async () => {
  const { data } = await report();
  const total = (code: string) => data.places.find((one) => one.code === code)?.total;
  expect(data.region).toBe('13');
  expect(total('13')).toBe(data.findings.length);
  expect((total(SIGUNTUR) ?? 0) + (total(SITIUNG) ?? 0)).toBe(total('13.10.04'));
  expect(data.months).toEqual(['2026-07', '2026-08', '2026-09']);
});

it('finds in a nagari what the database shows, without a whole NIK', async () => {
  const { data, lines, sheet } = await report(SITIUNG);
  expect(data.findings.map(({ what }) => what.code)).toEqual([
    'report.check-no-budget',
    'report.check-no-kader',
    'report.check-sk-ended',
    ...['activity', 'activity', 'activity'].map(() => 'report.check-no-activity'),
  ]);
  expect(lines.join('\n')).not.toMatch(/\d{16}/);
  expect([...sheet().rows].length).toBeGreaterThan(data.findings.length);
  const siguntur = (await report(SIGUNTUR)).data.findings.map(({ what }) => what.text);
  expect(siguntur).toContain('Mardiana (1310********0003) belum mempunyai rekening.');
});

it('an account change that waits is told since when', async () => {
  const [{ id }] = await app
    .get(DataSource)
    .query<[{ id: number }]>(`select id from kader where name = 'Yusnidar'`);
  await app.get(DataSource).query(
    `insert into bank_account (kader_id, bank_code, account_number_sealed, account_number_digest, account_name, replaces_id, recorded_by, recorded_at)
     select kader_id, '002', ${accountLiterals('554401000123456')}, account_name, id, $2, '2026-09-30T20:00:00Z' from bank_account where kader_id = $1`,
    [id, office.operator.id],
  );
  const { data } = await report(SIGUNTUR);
  const pending = data.findings.find(({ what }) => what.code === 'report.check-account-pending');
  expect(pending).toMatchObject({ since: '2026-10-01', who: 'siapa pun selain Ani Marlina' });
});

it('lists a roster by place and status, and refuses what is not there instead of an empty list', async () => {
  const list = app.get(RosterListService);
  const { data } = await list.list({ regionCode: SIGUNTUR, posyandu: 'mawar', status: 'aktif' });
  expect(data.kader.map(({ name }) => name)).toEqual(['Mardiana', 'Rosmaniar', 'Yusnidar']);
  expect(data.kader[2]).toMatchObject({
    nik: '1310********0001',
    accountProblem: 'menunggu konfirmasi Bank BRI ***********3456',
  });
  expect(await refusalCodes(() => list.list({ regionCode: '13.10.04.2999' }))).toEqual(['region.missing']);
  expect(await refusalCodes(() => list.list({ regionCode: SIGUNTUR, posyandu: 'Dahlia' }))).toEqual([
    'report.posyandu-unknown',
  ]);
  expect(await refusalCodes(() => report('13.99'))).toEqual(['region.missing']);
});
