import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { anOffice } from '../../support/nagari.js';
import { importPolicy, policyDocument } from '../../support/payments.js';

const { app, clock } = await testApp();
const office = await anOffice(app);
await importPolicy(app, office, policyDocument());
await importPolicy(app, office, policyDocument({ validFrom: '2027-01-01', validTo: null }, 100_000));
const honor = honorOn({ app, clock });

describe('honor policy diff', () => {
  it('tells in words what changed from one version to the next', async () => {
    const { status, stdout, stderr } = await honor('policy', 'diff', 'honor-uji', '1', 'v2');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.trim().split('\n')).toEqual([
      'honor-uji versi 1 dan versi 2:',
      '  validFrom (berlaku mulai): 2 Januari 2026 menjadi 1 Januari 2027',
      '  validTo (berlaku sampai): 31 Desember 2026 menjadi seterusnya',
      '  components[honor-bulanan].amount (besaran): Rp75.000 menjadi Rp100.000',
    ]);
  });

  it('is one JSON document on demand', async () => {
    const { stdout } = await honor('--json', 'policy', 'diff', 'honor-uji', '1', '2');
    const path = 'components[honor-bulanan].amount';
    expect(JSON.parse(stdout)).toMatchObject({ code: 'honor-uji', before: 1, after: 2 });
    expect(JSON.parse(stdout)).toHaveProperty(
      'differences',
      expect.arrayContaining([{ path, label: 'besaran', before: 'Rp75.000', after: 'Rp100.000' }]),
    );
  });

  it.each([
    ['a version there is not', ['honor-uji', '1', '3'], 'policy.version-unknown'],
    ['a code there is not', ['honor-lain', '1', '2'], 'policy.code-unknown'],
  ])('refuses %s', async (_, words, code) => {
    const refused = await honor('policy', 'diff', ...words);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain(code);
  });
});
