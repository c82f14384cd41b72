import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { withFile } from '../../support/nagari.js';
import { aDraft, aPayingNagari, JULY } from '../../support/payments.js';

const { app, clock } = await testApp();
const office = await aPayingNagari(app);
const number = await aDraft(app, office, [JULY]);
const honor = honorOn({ app, clock });
const asJson = async (...words: readonly string[]): Promise<unknown> =>
  JSON.parse((await honor('--json', ...words)).stdout);

describe('honor control', () => {
  it('declares, finds, lists and answers, for people and as JSON', async () => {
    expect(await honor('control', 'run', number)).toMatchObject({ status: 0, stdout: 'Tidak ada temuan.\n' });
    const declaration = [
      '--body',
      'Nagari Sitiung',
      '--what',
      'honor perangkat',
      '--from',
      '2026-01-01',
      '--by',
      'ani',
    ];
    expect(await honor('control', 'declare', '1310044101800001', ...declaration)).toMatchObject({
      status: 0,
    });
    const [finding] = (await asJson('control', 'run', number)) as [object];
    expect(finding).toMatchObject({
      request: number,
      finding: 1,
      control: 'C12',
      severity: 'warn',
      answer: null,
    });
    expect(Object.keys(finding)).not.toContain('findingId');
    const text = 'Boleh menurut Perbup 3/2026 pasal 4.';
    const answered = await honor('control', 'answer', number, '1', '--text', text, '--by', 'ani');
    expect(answered).toMatchObject({ status: 0 });
    expect(answered.stdout).toContain(`${number} temuan 1 C12 perlu dijawab: Yusnidar (1310********0001)`);
    expect(answered.stdout).toContain(`Jawaban Ani Marlina: ${text}`);
    expect(await asJson('control', 'list')).toMatchObject([{ finding: 1, answeredBy: 'Ani Marlina' }]);
  });

  it('takes settings and limits from files, and names what is wrong in them', async () => {
    const imported = await honor('control', 'settings', 'import', 'config/controls.yaml', '--by', 'ani');
    expect(imported).toMatchObject({ status: 0, stderr: '' });
    const limit = `ceilings: [{ kind: headcount, scope: '13.10.04.2002', limit: 1, from: 2026-01-01, to: null, basis: DPA 1/2026 }]`;
    const load = (content: string) =>
      withFile('batas.yaml', content, (path) => honor('control', 'ceiling', 'import', path, '--by', 'ani'));
    expect(await load(limit)).toMatchObject({ status: 0, stdout: '1 batas tercatat.\n' });
    const refused = await load(limit.replace('limit: 1', 'limit: 1.000'));
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(
      'ceilings[0].limit berisi "1.000"; seharusnya bilangan bulat tanpa titik.',
    );
    const blocked = await honor('control', 'run', number);
    expect(blocked.stdout).toContain(
      'C7 MENGHENTIKAN: SPP ini membayar 2 kader untuk Juli 2026, sedangkan DPA 1/2026 menetapkan 1',
    );
    const submitted = await honor('request', 'submit', number, '--by', 'ani');
    expect(submitted.status).toBe(1);
    expect(submitted.stderr).toContain('Jangan dibagi rata: ajukan revisi DPA');
  });
});
