import { AccessTokensService } from '../../../src/modules/identity/access-tokens.service.js';
import { LinkAcceptanceService } from '../../../src/modules/identity/link-acceptance.service.js';
import { LinksService } from '../../../src/modules/identity/links.service.js';
import { SecondFactorService } from '../../../src/modules/identity/second-factor.service.js';
import { testApp } from '../../support/app.js';
import {
  actorOf,
  makeAdministrator,
  minutesLater,
  ORIGIN,
  PASSWORD,
  setUpSecondFactor,
  signIn,
} from '../../support/identity.js';
import { refusalCodes } from '../../support/refusal.js';
import { ask } from '../../support/session.js';
import { addUsers } from '../../support/users.js';

const { app, clock, url } = await testApp();
const tokens = app.get(AccessTokensService);
await addUsers(app, 'ani', 'budi');
await makeAdministrator(app, 'ani', 'budi');
const [ani, budi] = [await actorOf(app, 'ani'), await actorOf(app, 'budi')];
const wish = (name: string) => ({
  name,
  operations: ['user.read', 'ledger.verify'],
  expiresAt: minutesLater(clock.now(), 60),
});

describe('a personal access token', () => {
  it('stands for its user until it expires, and is stored only as a digest', async () => {
    const { token, record } = await tokens.create(ani.userId, wish('satu'), ani);
    expect(record).toMatchObject({
      name: 'satu',
      operations: ['ledger.verify', 'user.read'],
      lastUsedAt: null,
    });
    expect(await tokens.use(token, ORIGIN)).toMatchObject({
      username: 'ani',
      name: 'satu',
      operations: ['ledger.verify', 'user.read'],
    });
    expect((await tokens.list(ani.userId)).map((one) => one.lastUsedAddress)).toEqual([ORIGIN.address]);
    const stored = `select count(*)::int from access_token where access_token::text like '%${token.slice(3, 46)}%'`;
    expect(await ask(url, stored)).toEqual([0]);

    clock.moveTo(minutesLater(clock.now(), 60));
    expect(await tokens.use(token, ORIGIN)).toBeUndefined();
    expect(await tokens.list(ani.userId)).toEqual([]);
    expect((await tokens.create(ani.userId, wish('satu'), ani)).record.name).toBe('satu');
  });

  it('has a name of its own, is revoked by its number, and by nobody through another user', async () => {
    const { token, record } = await tokens.create(ani.userId, wish('dua'), ani);
    expect(await refusalCodes(() => tokens.create(ani.userId, wish('dua'), ani))).toEqual([
      'identity.token-name-taken',
    ]);
    expect(await refusalCodes(() => tokens.revoke(record.id, budi.userId, budi))).toEqual([
      'identity.token-unknown',
    ]);
    await tokens.revoke(record.id, ani.userId, ani);
    expect(await tokens.use(token, ORIGIN)).toBeUndefined();
    expect(await refusalCodes(() => tokens.revoke(record.id, ani.userId, ani))).toEqual([
      'identity.token-unknown',
    ]);
    expect((await tokens.create(ani.userId, wish('dua'), ani)).token).not.toBe(token);
  });

  it('is made for nothing that its owner may not do, or that a person does herself', async () => {
    const codes = (operation: string) =>
      refusalCodes(() => tokens.create(ani.userId, { ...wish('tiga'), operations: [operation] }, ani));
    expect(await codes('user.hapus')).toEqual(['identity.token-operation-unknown']);
    expect(await codes('user.administer')).toEqual(['identity.token-operation-in-person']);
    expect(await codes('roster.import')).toEqual(['identity.token-operation-not-held']);
    expect(await codes('ledger.verify')).toEqual([]);
  });

  it('ends when a link lets its owner in again, or her second factor is taken away', async () => {
    const aToken = async (name: string) => (await tokens.create(ani.userId, wish(name), ani)).token;
    const before = await aToken('sebelum tautan');
    const invited = await app.get(LinksService).invite(ani.userId, budi);
    expect(await tokens.use(before, ORIGIN)).toMatchObject({ username: 'ani' });
    await app.get(LinkAcceptanceService).accept(invited.token, { password: PASSWORD, ...ORIGIN });
    expect(await tokens.use(before, ORIGIN)).toBeUndefined();

    await setUpSecondFactor(app, await signIn(app, 'ani'), clock);
    const after = await aToken('sesudah tautan');
    await app.get(SecondFactorService).reset(ani.userId, budi, 'ponsel hilang');
    expect(await tokens.use(after, ORIGIN)).toBeUndefined();
  });

  it('is refused when it is mistyped or made up', async () => {
    for (const text of ['', 'hk_', `hk_${'a'.repeat(51)}`])
      expect(await tokens.use(text, ORIGIN)).toBeUndefined();
  });
});
