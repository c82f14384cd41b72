import { IdentityService } from '../../../src/modules/identity/identity.service.js';
import { StandingService } from '../../../src/modules/identity/standing.service.js';
import { UsersService } from '../../../src/modules/users/users.service.js';
import { PasswordHasher } from '../../../src/platform/secrets/password-hasher.js';
import { testApp } from '../../support/app.js';
import { actorOf, addMembers, ORIGIN, PASSWORD } from '../../support/identity.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
await addMembers(app, 'ani', 'budi');
const users = app.get(UsersService);
await users.add({ username: 'tanpa', fullName: 'Tanpa Kata', position: 'Staf' });
const { id } = await users.require('budi');
await app.get(StandingService).deactivate(id, await actorOf(app, 'ani'), 'Pindah tugas');

it.each([
  ['somebody unknown', 'siapa', PASSWORD],
  ['a wrong password', 'ani', 'empat kerbau menyeberang sungai'],
  ['somebody deactivated', 'budi', PASSWORD],
  ['somebody without a password', 'tanpa', PASSWORD],
])('%s costs one check of a password, and is told the same', async (_, username, password) => {
  const hasher = app.get(PasswordHasher);
  const verify = hasher.verify.bind(hasher);
  const asked: (string | undefined)[] = [];
  hasher.verify = (stored, tried) => {
    asked.push(stored);
    return verify(stored, tried);
  };
  const attempt = () => app.get(IdentityService).signIn({ username, password, ...ORIGIN });
  expect(await refusalCodes(attempt)).toEqual(['identity.sign-in-refused']);
  expect(asked).toHaveLength(1);
  hasher.verify = verify;
});
