import { readFile } from 'node:fs/promises';
import { describeComponent } from '../../../src/core/policy/describe-component.js';
import { HonorPoliciesService } from '../../../src/modules/honor-policies/honor-policies.service.js';
import { testApp } from '../../support/app.js';
import { anOffice, SIGUNTUR, SITIUNG, withFile } from '../../support/nagari.js';
import { importPolicy, policyDocument, sqlVerdict } from '../../support/payments.js';
import { refusalCodes, refusalsOf } from '../../support/refusal.js';

const { app } = await testApp();
const office = await anOffice(app);
await importPolicy(app, office, policyDocument());
const importText = (content: string) =>
  withFile('kebijakan.yaml', content, (path) =>
    app.get(HonorPoliciesService).importFile(path, office.operator.id),
  );

describe('HonorPoliciesService.importFile', () => {
  it('changes nothing when the same document comes again, in whatever order its fields are', async () => {
    const turned = Object.fromEntries(Object.entries(policyDocument()).reverse());
    expect(await importPolicy(app, office, turned)).toMatchObject({ version: 1, isNew: false });
  });

  it('keeps a policy of a nagari beside that of its kabupaten', async () => {
    const nagari = policyDocument({ code: 'honor-sitiung', scope: SITIUNG });
    expect(await importPolicy(app, office, nagari)).toMatchObject({ version: 1, isNew: true });
  });

  it('takes a next version that begins when the first has ended', async () => {
    const next = policyDocument({ validFrom: '2027-01-01', validTo: null });
    expect(await importPolicy(app, office, next)).toMatchObject({ version: 2, isNew: true });
  });

  it('ends an open version the day before the next one begins', async () => {
    const open = { code: 'honor-terbuka', scope: SIGUNTUR, validTo: null };
    await importPolicy(app, office, policyDocument(open));
    await importPolicy(app, office, policyDocument({ ...open, validFrom: '2026-08-01' }, 100_000));
    const versions = (await app.get(HonorPoliciesService).versions()).filter(
      ({ policy }) => policy.code === open.code,
    );
    expect(versions.map(({ inForce }) => inForce)).toEqual([
      [{ from: '2026-01-02', to: '2026-07-31' }],
      [{ from: '2026-08-01', to: null }],
    ]);
    const earlier = policyDocument({ ...open, validFrom: '2026-03-01' });
    expect(await refusalCodes(() => importPolicy(app, office, earlier))).toEqual(['policy.overlaps']);
  });

  it('asks how a month is paid within which a version takes over, and keeps the answer', async () => {
    const open = { code: 'honor-tengah', scope: '13.10.04', validTo: null };
    await importPolicy(app, office, policyDocument(open));
    const next = { ...open, validFrom: '2026-08-15' };
    const unstated = () => importPolicy(app, office, policyDocument(next, 100_000));
    expect(await refusalCodes(unstated)).toEqual(['policy.change-unstated']);
    const wrong = () =>
      importPolicy(app, office, { ...policyDocument(next, 100_000), changeWithinMonth: 'per hari' });
    expect(await refusalCodes(wrong)).toEqual(['policy.field-wrong']);
    await importPolicy(app, office, { ...policyDocument(next, 100_000), changeWithinMonth: 'by-days' });
    const versions = await app.get(HonorPoliciesService).versions();
    expect(versions.at(-1)?.policy).toMatchObject({ code: open.code, changeWithinMonth: 'by-days' });
  });

  it('asks the same where the other is of a larger or smaller region, until one of them says', async () => {
    const place = '13.10.05';
    const nagari = { code: 'honor-nagari', scope: `${place}.2001`, validFrom: '2026-07-16' };
    await importPolicy(app, office, policyDocument({ code: 'honor-kecamatan', scope: place }));
    const [begins, ends] = [nagari, { ...nagari, validFrom: '2026-02-01', validTo: '2026-07-15' }];
    for (const unstated of [begins, ends]) {
      const problems = await refusalsOf(() => importPolicy(app, office, policyDocument(unstated)));
      expect(problems.map(({ code, facts }) => ({ code, ...facts }))).toEqual([
        {
          code: 'policy.change-unstated',
          policy: nagari.code,
          other: 'honor-uji',
          scope: '13.10',
          day: '16 Juli 2026',
        },
      ]);
    }
    const stated = { ...policyDocument(ends), changeWithinMonth: 'first-day' };
    expect(await importPolicy(app, office, stated)).toMatchObject({ isNew: true });
  });

  it('refuses two policies for one region at one time', async () => {
    const other = policyDocument({ code: 'honor-lain', validFrom: '2026-12-31' });
    expect(await refusalCodes(() => importPolicy(app, office, other))).toEqual(['policy.overlaps']);
  });

  it.each([
    ['no YAML', 'code: [', 'policy.file-unreadable'],
    ['a workbook', 'PK\u0003\u0004\0\0', 'policy.file-not-text'],
  ])('refuses what is %s', async (_, content, code) => {
    expect(await refusalCodes(() => importText(content))).toEqual([code]);
  });

  it('refuses a policy for a region that is not registered', async () => {
    const nowhere = () => importPolicy(app, office, policyDocument({ code: 'honor-x', scope: '99.99' }));
    expect(await refusalCodes(nowhere)).toEqual(['policy.scope-unknown']);
  });

  it('reads a value as it is written, quoted or not, and reads the same back', async () => {
    const shipped = await readFile('config/policies/dharmasraya-2026.yaml', 'utf8');
    const year = shipped
      .replaceAll("'", '')
      .replaceAll(/202[56]/g, (year) => String(Number(year) - 6))
      .replace(/^code: .*$/m, 'code: honor-20');
    expect(await importText(year)).toMatchObject({ scope: '13.10', isNew: true });
    expect(await importText(year)).toMatchObject({ scope: '13.10', isNew: false });
    const versions = await app.get(HonorPoliciesService).versions();
    const components = versions.find(({ policy }) => policy.code === 'honor-20')?.policy.components ?? [];
    expect(components.map(describeComponent)).toMatchObject([
      { pay: 'Rp75.000 sebulan', funding: 'nagari/DDS sampai Rp50.000, selebihnya nagari/ADN' },
    ]);
  });
});

describe('the policies refuse in raw SQL', () => {
  const copy = (code: string, from: string) =>
    `insert into honor_policy (code, version, scope, valid_from, valid_to, legal_basis_number, legal_basis_date, document,
       document_sha256, recorded_by, recorded_at)
     select '${code}', 1, scope, '${from}', null, '1', '2026-01-02', document, document_sha256, recorded_by, now()
     from honor_policy where id = 1`;
  it.each([
    ['one that overlaps another', copy('raw', '2026-06-01'), '23P01'],
    ['one that begins before its decree', copy('raw', '2025-06-01'), '23514'],
    ['a second of the same version', copy('honor-uji', '2030-01-01'), '23505'],
    ['one changed', `update honor_policy set document = '{}'`, '42501'],
    ['an end moved', `update honor_policy set valid_to = '2026-06-30' where id = 1`, '42501'],
    ['one deleted', 'delete from honor_policy', '42501'],
  ])('%s', async (_, statement, verdict) => {
    expect(await sqlVerdict(app, statement)).toBe(verdict);
  });
});
