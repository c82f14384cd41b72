import { cookiesOf } from '../support/caller.js';
import { httpOffice } from '../support/http-app.js';
import { PASSWORD } from '../support/identity.js';

const plain = await httpOffice({ limits: { perAddress: 30, perPerson: 3 } });
const overTls = await httpOffice({ environment: { HONOR_PUBLIC_URL: 'https://honor.test' } });

const POLICY =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'";

const everywhere = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
  'cache-control': 'no-store',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

describe('every answer', () => {
  it.each(['/api/v1/users', '/api/v1/tiada', '/tiada', '/api/openapi.json'])(
    'carries them: %s',
    async (path) => {
      const { headers } = await plain.caller().get(path);
      expect(headers).toMatchObject(everywhere);
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('strict-transport-security');
    },
  );

  it('keeps browsers on TLS where there is TLS', async () => {
    const { headers } = await overTls.caller().get('/api/v1/users');
    expect(headers).toMatchObject({
      ...everywhere,
      'content-security-policy': `${POLICY};upgrade-insecure-requests`,
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
  });
});

describe('the cookie of a session', () => {
  const attributesOf = async (office: typeof plain) => {
    await office.people('ani');
    const answer = await office.caller().post('/api/v1/sessions', { username: 'ani', password: PASSWORD });
    const [cookie = ''] = cookiesOf(answer);
    return cookie.split('; ').map((part) => part.replace(/=.*(?<!Strict|\/)$/, '='));
  };

  it('is for this host alone, over TLS', async () => {
    const expected = [
      '__Host-honor=',
      'Max-Age=',
      'Path=/',
      'Expires=',
      'HttpOnly',
      'Secure',
      'SameSite=Strict',
    ];
    expect(await attributesOf(overTls)).toEqual(expected);
  });

  it('has a plain name where there is no TLS', async () => {
    expect(await attributesOf(plain)).toEqual([
      'honor=',
      'Max-Age=',
      'Path=/',
      'Expires=',
      'HttpOnly',
      'SameSite=Strict',
    ]);
  });
});

describe('too many requests', () => {
  it('of one person, or of one address, are told when to come again', async () => {
    await plain.people('budi');
    const budi = await plain.signedIn('budi');
    for (let times = 0; times < 3; times += 1) await budi.get('/api/v1/sessions/current');
    const refused = await budi.get('/api/v1/sessions/current');
    expect([refused.status, refused.type]).toEqual([429, 'application/problem+json']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const statuses: number[] = [];
    for (let times = 0; times < 30; times += 1) statuses.push((await plain.caller().get('/tiada')).status);
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
  });
});
