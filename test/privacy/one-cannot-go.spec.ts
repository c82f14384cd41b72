import { testApp } from '../support/app.js';
import { honorOn } from '../support/commands.js';
import { setDatabaseClock } from '../support/database-clock.js';
import { addKader, anOffice } from '../support/nagari.js';
import { keepOneYear, LATER, REASON } from '../support/one-is-gone.js';
import { ask } from '../support/session.js';

const { app, clock, url } = await testApp();
const office = await anOffice(app);
for (const [nik, name] of [
  ['1310044101800001', 'Yusnidar'],
  ['1310044101800002', 'Rosmaniar'],
] as const) {
  await addKader(app, office, { nik, name, to: '2026-07-31' });
}
// Where the account of the first one's pseudonym would be, as no import writes it any more.
const planted = { nik: '1310044101800003', name: 'Asmaniar', account: '00000000000000000001' };
await addKader(app, office, { ...planted, to: '2040-12-31' });
await keepOneYear(app, clock);
clock.moveTo(LATER);
await setDatabaseClock(url, LATER);

const honor = honorOn({ app, clock });
const run = () =>
  honor('privacy', 'pseudonymise', '--before', '2028-02-05', '--reason', REASON, '--by', 'budi');

describe('a kader whose name cannot be taken away', () => {
  it('is told by number with what stands in the way, and holds up nobody after her', async () => {
    const { status, stderr } = await run();
    expect(status).toBe(1);
    expect(stderr).toContain('1 kader dihapus nama dan nomornya.');
    expect(stderr).toContain('Kader 000001 belum dapat dihapus (bank_account_of_one_kader)');
    expect(stderr).not.toContain('Yusnidar');
    const names = await ask(url, 'select name from kader order by id');
    expect(names).toEqual(['Yusnidar', 'Kader 000002', 'Asmaniar']);
  });

  it('goes once it is mended', async () => {
    await ask(url, `update bank_account set superseded_at = now() where kader_id = 3`);
    expect(await run()).toMatchObject({ status: 0 });
    expect(await ask(url, 'select name from kader where id = 1')).toEqual(['Kader 000001']);
  });
});
