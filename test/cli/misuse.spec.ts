import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SteppedClock } from '../../src/platform/clock.js';
import { projectFolder } from '../../src/platform/configuration.js';
import { startCommand } from '../support/command-line.js';
import { honorIn } from '../support/commands.js';
import { TEST_KEYS } from '../support/field-keys.js';

const honor = honorIn({
  clock: new SteppedClock(new Date('2026-10-05T03:00:00Z')),
  withApp: () => Promise.reject(new Error('Misuse is found out before the database is looked for.')),
});

describe('a command that cannot be understood', () => {
  it.each([
    { words: [], says: /^Usage: honor/ },
    { words: ['demo', '--kader', '103'], says: /paling sedikit 104/ },
    { words: ['ledger', 'verify', '--anchor', 'd21888a69fb0c525'], says: /harus 64 angka/ },
    { words: ['usr'], says: /unknown command 'usr'/ },
    { words: ['user', 'lst'], says: /unknown command 'lst'/ },
    { words: ['user', 'list', 'more'], says: /too many arguments/ },
    { words: ['user', 'add', 'ani', '--name', 'Ani'], says: /required option '--position <position>'/ },
    {
      words: ['honor', 'calculate', '--region', '13.10', '--months', 'Juli', '--by', 'ani'],
      says: /Daftar bulan Juli tidak dapat dibaca/,
    },
    {
      words: ['honor', 'calculate', '--region', '13.10', '--months', '2026-09..2026-07', '--by', 'ani'],
      says: /2026-09\.\.2026-07 terbalik/,
    },
  ])('ends with 2 and says why: $words', async ({ words, says }) => {
    const { status, stdout, stderr } = await honor(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(says);
  });

  it.each([
    { words: ['request', 'approve', '1/SPP', '--json'], says: "required option '--by <username>'" },
    { words: ['--json'], says: 'honor --help' },
  ])('is one JSON document with --json: $words', async ({ words, says }) => {
    const { status, stdout } = await honor(...words);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      refused: [expect.objectContaining({ code: 'usage', message: expect.stringContaining(says) as string })],
    });
  });

  it('is the same for a process, which ends with that exit code', async () => {
    const words = ['request', 'approve', '1/SPP', '--json'];
    const ended = await startCommand({ DATABASE_URL: NOWHERE }, words).ended;
    expect(ended).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("'--by <username>'") as string,
    });
    expect(ended).toEqual(await honor(...words));
  });

  it('leaves --version to answer with that of package.json', async () => {
    const { version } = JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8')) as {
      version: string;
    };
    const answer = await honor('--version');
    expect(answer).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('is answered by --help, which needs no database', async () => {
    const help = await honor('roster', 'import', '--help');
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toContain('--accept-changes');
  });
});

describe('an environment that cannot be used', () => {
  it('is refused by the name of the variable', async () => {
    const { status, stdout, stderr } = await startCommand({ HONOR_DATABASE_PORT: '80' }, ['user', 'list'])
      .ended;
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^configuration\.invalid: .*HONOR_DATABASE_PORT.*"80"/);
  });

  it('is refused in one line and one JSON document when no database answers there', async () => {
    const refused = await startCommand({ DATABASE_URL: NOWHERE, ...TEST_KEYS }, ['--json', 'user', 'list'])
      .ended;
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/^database\.unreachable: [^\n]*\n$/);
    expect(JSON.parse(refused.stdout)).toMatchObject({ refused: [{ code: 'database.unreachable' }] });
  });
});

const NOWHERE = 'postgres://nobody:secret@127.0.0.1:1/honor';
