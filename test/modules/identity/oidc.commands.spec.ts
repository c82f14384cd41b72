import { openApp } from '../../../src/open-app.js';
import { SteppedClock } from '../../../src/platform/clock.js';
import { readConfiguration } from '../../../src/platform/configuration.js';
import { OCTOBER_5, testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { databaseEnvironment, testDatabaseUrl } from '../../support/database.js';
import { CHEAP_PASSWORDS } from '../../support/field-keys.js';
import { ask } from '../../support/session.js';
import { addUsers } from '../../support/users.js';

const url = await testDatabaseUrl();
const clock = new SteppedClock(OCTOBER_5);
const app = await openApp({
  configuration: readConfiguration({
    ...databaseEnvironment(url),
    HONOR_OIDC_ISSUER: 'https://sso.dharmasrayakab.go.id/realms/asn',
    HONOR_OIDC_CLIENT_ID: 'honor',
    HONOR_OIDC_CLIENT_SECRET: 'rahasia',
    HONOR_OIDC_REDIRECT_URL: 'https://honor.dharmasrayakab.go.id/api/v1/oidc/callback',
  }),
  database: { name: 'honor', fresh: false },
  clock,
  passwordCost: CHEAP_PASSWORDS,
});
afterAll(() => app.close());
const honor = honorOn({ app, clock });
const without = await testApp();
await addUsers(app, 'rina', 'ani');

describe('the commands of the identity provider', () => {
  it('link and unlink, without asking the provider', async () => {
    const linked = await honor(
      '--json',
      'identity',
      'oidc',
      'link',
      'ani',
      '--subject',
      's-1',
      '--by',
      'rina',
    );
    expect(linked).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(linked.stdout)).toEqual({ username: 'ani', isLinked: true });
    expect(await ask(url, 'select issuer, subject from oidc_link')).toEqual([
      'https://sso.dharmasrayakab.go.id/realms/asn',
      's-1',
    ]);
    const own = await honor('identity', 'oidc', 'unlink', 'ani', '--by', 'ani');
    expect(own).toMatchObject({ status: 1, stderr: expect.stringContaining('needs-another') as string });
    const unlinked = await honor('identity', 'oidc', 'unlink', 'ani', '--by', 'rina');
    expect(unlinked).toMatchObject({ status: 0, stdout: expect.stringContaining('ani') as string });
    const again = await honor('identity', 'oidc', 'unlink', 'ani', '--by', 'rina');
    expect(again).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('oidc-link-missing') as string,
    });
  });

  it('say what to set where no provider is configured', async () => {
    await addUsers(without.app, 'rina', 'ani');
    const words = ['identity', 'oidc', 'link', 'ani', '--subject', 's-1', '--by', 'rina'];
    expect(await honorOn(without)(...words)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('HONOR_OIDC_ISSUER') as string,
    });
  });
});
