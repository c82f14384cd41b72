import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testApp } from '../support/app.js';
import { runCommand, startCommand, type EndedCommand } from '../support/command-line.js';
import { honorOn } from '../support/commands.js';
import { embeddedClient } from '../support/embedded-client.js';
import { embeddedFolder, temporaryFolder } from '../support/embedded-folder.js';
import { TEST_KEYS } from '../support/field-keys.js';

const honor = honorOn(await testApp());
const options = await embeddedFolder({ durable: true });
const otherProcess = embeddedClient(options);
await otherProcess.answer;

describe('the answer of a command', () => {
  it.each([{ words: ['--json', 'user', 'add', 'budi'] }, { words: ['user', 'add', 'budi', '--json'] }])(
    'is one JSON document with --json, wherever it stands: $words',
    async ({ words }) => {
      const added = await honor(...words, '--name', 'Budi', '--position', 'Sekretaris');
      expect(added).toMatchObject({ status: 0, stderr: '' });
      expect(JSON.parse(added.stdout)).toMatchObject({ username: 'budi', fullName: 'Budi' });
    },
  );

  it('is a refusal when nobody knows who acts: exit code 1, the reason on stderr, its code first', async () => {
    const refused = await honor(
      'honor',
      'calculate',
      '--region',
      '13.10',
      '--months',
      '2024-01',
      '--by',
      'zaki',
    );
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^user\.unknown: [^\n]*zaki[^\n]*\n$/);
  });

  it('is one JSON document also when refused', async () => {
    const unknown = await honor('--json', 'request', 'approve', '9/SPP', '--by', await known('citra'));
    expect(unknown.status).toBe(1);
    expect(JSON.parse(unknown.stdout)).toMatchObject({
      refused: [{ code: 'payment.request-unknown', facts: { request: '9/SPP' } }],
    });
  });

  it('tells what is wrong with a sheet in both forms', async () => {
    const path = join(await temporaryFolder(), 'bukan-daftar-kader.csv');
    await writeFile(path, 'A,B\n1,2\n');
    const refused = await honor('--json', 'roster', 'import', path, '--by', await known('dewi'));
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/^sheet\.header-missing: /);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      applied: false,
      problems: [{ code: 'sheet.header-missing' }],
    });
  });

  it.each([
    ['roster', 'import', 'tidak-ada.csv'],
    ['policy', 'import', 'tidak-ada.yaml'],
  ])('names a file that is not there: %s %s', async (noun, verb, file) => {
    const refused = await honor(noun, verb, file, '--by', await known('eka'));
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(new RegExp(`^[a-z-]+\\.[a-z-]+: .*${file}`));
  });
});

describe('the answer of a process', () => {
  afterAll(() => otherProcess.release());

  it('is read by people from stdout: exit code 0', async () => {
    const added = await run('user', 'add', 'ani', '--name', 'Ani Marlina', '--position', 'Kasi Kesra');
    expect(added).toEqual({ status: 0, stdout: 'ani: Ani Marlina, Kasi Kesra\n', stderr: '' });
  });

  it('is a refusal when it is refused: exit code 1, a document on stdout and the reason on stderr', async () => {
    const refused = await run('--json', 'roster', 'import', 'tidak-ada.csv', '--by', 'zaki');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/^user\.unknown: [^\n]*zaki[^\n]*\n$/);
    expect(JSON.parse(refused.stdout)).toMatchObject({ refused: [{ code: 'user.unknown' }] });
  });

  it('comes from any number of processes at once', async () => {
    const answers = await Promise.all(['fajar', 'gita'].map((name) => run('user', 'add', name, ...PERSON)));
    expect(answers.map(({ status, stderr }) => ({ status, stderr }))).toEqual([
      { status: 0, stderr: '' },
      { status: 0, stderr: '' },
    ]);
    const list = await run('user', 'list');
    expect(list.stdout).toContain('fajar: ');
    expect(list.stdout).toContain('gita: ');
  });
});

describe('two commands at once on a folder that nobody used before', () => {
  it('both succeed, both are there, and the keys of personal data are made once', async () => {
    const { dataFolder } = await embeddedFolder({ durable: true });
    const answers = await Promise.all(
      ['hani', 'indra'].map((name) => runCommand(dataFolder, 'user', 'add', name, ...PERSON)),
    );
    expect(answers).toMatchObject([
      { status: 0, stdout: 'hani: Nama, Staf\n' },
      { status: 0, stdout: 'indra: Nama, Staf\n' },
    ]);
    const notices = answers.map(({ stderr }) => stderr).join('');
    expect(notices).toMatch(/^Kunci data pribadi dibuat di [^\n]*\n$/);
    const list = await runCommand(dataFolder, '--json', 'user', 'list');
    expect(JSON.parse(list.stdout)).toMatchObject([{ username: 'hani' }, { username: 'indra' }]);
  });
});

const PERSON = ['--name', 'Nama', '--position', 'Staf'];

function run(...words: readonly string[]): Promise<EndedCommand> {
  return startCommand({ HONOR_DATA_DIR: options.dataFolder, ...TEST_KEYS }, words).ended;
}

async function known(username: string): Promise<string> {
  expect(await honor('user', 'add', username, ...PERSON)).toMatchObject({ status: 0 });
  return username;
}
