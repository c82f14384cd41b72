import { OWASP_PASSWORD_COST, PasswordHasher } from '../../../src/platform/secrets/password-hasher.js';
import { CHEAP_PASSWORDS } from '../../support/field-keys.js';

const hasher = new PasswordHasher(CHEAP_PASSWORDS);

describe('PasswordHasher', () => {
  it('knows the password again, and no other', async () => {
    const stored = await hasher.hash('kopi pagi di surau');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$/);
    expect(stored).not.toBe(await hasher.hash('kopi pagi di surau'));
    expect(await hasher.verify(stored, 'kopi pagi di surau')).toBe(true);
    expect(await hasher.verify(stored, 'kopi pagi di suraU')).toBe(false);
  });

  it('tries a password also where there is no hash', async () => {
    expect(await hasher.verify(undefined, 'kopi pagi di surau')).toBe(false);
  });

  it('costs what OWASP says, and a hash made at another cost is outdated', async () => {
    const strict = new PasswordHasher(OWASP_PASSWORD_COST);
    const stored = await strict.hash('kopi pagi di surau');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(strict.isOutdated(stored)).toBe(false);
    expect(hasher.isOutdated(stored)).toBe(true);
    expect(await hasher.verify(stored, 'kopi pagi di surau')).toBe(true);
  });
});
