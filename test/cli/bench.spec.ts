import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '../../src/platform/configuration.js';
import { emptyDatabaseUrl } from '../support/database.js';
import { TEST_KEYS } from '../support/field-keys.js';

const PROGRAM = join(projectFolder(), 'dist', 'test', 'bench', 'bench.js');

const url = await emptyDatabaseUrl();

async function bench(...words: readonly string[]) {
  const environment = { ...process.env, DATABASE_URL: url, ...TEST_KEYS };
  const child = spawn(process.execPath, [PROGRAM, ...words], { env: environment });
  const output = { stdout: '', stderr: '' };
  for (const channel of ['stdout', 'stderr'] as const) {
    child[channel].setEncoding('utf8').on('data', (text: string) => (output[channel] += text));
  }
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...output };
}

describe('npm run bench', () => {
  it('measures the ledger and prints one line of JSON', async () => {
    const { status, stdout } = await bench('ledger', '--entries', '2000');
    expect(stdout).toMatch(/^\{.*\}\n$/);
    const measured = JSON.parse(stdout) as { met: Record<string, boolean> };
    expect(measured).toMatchObject({ bench: 'ledger', entries: 2_000, lines: 4_400, verified: true });
    expect(Object.keys(measured)).toEqual(
      expect.arrayContaining([
        'entriesPerSecond',
        'ratioToRawCopy',
        'peakRssMegabytes',
        'smallRunMilliseconds',
      ]),
    );
    expect(Object.keys(measured.met)).toEqual(['ratio', 'memory', 'verification', 'smallRun']);
    // What a busy machine does not meet is said, not hidden.
    expect(status).toBe(Object.values(measured.met).every(Boolean) ? 0 : 1);
  });

  it('works the honor of a country out, the same however it is divided', async () => {
    const { status, stdout } = await bench('calculate', '--kader', '5000', '--months', '2');
    const measured = JSON.parse(stdout) as { met: Record<string, boolean> };
    expect(measured).toMatchObject({
      bench: 'calculate',
      kaderMonths: 10_000,
      met: { independentOfDivision: true },
    });
    expect(status).toBe(Object.values(measured.met).every(Boolean) ? 0 : 1);
  });

  it.each([
    { words: ['calculate', '--months', '7'] },
    { words: ['calculus'] },
    { words: ['ledger', '--entries', '0'] },
    { words: ['ledger', '--entries', 'many'] },
  ])('does not know $words', async ({ words }) => {
    expect(await bench(...words)).toMatchObject({ status: 2, stdout: '' });
  });
});
