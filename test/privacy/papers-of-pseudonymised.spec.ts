import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testApp } from '../support/app.js';
import { temporaryFolder } from '../support/embedded-folder.js';
import { SIGUNTUR } from '../support/nagari.js';
import { aNagariSheLeft, bankAnswers, pseudonymise, succeeds } from '../support/one-is-gone.js';
import { ask } from '../support/session.js';

const { app, clock, url } = await testApp();
const { office, july } = await aNagariSheLeft(app, clock);
await bankAnswers(app, url, office, july);
await ask(url, `update kader set jorong = 'Koto'`);
const NPWP = '0012345678901000';
const withholder = ['--npwp', NPWP, '--nitku', `${NPWP}000000`, '--name', 'NAGARI SIGUNTUR'];
const set = ['tax', 'withholder', 'set', '--payer', SIGUNTUR, '--from', '2026-01-01', ...withholder];
await succeeds(app, clock, ...set, '--by', 'eka');
await pseudonymise(app, clock);
const folder = await temporaryFolder();

describe('papers of a month that somebody was paid in whose data is kept no longer', () => {
  it('the BP21 sheet has all rows and adds up, and says of hers that it is gone', async () => {
    const out = join(folder, 'bp21.csv');
    const said = await succeeds(
      ...([app, clock, 'tax', 'bp21', '--payer', SIGUNTUR] as const),
      ...['--period', '2026-10', '--out', out],
    );
    expect(said).toContain('3 baris masa Oktober 2026, bruto Rp225.000, PPh 21 dipotong Rp5.625');
    const lines = (await readFile(out, 'utf8')).trim().split('\r\n');
    expect(lines.filter((line) => line.includes('Data dihapus: masa simpannya habis'))).toEqual([
      expect.stringContaining('Kader 000001'),
    ]);
    expect(lines.filter((line) => line.includes('Jorong Koto'))).toHaveLength(2);
  });
});
