import { DataSource } from 'typeorm';
import { purposes } from '../../../src/core/privacy/purposes.js';
import { SteppedClock } from '../../../src/platform/clock.js';
import { FieldVault } from '../../../src/platform/secrets/field-vault.js';
import { OCTOBER_5, testApp } from '../../support/app.js';
import { honorIn } from '../../support/commands.js';
import { aConfirmedHeir, recordDeath } from '../../support/deaths.js';
import { aPayingNagari } from '../../support/payments.js';
import { ask } from '../../support/session.js';
import { appWithKeys, BOTH_KEYS, NEW_KEY } from '../../support/two-keys.js';

const { app, url } = await testApp();
const office = await aPayingNagari(app);
await recordDeath(app, office);
await aConfirmedHeir(app, office);
await app.get(DataSource).query(
  `insert into kader_tax_fact (kader_id, kind, value_sealed, valid_from, file_name, file_sha256, recorded_by, recorded_at)
   values (1, 'participant', $1, '2026-01-01', 'bpjs.csv', repeat('0', 64), 1, now())`,
  [app.get(FieldVault).seal(purposes.participant, '12345678901')],
);

const both = await appWithKeys(url, BOTH_KEYS);
const honor = honorIn({ clock: new SteppedClock(OCTOBER_5), withApp: (_, act) => act(both) });
const by = ['--by', office.operator.username] as const;

describe('the keys of personal data', () => {
  it('are shown with how much is under each', async () => {
    const { status, stdout } = await honor('key', 'status');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^baru: 0 nilai, kunci sekarang\ntest: \d+ nilai, kunci lama\n$/);
    const json = JSON.parse((await honor('--json', 'key', 'status')).stdout) as { currentKey: string };
    expect(json.currentKey).toBe(NEW_KEY);
  });

  it('are changed for every sealed column, also of rows that are never changed, and once', async () => {
    const { status, stdout } = await honor('key', 'rotate', ...by);
    expect(status).toBe(0);
    for (const column of [
      ...['kader.nik_sealed', 'heir.nik_sealed', 'heir.account_number_sealed'],
      ...['bank_account.account_number_sealed', 'kader_tax_fact.value_sealed'],
    ]) {
      expect(stdout).toContain(`${column}: `);
    }
    expect(stdout).toContain('Semua nilai terkunci dengan kunci baru.');
    expect((await honor('key', 'status')).stdout).toMatch(/^baru: \d+ nilai, kunci sekarang\n$/);
    expect(await ask(url, `select actor_id, detail from identity_event where what = 'keys-rotated'`)).toEqual(
      [...[office.operator.id, 'baru']],
    );
    expect((await honor('key', 'rotate', ...by)).stdout).toBe('Semua nilai terkunci dengan kunci baru.\n');
  });

  it('that are in the environment are added there', async () => {
    const { status, stderr } = await honor('key', 'rotate', '--new-key', ...by);
    expect(status).toBe(1);
    expect(stderr).toContain('HONOR_FIELD_KEYS');
  });

  it('leave alone what is damaged or was put in the place of another, and say so', async () => {
    const another = app.get(FieldVault).seal(purposes.kaderNik, '1310044101809999').toString('hex');
    await ask(
      url,
      `do $$ begin
         perform set_config('session_replication_role', 'replica', true);
         update kader set nik_sealed = '\\x${another}' where id = 1;
       end $$`,
    );
    const { status, stderr } = await honor('key', 'rotate', ...by);
    expect(status).toBe(1);
    expect(stderr).toContain('kader: 1 isi terkunci rusak atau tertukar');
    expect((await honor('key', 'status')).stdout).toContain('test: 1 nilai, kunci lama');
  });
});
