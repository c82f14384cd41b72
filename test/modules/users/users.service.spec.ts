import { UsersService } from '../../../src/modules/users/users.service.js';
import { StandingService } from '../../../src/modules/identity/standing.service.js';
import { testApp } from '../../support/app.js';
import { actorOf } from '../../support/identity.js';
import { refusalCodes, refusalsOf } from '../../support/refusal.js';
import { addUsers } from '../../support/users.js';

const { app } = await testApp();
const users = app.get(UsersService);
const ani = { username: 'ani', fullName: 'Ani Marlina', position: 'Kasi Kesejahteraan' };

describe('UsersService', () => {
  it('registers a person once, however often and at once she is added', async () => {
    const added = await Promise.all([users.add(ani), users.add(ani), users.add(ani)]);
    expect(new Set(added.map((user) => user.id)).size).toBe(1);
    expect(await users.require('ani')).toMatchObject(ani);
    expect((await users.list()).filter((user) => user.username === 'ani')).toHaveLength(1);
  });

  it('refuses another person under a name that is taken', async () => {
    await users.add(ani);
    expect(await refusalCodes(() => users.add({ ...ani, fullName: 'Ani Lain' }))).toEqual([
      'user.exists-differently',
    ]);
  });

  it.each(['', 'a', 'Ani', 'ani marlina', '-ani', 'a'.repeat(41)])(
    'refuses the name %j',
    async (username) => {
      expect(await refusalCodes(() => users.add({ ...ani, username }))).toEqual(['user.username-invalid']);
    },
  );

  it.each([{ fullName: ' ' }, { position: '' }])(
    'refuses %j: whoever signs has a name and a position',
    async (change) => {
      expect(await refusalCodes(() => users.add({ ...ani, username: 'baru', ...change }))).toEqual([
        'user.field-empty',
      ]);
    },
  );

  it('lets nobody act who was deactivated, but still knows her', async () => {
    await addUsers(app, 'pergi', 'rina');
    const standing = app.get(StandingService);
    const [{ userId }, rina] = [await actorOf(app, 'pergi'), await actorOf(app, 'rina')];
    await standing.deactivate(userId, rina, 'pindah tugas');
    const [refusal] = await refusalsOf(() => users.require('pergi'));
    expect(refusal).toMatchObject({ kind: 'forbidden', code: 'user.inactive' });
    expect(refusal?.message).toContain('honor identity activate pergi');
    expect(await users.registered('pergi')).toMatchObject({ id: userId });
    await standing.reactivate(userId, rina, 'kembali');
    expect(await users.require('pergi')).toMatchObject({ id: userId });
  });

  it('knows nobody it was not told of', async () => {
    expect(await refusalCodes(() => users.require('siapa'))).toEqual(['user.unknown']);
  });
});
