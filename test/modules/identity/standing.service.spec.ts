import { AccessTokensService } from '../../../src/modules/identity/access-tokens.service.js';
import { IdentityService } from '../../../src/modules/identity/identity.service.js';
import { LinksService } from '../../../src/modules/identity/links.service.js';
import { StandingService } from '../../../src/modules/identity/standing.service.js';
import { testApp } from '../../support/app.js';
import {
  actorOf,
  addMembers,
  makeAdministrator,
  minutesLater,
  ORIGIN,
  signIn,
} from '../../support/identity.js';
import { refusalCodes } from '../../support/refusal.js';

const { app, clock } = await testApp();
const [identity, standing] = [app.get(IdentityService), app.get(StandingService)];
await addMembers(app, 'rina', 'ani', 'budi');
await makeAdministrator(app, 'ani', 'rina');
const [rina, ani, budi] = [await actorOf(app, 'rina'), await actorOf(app, 'ani'), await actorOf(app, 'budi')];

describe('deactivating', () => {
  it('ends every way in at once; activating again brings none of them back', async () => {
    const session = await signIn(app, 'ani');
    const wish = { name: 'mesin', operations: ['user.read'], expiresAt: minutesLater(clock.now(), 60) };
    const { token } = await app.get(AccessTokensService).create(ani.userId, wish, ani);
    const link = await app.get(LinksService).invite(ani.userId, rina);
    expect(await identity.tokenOf(token, ORIGIN)).toMatchObject({
      username: 'ani',
      operations: ['user.read'],
    });

    await standing.deactivate(ani.userId, rina, 'pindah tugas');
    expect(await standing.isActive(ani.userId)).toBe(false);
    const shut = async () => {
      expect(await identity.sessionOf(session.token)).toBeUndefined();
      expect(await identity.tokenOf(token, ORIGIN)).toBeUndefined();
      expect(await refusalCodes(() => app.get(LinksService).read(link.token))).toEqual([
        'identity.link-unusable',
      ]);
    };
    await shut();
    expect(await refusalCodes(() => signIn(app, 'ani'))).toEqual(['identity.sign-in-refused']);
    expect(await refusalCodes(() => app.get(LinksService).invite(ani.userId, rina))).toEqual([
      'identity.user-inactive',
    ]);

    await standing.reactivate(ani.userId, rina, 'kembali');
    await shut();
    expect(await refusalCodes(() => signIn(app, 'ani'))).toEqual([]);
  });

  it('does not let a sign-in pass that comes at the same moment', async () => {
    const [signedIn] = await Promise.allSettled([
      signIn(app, 'budi'),
      standing.deactivate(budi.userId, rina, 'uji'),
    ]);
    const token = signedIn.status === 'fulfilled' ? signedIn.value.token : '';
    expect(await identity.sessionOf(token)).toBeUndefined();
    await standing.reactivate(budi.userId, rina, 'uji');
    expect(await identity.sessionOf(token)).toBeUndefined();
  });

  it('needs another person, a reason, and a change', async () => {
    expect(await refusalCodes(() => standing.deactivate(rina.userId, rina, 'x'))).toEqual([
      'identity.needs-another-person',
    ]);
    expect(await refusalCodes(() => standing.deactivate(ani.userId, rina, ' '))).toEqual([
      'identity.reason-empty',
    ]);
    expect(await refusalCodes(() => standing.reactivate(ani.userId, rina, 'x'))).toEqual([
      'identity.user-active',
    ]);
  });
});
