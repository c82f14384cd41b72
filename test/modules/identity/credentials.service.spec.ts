import { CredentialsService } from '../../../src/modules/identity/credentials.service.js';
import { IdentityService } from '../../../src/modules/identity/identity.service.js';
import { openApp } from '../../../src/open-app.js';
import { readConfiguration } from '../../../src/platform/configuration.js';
import { testApp } from '../../support/app.js';
import { databaseEnvironment } from '../../support/database.js';
import { addMembers, ORIGIN, PASSWORD, setUpSecondFactor, signIn } from '../../support/identity.js';
import { refusalCodes } from '../../support/refusal.js';
import { ask } from '../../support/session.js';

const { app, clock, url } = await testApp();
const [identity, credentials] = [app.get(IdentityService), app.get(CredentialsService)];
await addMembers(app, 'ani', 'budi', 'citra');
const NEXT = 'empat itik berenang ke hulu';

describe('changing a password', () => {
  it('asks for the old one, ends the other sessions and keeps this one', async () => {
    const [elsewhere, here] = [await signIn(app, 'ani'), await signIn(app, 'ani')];
    const change = (current: string, password: string) =>
      refusalCodes(() => credentials.change(here.session, { current, password, ...ORIGIN }));
    expect(await change('salah sama sekali ini', NEXT)).toEqual(['identity.sign-in-refused']);
    expect(await change(PASSWORD, PASSWORD)).toEqual(['identity.password-same']);
    expect(await change(PASSWORD, 'ani ani ani ani ani')).toEqual(['identity.password-guessable']);
    expect(await change(PASSWORD, NEXT)).toEqual([]);
    expect(await identity.sessionOf(elsewhere.token)).toBeUndefined();
    expect(await identity.sessionOf(here.token)).toBeDefined();
    expect(await refusalCodes(() => signIn(app, 'ani'))).toEqual(['identity.sign-in-refused']);
    expect((await identity.signIn({ username: 'ani', password: NEXT, ...ORIGIN })).session.username).toBe(
      'ani',
    );
  });

  it('asks for the code where there is a second factor', async () => {
    const { session, recoveryCodes } = await setUpSecondFactor(app, await signIn(app, 'budi'), clock);
    const change = { current: PASSWORD, password: NEXT, ...ORIGIN };
    expect(await refusalCodes(() => credentials.change(session, change))).toEqual(['identity.code-needed']);
    const [code] = recoveryCodes;
    expect(await refusalCodes(() => credentials.change(session, { ...change, code }))).toEqual([]);
  });
});

describe('a password hashed at a lower cost', () => {
  it('is hashed anew at the next sign-in', async () => {
    const stored = `select password_hash from credential join app_user on id = user_id where username = 'citra'`;
    expect(await ask(url, stored)).toEqual([expect.stringContaining('$m=8,t=1,p=1$')]);
    const configuration = readConfiguration(databaseEnvironment(url));
    const strict = await openApp({ configuration, database: { name: 'honor', fresh: false }, clock });
    try {
      await signIn(strict, 'citra');
    } finally {
      await strict.close();
    }
    expect(await ask(url, stored)).toEqual([expect.stringContaining('$m=19456,t=2,p=1$')]);
    expect((await signIn(app, 'citra')).session.username).toBe('citra');
  });
});
