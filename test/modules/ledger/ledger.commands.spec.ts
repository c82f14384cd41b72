import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testApp } from '../../support/app.js';
import { verifyPack } from '../../support/audit-pack.js';
import { honorOn } from '../../support/commands.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { aPayingNagari, AUGUST, calculate, JULY } from '../../support/payments.js';

const { app, clock } = await testApp();
const office = await aPayingNagari(app);
await calculate(app, office, [JULY]);
const folder = await temporaryFolder();

const honor = honorOn({ app, clock });

describe('honor ledger', () => {
  it('gives an anchor, on paper and as JSON, that accepts the pack', async () => {
    const path = join(folder, 'jangkar.txt');
    const printed = await honor('ledger', 'anchor', '--out', path);
    expect(printed).toMatchObject({ status: 0, stdout: await readFile(path, 'utf8'), stderr: '' });
    const { stdout } = await honor('--json', 'ledger', 'anchor');
    const { head, ...rest } = JSON.parse(stdout) as { head: string };
    expect(rest).toMatchObject({ position: 1, batches: 1 });
    expect(printed.stdout).toContain(`Ujung rantai ${head}\n`);
    const pack = join(folder, 'paket');
    expect(await honor('ledger', 'export', '--format', 'audit-pack', '--out', pack)).toMatchObject({
      status: 0,
    });
    expect(await verifyPack(pack, '--anchor', head)).toMatchObject({ status: 0, problems: [] });
  });

  it.each([
    { format: 'hledger', starts: '; Buku besar honor kader, untuk hledger' },
    { format: 'beancount', starts: '; Buku besar honor kader, untuk beancount' },
  ])('writes the books for $format', async ({ format, starts }) => {
    const path = join(folder, format);
    expect(await honor('ledger', 'export', '--format', format, '--out', path)).toMatchObject({ status: 0 });
    expect((await readFile(path, 'utf8')).startsWith(starts)).toBe(true);
  });

  it('says what stood in the books at a position, also when more was posted since', async () => {
    const before = JSON.parse((await honor('--json', 'ledger', 'balance')).stdout) as { balance: number }[];
    const journal = (...words: readonly string[]) => {
      const path = join(folder, 'posisi');
      return honor('--json', 'ledger', 'export', '--out', path, ...words).then(
        ({ stdout }) => JSON.parse(stdout) as { rows: number; sha256: string },
      );
    };
    const then = await journal();
    await calculate(app, office, [AUGUST]);
    const at = await honor('--json', 'ledger', 'balance', '--at-position', '1');
    expect(JSON.parse(at.stdout)).toEqual(before);
    expect(JSON.parse((await honor('--json', 'ledger', 'balance')).stdout)).not.toEqual(before);
    expect(await journal('--at-position', '1')).toEqual(then);
    expect((await journal()).rows).toBeGreaterThan(then.rows);
  });

  it('refuses a position that is not there yet, is none, or cuts a pack', async () => {
    const beyond = await honor('ledger', 'balance', '--at-position', '99');
    expect(beyond).toMatchObject({ status: 1, stdout: '' });
    expect(beyond.stderr).toContain('Posisi 99');
    expect(await honor('ledger', 'balance', '--at-position', 'satu')).toMatchObject({ status: 2 });
    const pack = ['--format', 'audit-pack', '--at-position', '1', '--out', join(folder, 'potongan')];
    expect(await honor('ledger', 'export', ...pack)).toMatchObject({ status: 1, stdout: '' });
  });

  it('writes no other format', async () => {
    const refused = await honor('ledger', 'export', '--format', 'xml', '--out', folder);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain('hledger, beancount, audit-pack');
  });
});
