import { IdentityService } from '../../../src/modules/identity/identity.service.js';
import { KnownDevicesService } from '../../../src/modules/identity/known-devices.service.js';
import { LinkAcceptanceService } from '../../../src/modules/identity/link-acceptance.service.js';
import { LinksService } from '../../../src/modules/identity/links.service.js';
import { openApp } from '../../../src/open-app.js';
import { readConfiguration } from '../../../src/platform/configuration.js';
import { testApp } from '../../support/app.js';
import { databaseEnvironment } from '../../support/database.js';
import { CHEAP_PASSWORDS } from '../../support/field-keys.js';
import {
  actorOf,
  addMembers,
  minutesLater,
  PASSWORD,
  setUpSecondFactor,
  signIn,
} from '../../support/identity.js';
import { refusalCodes } from '../../support/refusal.js';
import { ask } from '../../support/session.js';

const WRONG = 'salah sama sekali ini';

const { app, clock, url } = await testApp();
const other = await openApp({
  configuration: readConfiguration(databaseEnvironment(url)),
  database: { name: 'honor', fresh: false },
  clock,
  passwordCost: CHEAP_PASSWORDS,
});
afterAll(() => other.close());
await addMembers(app, 'ani', 'budi', 'citra', 'dewi', 'elok', 'fitri', 'gadis', 'hesti');

const both = [app.get(IdentityService), other.get(IdentityService)] as const;

interface Where {
  readonly address?: string;
  readonly device?: string;
}

/** The `attempt`th try, through one process or the other; from an address of its own unless told. */
function tryAt(attempt: number, username: string, password: string, where: Where = {}) {
  const service = both[attempt % 2] ?? both[0];
  const address = `198.51.${String(100 + Math.floor(attempt / 250))}.${String(attempt % 250)}`;
  return refusalCodes(() => service.signIn({ username, password, address, agent: '', ...where }));
}

async function guess(count: number, username: string, where?: Where): Promise<readonly string[]> {
  const answers: string[] = [];
  for (let attempt = 0; attempt < count; attempt += 1) {
    answers.push(...(await tryAt(attempt, username, WRONG, where)));
  }
  return answers.slice(-1);
}

const REFUSED = ['identity.sign-in-refused'];
const BLOCKED = ['identity.sign-in-blocked'];

describe('the throttle', () => {
  it('makes a name wait after five failures from one address, through whichever process they came', async () => {
    const where = { address: '203.0.113.1' };
    expect(await guess(5, 'ani', where)).toEqual(REFUSED);
    expect(await tryAt(5, 'ani', PASSWORD, where)).toEqual(BLOCKED);
    expect(await tryAt(6, 'ani', PASSWORD, where)).toEqual(BLOCKED);
    expect(await tryAt(7, 'budi', PASSWORD, where)).toEqual([]);

    const start = clock.now();
    clock.moveTo(minutesLater(start, 1));
    expect(await tryAt(8, 'ani', WRONG, where)).toEqual(REFUSED);
    expect(await tryAt(9, 'ani', PASSWORD, where)).toEqual(BLOCKED);
    clock.moveTo(minutesLater(start, 3));
    expect(await tryAt(10, 'ani', PASSWORD, where)).toEqual([]);
    expect(await tryAt(11, 'ani', WRONG, where)).toEqual(REFUSED);
  });

  it('treats a name that nobody has alike', async () => {
    const where = { address: '203.0.113.2' };
    expect(await guess(5, 'tidak.ada', where)).toEqual(REFUSED);
    expect(await tryAt(5, 'tidak.ada', PASSWORD, where)).toEqual(BLOCKED);
    expect(await guess(20, 'juga.tidak.ada')).toEqual(REFUSED);
    expect(await tryAt(20, 'juga.tidak.ada', PASSWORD)).toEqual(BLOCKED);
  });

  it('counts a hundred tries at once as a hundred, from however many addresses', async () => {
    const tries = Array.from({ length: 100 }, (_, attempt) => tryAt(attempt, 'citra', WRONG));
    const answers = (await Promise.all(tries)).flat();
    expect(answers.filter((code) => code === 'identity.sign-in-refused')).toHaveLength(20);
    expect(answers.filter((code) => code === 'identity.sign-in-blocked')).toHaveLength(80);
  });

  it('makes an address wait that tries many names, and a success there does not help it', async () => {
    const where = { address: '192.0.2.99' };
    for (let attempt = 0; attempt < 29; attempt += 1) {
      expect(await tryAt(attempt, `nama${String(attempt)}`, PASSWORD, where)).toEqual(REFUSED);
    }
    expect(await tryAt(29, 'budi', PASSWORD, where)).toEqual([]);
    expect(await tryAt(30, 'nama30', PASSWORD, where)).toEqual(REFUSED);
    expect(await tryAt(31, 'budi', PASSWORD, where)).toEqual(BLOCKED);
    expect(await tryAt(31, 'budi', PASSWORD)).toEqual([]);
  });

  it('takes a /64 for one address, and IPv4 for itself however it is written', async () => {
    const within = (host: number) => ({ address: `2001:db8:7:1::${host.toString(16)}` });
    for (let host = 0; host < 5; host += 1) await tryAt(0, 'gadis', WRONG, within(host));
    expect(await tryAt(0, 'gadis', PASSWORD, within(99))).toEqual(BLOCKED);
    expect(await guess(5, 'gadis', { address: '203.0.113.9' })).toEqual(REFUSED);
    expect(await tryAt(0, 'gadis', PASSWORD, { address: '::ffff:203.0.113.9' })).toEqual(BLOCKED);
  });

  it('counts wrong codes, and asking for the code does not reset the count', async () => {
    await setUpSecondFactor(app, await signIn(app, 'dewi'), clock);
    const [service] = both;
    const withCode = (code: string) =>
      refusalCodes(() =>
        service.signIn({ username: 'dewi', password: PASSWORD, code, address: '100.64.0.1', agent: '' }),
      );
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await withCode('')).toEqual(['identity.code-needed']);
      expect(await withCode('0000-0000-0000-0000')).toEqual(REFUSED);
    }
    expect(await withCode('')).toEqual(BLOCKED);
  });

  it('stores neither names nor addresses', async () => {
    const named = `select count(*)::int from sign_in_throttle where encode(subject, 'escape') ~ 'ani|198'`;
    expect(await ask(url, named)).toEqual([0]);
  });
});

describe('a stranger who knows her name', () => {
  const home = { address: '203.0.113.77' };
  const [service] = both;

  it('keeps her out of no session, no browser and no office in which she was', async () => {
    const { token } = await service.signIn({ username: 'elok', password: PASSWORD, agent: '', ...home });
    const device = app.get(KnownDevicesService).remember(undefined, 'elok');
    expect(await guess(30, 'elok')).toEqual(BLOCKED);
    expect(await tryAt(99, 'elok', PASSWORD)).toEqual(BLOCKED);
    expect(await tryAt(99, 'elok', PASSWORD, home)).toEqual([]);
    expect(await tryAt(99, 'elok', PASSWORD, { device })).toEqual([]);
    // Also where he sits beside her: the address that both have waits, for him.
    expect(await guess(40, 'elok', home)).toEqual(BLOCKED);
    expect(await tryAt(99, 'elok', PASSWORD, { device, ...home })).toEqual([]);
    const confirmed = () => service.confirm(token, { password: PASSWORD, agent: '', ...home });
    expect(await refusalCodes(confirmed)).toEqual([]);
    // A browser of somebody else is none of hers.
    const another = app.get(KnownDevicesService).remember(undefined, 'fitri');
    expect(await tryAt(150, 'elok', PASSWORD, { device: another })).toEqual(BLOCKED);
  });

  it('guesses no faster in a session or a browser that he took', async () => {
    const { token } = await service.signIn({ username: 'fitri', password: PASSWORD, agent: '', ...home });
    const confirm = (password: string, attempt: number) =>
      refusalCodes(() =>
        service.confirm(token, { password, address: `192.0.2.${String(attempt)}`, agent: '' }),
      );
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await confirm(WRONG, attempt)).toEqual(REFUSED);
    expect(await confirm(PASSWORD, 9)).toEqual(BLOCKED);
    const device = app.get(KnownDevicesService).remember(undefined, 'fitri');
    expect(await guess(5, 'fitri', { device })).toEqual(REFUSED);
    expect(await tryAt(9, 'fitri', PASSWORD, { device })).toEqual(BLOCKED);
    expect(await tryAt(9, 'fitri', PASSWORD)).toEqual([]);
  });

  it('does not stand in the way of the link that an administrator makes', async () => {
    const by = await actorOf(app, 'ani');
    const { userId } = await actorOf(app, 'hesti');
    await guess(20, 'hesti');
    expect(await tryAt(200, 'hesti', PASSWORD)).toEqual(BLOCKED);
    const { token } = await app.get(LinksService).invite(userId, by);
    const password = 'tujuh kambing makan rumput';
    await app.get(LinkAcceptanceService).accept(token, { password, address: '', agent: '' });
    expect(await tryAt(201, 'hesti', password)).toEqual([]);
  });
});

it('tries that are held back leave one event for each wait', async () => {
  const told = () =>
    ask(url, `select detail from identity_event where what = 'sign-in-blocked' and address = '203.0.113.55'`);
  const where = { address: '203.0.113.55' };
  await guess(9, 'budi', where);
  expect(await told()).toEqual(['name-at-address']);
  clock.moveTo(minutesLater(clock.now(), 1));
  await guess(4, 'budi', where);
  expect(await told()).toEqual(['name-at-address', 'name-at-address']);
});
