import { startCommand } from '../support/command-line.js';

describe('a command that cannot be understood', () => {
  it.each([
    { words: [], says: /^Usage: honor/ },
    { words: ['usr'], says: /unknown command 'usr'/ },
    { words: ['user', 'lst'], says: /unknown command 'lst'/ },
    { words: ['user', 'list', 'more'], says: /too many arguments/ },
    { words: ['user', 'add', 'ani', '--name', 'Ani'], says: /required option '--position <position>'/ },
    { words: ['--json', 'request', 'approve', '1/SPP'], says: /required option '--by <username>'/ },
    {
      words: ['honor', 'calculate', '--region', '13.10', '--months', 'Juli', '--by', 'ani'],
      says: /Daftar bulan Juli tidak dapat dibaca/,
    },
  ])('ends with 2 and says why: $words', async ({ words, says }) => {
    // The database is nowhere: misuse is found out before it is looked for.
    const { status, stdout, stderr } = await startCommand({ DATABASE_URL: NOWHERE }, words).ended;
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(says);
  });

  it('is answered by --help, which needs no database', async () => {
    const help = await startCommand({ DATABASE_URL: NOWHERE }, ['roster', 'import', '--help']).ended;
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
    const refused = await startCommand({ DATABASE_URL: NOWHERE }, ['--json', 'user', 'list']).ended;
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/^database\.unreachable: [^\n]*\n$/);
    expect(JSON.parse(refused.stdout)).toMatchObject({ refused: [{ code: 'database.unreachable' }] });
  });
});

const NOWHERE = 'postgres://nobody:secret@127.0.0.1:1/honor';
