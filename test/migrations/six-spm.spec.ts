import { testDatabaseUrl } from '../support/database.js';
import { nikLiterals } from '../support/sealed.js';
import { ask } from '../support/session.js';

const url = await testDatabaseUrl();
const run = (statement: string) => ask(url, statement);

await run(`insert into region (code, name) values ('13', 'Sumatera Barat'), ('13.10', 'Dharmasraya'),
  ('13.10.04', 'Sitiung'), ('13.10.04.2001', 'Sitiung'), ('13.10.04.2002', 'Siguntur')`);
await run(`insert into app_user (username, full_name, position, created_at)
  values ('ani', 'Ani', 'Kasi', now()), ('eka', 'Eka', 'Staf Dinsos', now())`);
await run(`insert into roster_import (kind, file_name, file_sha256, imported_by, imported_at, counts)
  values ('roster', 'kader.csv', repeat('0', 64), 1, now(), '{}')`);
await run(`insert into posyandu (registration_number, nagari_code, name)
  values ('13.10.04.2001.001', '13.10.04.2001', 'Melati'), ('13.10.04.2002.001', '13.10.04.2002', 'Mawar')`);
await run(`insert into kader (nik_sealed, nik_digest, name, birth_date, sex, nagari_code, import_id)
  values (${nikLiterals('1310044501850001')}, 'Siti', '1985-01-05', 'P', '13.10.04.2001', 1)`);
const appoint = (bidang: string, from: string) =>
  run(`insert into appointment (kader_id, posyandu_id, role, bidang, sk_number, sk_date, valid_from, import_id)
    values (1, 1, 'kader', '${bidang}', 'SK ${bidang}', '2026-01-02', '${from}', 1)`);
await appoint('kesehatan', '2026-01-02');
await run(`insert into activity_type (code, name, words, bidang, counts_targets, unit, elsewhere, position, recorded_at)
  values ('bansos', 'Bansos', '{BANSOS}', '{sosial}', true, 'pelayanan', false, 9, now())`);
const opd = (code: string, from: string, bidang = 'sosial') =>
  run(`insert into bidang_opd (bidang, region_code, opd_code, opd_name, limit_days, valid_from, basis, recorded_by, recorded_at)
    values ('${bidang}', '13.10', '${code}', '${code}', 5, '${from}', 'SK 1', 1, now())`);
await opd('DINSOS', '2026-01-01');
await opd('DISDIK', '2026-01-01', 'pendidikan');
await run(
  `insert into activity (posyandu_id, held_on, kind, recorded_by) values (1, '2026-07-10', 'rujukan', 1)`,
);
await run(`insert into activity_attendance (activity_id, kader_id) values (1, 1)`);

const columns = {
  ...{
    posyandu_id: '1',
    kader_id: '1',
    bidang: `'sosial'`,
    subject: `'bansos'`,
    referred_on: `'2026-07-10'`,
  },
  ...{ count: '2', description: `'dua keluarga'`, bidang_opd_id: '1', activity_id: '1', recorded_by: '1' },
  recorded_at: 'now()',
};
const refer = (change: Partial<typeof columns> = {}) => {
  const all = { ...columns, ...change };
  return run(
    `insert into referral (${Object.keys(all).join(', ')}) values (${Object.values(all).join(', ')})`,
  );
};
const answer = (said: string, on: string, by = 2, text = 'ditinjau') =>
  run(`insert into referral_answer (referral_id, answer, answered_on, text, recorded_by, recorded_at)
    values (1, '${said}', '${on}', '${text}', ${String(by)}, now())`);
await refer();

it('a kader serves one bidang at a time', async () => {
  await expect(appoint('sosial', '2026-06-01')).rejects.toMatchObject({
    constraint: 'appointment_no_overlap',
  });
});

describe('an activity type', () => {
  it.each([
    ['of an activity', `delete from activity_type where code = 'rujukan'`, '23503'],
    ['of a referral', `delete from activity_type where code = 'bansos'`, '23503'],
    ['named by nobody else', 'truncate activity_type cascade', '42501'],
  ])('%s does not vanish', async (_, statement, code) => {
    await expect(run(statement)).rejects.toMatchObject({ code });
  });

  it('that a policy pays for does not vanish', async () => {
    await run(`insert into honor_policy (code, version, scope, valid_from, legal_basis_number, legal_basis_date, document,
        document_sha256, recorded_by, recorded_at)
      values ('p', 1, '13.10', '2026-01-01', '1', '2026-01-01',
        '{"components": [{"code": "a", "activityKinds": ["pendataan"]}, {"rates": {"penyuluhan": {"rate": "1"}}}]}',
        repeat('0', 64), 1, now())`);
    for (const type of ['pendataan', 'penyuluhan']) {
      await expect(run(`delete from activity_type where code = '${type}'`)).rejects.toMatchObject({
        constraint: 'activity_type_in_use',
      });
    }
    await expect(run(`delete from activity_type where code = 'pelayanan-spm'`)).resolves.toEqual([]);
  });

  it('is known, counts what it may, and is of its bidang', async () => {
    const held = (kind: string, counts: string, bidang = 'null') =>
      run(`insert into activity (posyandu_id, held_on, kind, target_counts, bidang, recorded_by)
        values (2, '2026-07-10', '${kind}', '${counts}', ${bidang}, 1)`);
    await expect(held('senam', '{}')).rejects.toMatchObject({ constraint: 'activity_of_known_type' });
    await expect(held('rapat-pelatihan', '{"balita": 3}')).rejects.toMatchObject({
      constraint: 'activity_type_counts',
    });
    for (const counts of ['{"nik": 3}', '{"balita": -1}', '{"balita": 1.5}', '{"balita": "tiga"}', '[]']) {
      await expect(held('hari-buka', counts)).rejects.toMatchObject({ constraint: 'activity_target_counts' });
    }
    await expect(held('bansos', '{}', `'pendidikan'`)).rejects.toMatchObject({
      constraint: 'activity_type_of_bidang',
    });
    await expect(held('bansos', '{"lansia": 4}', `'sosial'`)).resolves.toEqual([]);
  });
});

describe('the OPD of a bidang', () => {
  it('is one at a time, and never another than was recorded', async () => {
    await expect(opd('DPPPA', '2026-06-01')).rejects.toMatchObject({ constraint: 'bidang_opd_no_overlap' });
    await expect(run(`update bidang_opd set opd_name = 'lain'`)).rejects.toMatchObject({ code: '42501' });
    await expect(run('delete from bidang_opd')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('phases', () => {
  it('are of a kabupaten, kecamatan or nagari, and never changed', async () => {
    const start = (region: string, month: string) =>
      run(`insert into bidang_start (bidang, region_code, start_month, basis, recorded_by, recorded_at)
        values ('sosial', '${region}', '${month}', 'SK', 1, now())`);
    await expect(start('13', '2026-07')).rejects.toMatchObject({ code: '23514' });
    await expect(start('13.10', '2026-13')).rejects.toMatchObject({ code: '23514' });
    await start('13.10', '2026-07');
    await expect(run(`update bidang_start set start_month = '2026-01'`)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(run('delete from bidang_start')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a referral', () => {
  it.each([
    ['the same again', {}, 'referral_once'],
    ['of another posyandu', { posyandu_id: '2' }, 'referral_by_its_kader'],
    ['before her SK', { referred_on: `'2025-12-31'` }, 'referral_by_its_kader'],
    ['to the OPD of another bidang', { bidang_opd_id: '2' }, 'referral_to_its_opd'],
    ['of what is no service of the bidang', { subject: `'penyuluhan'` }, 'referral_of_its_bidang'],
    ['of a day without the activity', { referred_on: `'2026-07-11'` }, 'referral_is_an_activity'],
    [
      'with a NIK',
      { description: `'Siti 1310044501850001'`, subject: `'bansos'` },
      'referral_without_numbers_of_people',
    ],
  ])('%s is refused', async (_, change, constraint) => {
    await expect(refer(change)).rejects.toMatchObject({ constraint });
  });

  it('stays, and so does who made it', async () => {
    await expect(run('update referral set count = 9')).rejects.toMatchObject({ code: '42501' });
    await expect(run('delete from referral')).rejects.toMatchObject({ code: '42501' });
    await expect(run('delete from activity_attendance')).rejects.toMatchObject({
      constraint: 'attendance_of_a_referral',
    });
  });

  it('is answered by another person, in order, and finally only once', async () => {
    await expect(answer('accepted', '2026-07-13', 1)).rejects.toMatchObject({
      constraint: 'referral_answered_by_another',
    });
    await expect(answer('accepted', '2026-07-09')).rejects.toMatchObject({
      constraint: 'referral_answers_in_order',
    });
    await expect(answer('accepted', '2026-07-13', 2, '1310044501850001')).rejects.toMatchObject({
      code: '23514',
    });
    await answer('accepted', '2026-07-13');
    await expect(answer('accepted', '2026-07-14')).rejects.toMatchObject({
      constraint: 'referral_answered_once',
    });
    await answer('done', '2026-07-20');
    await expect(answer('rejected', '2026-07-21')).rejects.toMatchObject({
      constraint: 'referral_answers_in_order',
    });
    await expect(run(`update referral_answer set text = 'lain'`)).rejects.toMatchObject({ code: '42501' });
    await expect(run('delete from referral_answer')).rejects.toMatchObject({ code: '42501' });
  });
});
