import { DataSource } from 'typeorm';
import { HonorPoliciesService } from '../../../src/modules/honor-policies/honor-policies.service.js';
import { testApp } from '../../support/app.js';
import { anOffice, SITIUNG } from '../../support/nagari.js';
import { importPolicy, policyDocument, sqlVerdict } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await anOffice(app);
await importPolicy(app, office, policyDocument());
const ofOpd = (code: string, bidang: readonly string[], change = {}) =>
  policyDocument({ code, opd: { code: 'DISDIK', bidang }, ...change });
const topUp = (code: string, change = {}) =>
  policyDocument({ code, scope: SITIUNG, topsUp: 'honor-uji', ...change });

describe('HonorPoliciesService.importFile, by scope', () => {
  it('keeps a policy of an OPD beside that of the same region, and reads it back', async () => {
    const document = ofOpd('honor-pendidikan', ['pendidikan', 'sosial']);
    expect(await importPolicy(app, office, document)).toMatchObject({ version: 1, isNew: true });
    const { policy } = await app.get(HonorPoliciesService).version('honor-pendidikan', 'v1');
    expect(policy.opd).toEqual({ code: 'DISDIK', bidang: ['pendidikan', 'sosial'] });
  });

  it('refuses a second one for a bidang that has one, and takes one for another bidang', async () => {
    const again = () => importPolicy(app, office, ofOpd('honor-sosial', ['sosial', 'kesehatan']));
    expect(await refusalCodes(again)).toEqual(['policy.overlaps']);
    expect(await importPolicy(app, office, ofOpd('honor-pu', ['pekerjaan-umum']))).toMatchObject({
      isNew: true,
    });
  });

  it('keeps a policy that adds to another beside one that replaces it', async () => {
    expect(await importPolicy(app, office, topUp('tambahan'))).toMatchObject({ isNew: true });
    const own = policyDocument({ code: 'honor-sitiung', scope: SITIUNG });
    expect(await importPolicy(app, office, own)).toMatchObject({ isNew: true });
    expect(await refusalCodes(() => importPolicy(app, office, topUp('tambahan-lain')))).toEqual([
      'policy.overlaps',
    ]);
  });

  it('refuses one that adds to a policy nobody knows', async () => {
    const lost = topUp('tambahan-salah', {
      topsUp: 'honor-salah-eja',
      validFrom: '2027-01-01',
      validTo: null,
    });
    expect(await refusalCodes(() => importPolicy(app, office, lost))).toEqual(['policy.floor-unknown']);
  });

  it('ends an open version of its own scope only', async () => {
    const open = ofOpd('honor-trantib', ['trantibumlinmas'], { validTo: null });
    await importPolicy(app, office, open);
    const later = { validTo: null, validFrom: '2026-08-01' };
    await importPolicy(app, office, ofOpd('honor-trantib', ['perumahan-rakyat'], later));
    await importPolicy(app, office, ofOpd('honor-trantib', ['trantibumlinmas'], { ...later, name: 'Naik' }));
    const ends = (await app.get(HonorPoliciesService).versions())
      .filter(({ policy }) => policy.code === 'honor-trantib')
      .map(({ inForce }) => inForce.at(-1)?.to);
    expect(ends).toEqual(['2026-07-31', null, null]);
  });
});

describe('the scopes of policies in raw SQL', () => {
  const copy = (code: string, bidang: string, topsUp = 'null') =>
    `insert into honor_policy (code, version, scope, opd_code, bidang, tops_up, valid_from, valid_to, legal_basis_number,
       legal_basis_date, document, document_sha256, recorded_by, recorded_at)
     select '${code}', 1, scope, case when ${bidang}::text[] is null then null else 'DISDIK' end, ${bidang}, ${topsUp},
       '2026-06-01', null, '1', '2026-01-02', document, document_sha256, recorded_by, now() from honor_policy where id = 1`;
  it.each([
    ['a second OPD for a bidang', copy('raw-1', `'{sosial}'`), '23P01'],
    ['a second policy for everybody', copy('raw-2', 'null'), '23P01'],
    ['a bidang that is none', copy('raw-3', `'{olahraga}'`), '23514'],
    ['an OPD without bidang', copy('raw-4', `'{}'`), '23514'],
    ['a policy that adds to itself', copy('raw-5', 'null', `'raw-5'`), '23514'],
  ])('refuse %s', async (_, statement, verdict) => {
    expect(await sqlVerdict(app, statement)).toBe(verdict);
  });

  it('leave a bidang of its own to another OPD', async () => {
    await app.get(DataSource).query(copy('raw-6', `'{kesehatan}'`));
    const rows = await app
      .get(DataSource)
      .query<[{ bidang: string[] }]>(`select bidang from honor_policy where code = 'raw-6'`);
    expect(rows).toEqual([{ bidang: ['kesehatan'] }]);
  });
});
