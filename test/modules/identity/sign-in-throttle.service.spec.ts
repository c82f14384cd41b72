import { IdentityService } from '../../../src/modules/identity/identity.service.js';
import { openApp } from '../../../src/open-app.js';
import { readConfiguration } from '../../../src/platform/configuration.js';
import { testApp } from '../../support/app.js';
import { databaseEnvironment } from '../../support/database.js';
import { CHEAP_PASSWORDS } from '../../support/field-keys.js';
import { addMembers, minutesLater, PASSWORD, setUpSecondFactor, signIn } from '../../support/identity.js';
import { refusalCodes } from '../../support/refusal.js';
import { ask } from '../../support/session.js';

const { app, clock, url } = await testApp();
const other = await openApp({
  configuration: readConfiguration(databaseEnvironment(url)),
  database: { name: 'honor', fresh: false },
  clock,
  passwordCost: CHEAP_PASSWORDS,
});
afterAll(() => other.close());
await addMembers(app, 'ani', 'budi', 'citra', 'dewi');

const both = [app.get(IdentityService), other.get(IdentityService)] as const;

function tryAt(
  attempt: number,
  username: string,
  password: string,
  address = `198.51.100.${String(attempt)}`,
) {
  const service = both[attempt % 2] ?? both[0];
  return refusalCodes(() => service.signIn({ username, password, address, agent: '' }));
}

describe('the throttle', () => {
  it('makes a name wait after five failures, wherever and through whichever process they came', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await tryAt(attempt, 'ani', 'salah sama sekali ini')).toEqual(['identity.sign-in-refused']);
    }
    expect(await tryAt(5, 'ani', PASSWORD)).toEqual(['identity.sign-in-blocked']);
    expect(await tryAt(6, 'ani', PASSWORD)).toEqual(['identity.sign-in-blocked']);
    expect(await tryAt(7, 'budi', PASSWORD)).toEqual([]);

    const start = clock.now();
    clock.moveTo(minutesLater(start, 1));
    expect(await tryAt(8, 'ani', 'salah sama sekali ini')).toEqual(['identity.sign-in-refused']);
    expect(await tryAt(9, 'ani', PASSWORD)).toEqual(['identity.sign-in-blocked']);
    clock.moveTo(minutesLater(start, 3));
    expect(await tryAt(10, 'ani', PASSWORD)).toEqual([]);
    expect(await tryAt(11, 'ani', 'salah sama sekali ini')).toEqual(['identity.sign-in-refused']);
  });

  it('treats a name that nobody has alike', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await tryAt(attempt, 'tidak.ada', PASSWORD);
    expect(await tryAt(5, 'tidak.ada', PASSWORD)).toEqual(['identity.sign-in-blocked']);
  });

  it('counts a hundred tries at once as a hundred', async () => {
    const tries = Array.from({ length: 100 }, (_, attempt) =>
      tryAt(attempt, 'citra', 'salah sama sekali ini'),
    );
    const answers = (await Promise.all(tries)).flat();
    expect(answers.filter((code) => code === 'identity.sign-in-refused')).toHaveLength(5);
    expect(answers.filter((code) => code === 'identity.sign-in-blocked')).toHaveLength(95);
  });

  it('makes an address wait that tries many names, and a success there does not help it', async () => {
    const address = '192.0.2.99';
    for (let attempt = 0; attempt < 29; attempt += 1) {
      expect(await tryAt(attempt, `nama${String(attempt)}`, PASSWORD, address)).toEqual([
        'identity.sign-in-refused',
      ]);
    }
    expect(await tryAt(29, 'budi', PASSWORD, address)).toEqual([]);
    expect(await tryAt(30, 'nama30', PASSWORD, address)).toEqual(['identity.sign-in-refused']);
    expect(await tryAt(31, 'budi', PASSWORD, address)).toEqual(['identity.sign-in-blocked']);
    expect(await tryAt(31, 'budi', PASSWORD)).toEqual([]);
  });

  it('counts wrong codes, and asking for the code does not reset the count', async () => {
    await setUpSecondFactor(app, await signIn(app, 'dewi'), clock);
    const [service] = both;
    const withCode = (code: string, attempt: number) =>
      refusalCodes(() =>
        service.signIn({
          username: 'dewi',
          password: PASSWORD,
          code,
          address: `100.64.0.${String(attempt)}`,
          agent: '',
        }),
      );
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await withCode('', attempt)).toEqual(['identity.code-needed']);
      expect(await withCode('0000-0000-0000-0000', attempt)).toEqual(['identity.sign-in-refused']);
    }
    expect(await withCode('', 9)).toEqual(['identity.sign-in-blocked']);
  });

  it('stores neither names nor addresses', async () => {
    const named = `select count(*)::int from sign_in_throttle where encode(subject, 'escape') ~ 'ani|198'`;
    expect(await ask(url, named)).toEqual([0]);
  });
});
