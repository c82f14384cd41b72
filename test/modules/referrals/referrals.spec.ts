import { DataSource } from 'typeorm';
import { describeProblem } from '../../../src/core/formats/sheet/problem.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { ActivityImportService } from '../../../src/modules/activities/activity-import.service.js';
import { ActivityVerificationService } from '../../../src/modules/activities/activity-verification.service.js';
import { EntitlementsService } from '../../../src/modules/entitlements/entitlements.service.js';
import { HonorPoliciesService } from '../../../src/modules/honor-policies/honor-policies.service.js';
import { ReferralImportService } from '../../../src/modules/referrals/referral-import.service.js';
import { ValidationService } from '../../../src/modules/reports/validation.service.js';
import { honorOn } from '../../support/commands.js';
import { testApp } from '../../support/app.js';
import { addFunding, addKader, anOffice, SITIUNG, withFile } from '../../support/nagari.js';
import { addSpm } from '../../support/spm.js';

const { app, clock } = await testApp();
const office = await anOffice(app);
await addFunding(app, office, SITIUNG, 1_000_000n);
await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar', nagari: SITIUNG });
await addKader(app, office, { nik: '1310044101800002', name: 'Rosmaniar', nagari: SITIUNG });
const honor = honorOn({ app, clock });
const asJson = async (...words: string[]): Promise<unknown> =>
  JSON.parse((await honor('--json', ...words)).stdout);
const by = office.operator.id;

const sheet = (rows: readonly string[], dryRun = false) => {
  const header = 'NAGARI SITIUNG\nTGL;POSYANDU;NIK KADER;NAMA KADER;BIDANG;LAYANAN;JUMLAH;URAIAN';
  return withFile('rujukan.csv', [header, ...rows].join('\n'), (path) =>
    app.get(ReferralImportService).importFile({ path, by, dryRun }),
  );
};
const record = (change: Record<string, string> = {}) => {
  const flags = {
    ...{ posyandu: '13.10.04.2001.001', kader: '1310044101800001', bidang: 'sosial', on: '2026-09-25' },
    ...{ subject: 'bansos', count: '2', description: 'Dua keluarga belum terdaftar', by: 'ani' },
    ...change,
  };
  return honor(
    'referral',
    'record',
    ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
  );
};

it('is refused while nobody has said which services and which OPD there are', async () => {
  const refused = await record();
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(/^referral.subject-unknown: .*Pilihannya: belum ada/m);
  expect(refused.stderr).toMatch(/^bidang.opd-missing: /m);
});

describe('referrals', () => {
  beforeAll(() => addSpm(app, office));

  it('are recorded one by one, and the same again is nothing', async () => {
    expect(await record()).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Rujukan 1 tercatat.') as string,
    });
    expect((await record()).stdout).toContain('Baru: 0');
    const otherwise = await record({ count: '3' });
    expect(otherwise.stderr).toContain(
      'Rujukan ini sudah tercatat (nomor 1): 2 kasus, Dua keluarga belum terdaftar.',
    );
  });

  it.each([
    [{ description: 'NIK 1310 0445 0185 0001' }, 'referral.personal-number'],
    [{ subject: 'paud' }, 'referral.subject-unknown'],
    [{ on: '2026-12-01' }, 'activity.in-future'],
    [{ on: '2025-12-01' }, 'bidang.opd-missing'],
    [{ posyandu: '13.10.04.2002.001' }, 'activity.other-posyandu'],
    [{ posyandu: 'Melati' }, 'referral.posyandu-unknown'],
    [{ kader: '1310044101809999' }, 'referral.kader-unknown'],
    [{ bidang: 'agama' }, 'referral.bidang-unknown'],
  ])('%j is refused as %s', async (change, code) => {
    const refused = await record(change);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(`${code}: `);
  });

  it('come from a sheet as a nagari keeps it, the whole file or nothing', async () => {
    const good = '25/09/2026;Melati;1310044101800002;ROSMANIAR;Perkim;RTLH;1;Satu rumah bocor';
    const broken = await sheet([
      good,
      good,
      '26/09/2026;Melati;1310044101800002;Yusnidar;Sosial;Bansos;1;x',
      '26/09/2026;Melti;1310044101800002;Rosmaniar;Sosial;Bansos;0,5;x',
      '26/09/2026;Melati;1310044101800002;Rosmaniar;Sosial;Bantuan Sosial;0;KK 1310.0445.0185.0001',
    ]);
    expect(broken.applied).toBe(false);
    expect(broken.problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'A4 referral.twice',
      'D5 activity.name-differs',
      'G6 sheet.count-expected',
      'G7 referral.count-zero',
      'H7 referral.personal-number',
    ]);
    expect(broken.problems.map(describeProblem).join()).not.toMatch(/1310044101800002/);
    expect(await sheet([good])).toMatchObject({ problems: [], created: 1, applied: true });
    expect(await sheet([good])).toMatchObject({ problems: [], created: 0, unchanged: 1 });
  });

  it('are one activity of each kader a day, that another person verifies and a policy pays once', async () => {
    await record({ subject: 'data-fakir-miskin' });
    const policy = `code: rujukan
name: Honor rujukan
scope: '${SITIUNG}'
legalBasis: { number: 1/2026, date: '2026-01-02', title: Honor }
validFrom: '2026-01-02'
validTo: '2026-12-31'
components:
  - { code: rujukan, name: Rujukan, kind: per-activity, rate: 10000, activityKinds: [rujukan], activityCountMax: 5, funding: { waterfall: [{ source: nagari/ADN }] } }
`;
    await withFile('kebijakan.yaml', policy, (path) => app.get(HonorPoliciesService).importFile(path, by));
    const unknown = policy
      .replace('[rujukan]', '[rujukan, senam]')
      .replace('code: rujukan\n', 'code: lain\n');
    await expect(
      withFile('kebijakan.yaml', unknown, (path) => app.get(HonorPoliciesService).importFile(path, by)),
    ).rejects.toThrow(/components\[0\]\.activityKinds\[1\]/);
    const september = serviceMonth('2026-09');
    const verify = (who: number) =>
      app
        .get(ActivityVerificationService)
        .verifyActivities({ regionCode: SITIUNG, month: september, by: who });
    await expect(verify(by)).rejects.toMatchObject({ code: 'activity.verify-own' });
    expect(await verify(office.verifier.id)).toEqual({ verified: 1, alreadyVerified: 0 });
    const { gross } = await app
      .get(EntitlementsService)
      .calculate({ regionCode: SITIUNG, months: [september], by: office.operator });
    expect(gross).toBe(20_000n);
    await addKader(app, office, { nik: '1310044101800003', name: 'Desi', nagari: SITIUNG });
    const late = await record({ kader: '1310044101800003' });
    expect(late.stderr).toContain('Kegiatan rujukan Melati 25 September 2026 sudah diverifikasi tanpa Desi');
  });

  it('are not taken away by a sheet of attendance', async () => {
    await record({ on: '2026-10-01' });
    const csv =
      'NAGARI SITIUNG\nTANGGAL;POSYANDU;KEGIATAN;NIK;NAMA\n01/10/2026;Melati;Rujukan;1310044101800002;Rosmaniar';
    const report = await withFile('hadir.csv', csv, (path) =>
      app.get(ActivityImportService).importActivities({ path, by, acceptChanges: true }),
    );
    expect(report.problems.map(({ code }) => code)).toEqual(['activity.referral-recorded']);
  });

  it('wait for their OPD, are overdue after its working days, and are answered by somebody else', async () => {
    // 25 September is a Friday: five working days end on Friday 2 October; today is Monday the 5th.
    const overdue = await asJson('referral', 'list', '--region', SITIUNG, '--overdue');
    expect(overdue).toMatchObject({
      referrals: [
        { id: 1, state: 'overdue', due: '2026-10-02', since: '2026-10-03', opdCode: 'DINSOS' },
        { id: 2 },
        { id: 3 },
      ],
    });
    const { data } = await app.get(ValidationService).report({ regionCode: SITIUNG });
    const found = data.findings.filter(({ what }) => what.code === 'report.check-referral-overdue');
    expect(found[0]).toMatchObject({
      who: 'Dinas Sosial',
      since: '2026-10-03',
      posyandu: '13.10.04.2001.001',
    });
    const answer = (id: string, said: string, on: string, who: string, text = 'Sudah ditinjau') =>
      honor('referral', 'answer', id, '--answer', said, '--on', on, '--text', text, '--by', who);
    expect((await answer('1', 'accepted', '2026-10-05', 'ani')).stderr).toContain('referral.answer-own: ');
    expect((await answer('1', 'accepted', '2026-10-06', 'eka')).stderr).toContain(
      'referral.answer-in-future: ',
    );
    expect((await answer('1', 'accepted', '2026-09-01', 'eka')).stderr).toContain('referral.answer-before: ');
    expect((await answer('1', 'done', '2026-10-05', 'eka', '1310044501850001')).stderr).toContain(
      'referral.personal-number: ',
    );
    expect((await answer('99', 'done', '2026-10-05', 'eka')).stderr).toContain('referral.unknown: ');
    expect(await answer('1', 'accepted', '2026-10-05', 'eka')).toMatchObject({
      stdout: 'Rujukan 1 kepada Dinas Sosial: diterima 2026-10-05.\n',
    });
    expect(await answer('1', 'done', '2026-10-05', 'eka')).toMatchObject({ status: 0 });
    expect((await answer('1', 'rejected', '2026-10-05', 'eka')).stderr).toContain('referral.answer-closed: ');
    expect(await asJson('referral', 'list', '--opd', 'DINSOS', '--open')).toMatchObject({
      referrals: [{ id: 3 }, { id: 4 }],
    });
    expect((await honor('referral', 'list', '--opd', 'DINSOS')).stdout).toContain(
      'Hari libur 2026 belum diimpor',
    );
    expect((await honor('referral', 'list', '--opd', 'DINAS-X')).stderr).toContain('referral.opd-unknown: ');
  });

  it('count working days by the holidays that were imported', async () => {
    const calendar =
      'year: 2026\nbasis: SKB\ndays:\n  - { date: 2026-09-28, name: Libur }\n  - { date: 2026-09-29, name: Libur }\n';
    const load = (content: string) =>
      withFile('libur.yaml', content, (path) => honor('holiday', 'import', path, '--by', 'ani'));
    expect((await load(calendar.replace('2026-09-29', '2027-09-29'))).stderr).toContain(
      'days[1]: 2027-09-29 bukan hari pada tahun 2026',
    );
    expect(await load(calendar)).toMatchObject({ stdout: '2 hari libur 2026 tercatat.\n' });
    expect(await asJson('referral', 'list', '--overdue')).toMatchObject({ referrals: [] });
    expect(await honor('holiday', 'import', 'config/holidays-2026.yaml', '--by', 'ani')).toMatchObject({
      status: 0,
    });
    expect(await asJson('referral', 'list', '--overdue')).toMatchObject({
      referrals: [{ id: 2 }, { id: 3 }],
    });
  });
});

it('every referral is an activity with its kader', async () => {
  const lost = await app.get(DataSource).query<unknown[]>(
    `select id from referral where not exists (select from activity_attendance a
       where a.activity_id = referral.activity_id and a.kader_id = referral.kader_id)`,
  );
  expect(lost).toEqual([]);
});
