import type { Response } from 'supertest';
import { cookiesOf } from '../support/caller.js';
import { httpOffice, type HttpOffice } from '../support/http-app.js';
import { PASSWORD } from '../support/identity.js';
import { ask } from '../support/session.js';
import { RawConnection } from '../support/raw-request.js';

const PUBLIC = 'https://honor.test';
const EVIL = 'penipu.test';
const forged = {
  host: EVIL,
  'x-forwarded-host': EVIL,
  'x-forwarded-proto': 'http',
  'x-forwarded-port': '81',
  'x-forwarded-prefix': `//${EVIL}`,
  'x-forwarded-server': EVIL,
  'x-original-url': `//${EVIL}/`,
  'x-rewrite-url': '/api/v1/users',
  forwarded: `for=203.0.113.66;host=${EVIL};proto=http`,
};

// Behind a proxy, and by itself: whose word is taken on an address is taken on nothing else.
const offices = {
  'by itself': await httpOffice({ environment: { HONOR_PUBLIC_URL: PUBLIC } }),
  'behind a proxy': await httpOffice({
    environment: { HONOR_PUBLIC_URL: PUBLIC, HONOR_TRUSTED_PROXIES: '1' },
  }),
};
for (const office of Object.values(offices)) {
  await office.people('ani', 'budi');
  await office.grant('ani', 'administrator', { kind: 'installation' });
}

const signIn = (office: HttpOffice, headers: Readonly<Record<string, string>>) =>
  office.caller().post('/api/v1/sessions', { username: 'ani', password: PASSWORD }, headers);

describe.each(Object.entries(offices))('a forged host, of a service %s', (_, office) => {
  it.each([
    ['/masuk', 200],
    ['/spp/12', 303],
    ['/tiada', 404],
    ['/tautan/tiada', 404],
    ['/api/v1/users', 303],
  ])('changes nothing of a page: %s', async (path, status) => {
    const shown = (headers: Readonly<Record<string, string>>) =>
      office.caller().send('get', path, { headers: { accept: 'text/html', ...headers } });
    const [plain, told] = [await shown({}), await shown({ ...forged, referer: `https://${EVIL}/masuk` })];
    expect([plain.status, told.status]).toEqual([status, status]);
    expect(told.headers.location).toBe(plain.headers.location);
    expect(JSON.stringify([told.headers, told.text])).not.toContain(EVIL);
  });

  it('changes nothing of a page whose whole address it stands in', async () => {
    const connection = await RawConnection.to(office.url);
    connection.write(
      `GET https://${EVIL}/spp/12 HTTP/1.1\r\nHost: ${EVIL}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`,
    );
    const text = await connection.untilClosed();
    expect(text).toContain('Location: /masuk?lanjut=%2Fspp%2F12\r\n');
    expect(text).not.toContain(EVIL);
  });

  it('changes nothing of a cookie', async () => {
    const attributes = (answer: Response) =>
      cookiesOf(answer).map((line) => line.replace(/=[^;]*/, '').replace(/Expires=[^;]*/, ''));
    const [plain, told] = [await signIn(office, {}), await signIn(office, forged)];
    expect(attributes(told)).toEqual(attributes(plain));
    expect(attributes(told)).toEqual([
      expect.stringMatching(/^__Host-honor; .*; HttpOnly; Secure; SameSite=Strict$/),
      expect.stringMatching(/^__Host-honor-device; .*; HttpOnly; Secure; SameSite=Strict$/),
    ]);
  });

  it('is in no one-time link, nor where a job is followed', async () => {
    const ani = await office.signedIn('ani', { secondFactor: true });
    const made = await ani.post('/api/v1/users/budi/links', {}, forged);
    expect(made.status).toBe(201);
    const file = { name: 'a.csv', content: 'a' };
    const taken = await ani.send('post', '/api/v1/imports/regions', {
      file,
      headers: { ...forged, prefer: 'respond-async' },
    });
    expect([taken.status, taken.headers.location]).toEqual([
      202,
      expect.stringMatching(/^\/api\/v1\/jobs\//),
    ]);
    expect(JSON.stringify([made.headers, made.body, taken.headers, taken.body])).not.toContain(EVIL);
    // The next test signs in without.
    await ani.send('delete', '/api/v1/sessions/current');
  });

  it('makes no page of another site our own', async () => {
    const from = async (origin: string, headers: Readonly<Record<string, string>>) => {
      const answer = await office.caller().post('/api/v1/sessions', {}, { ...headers, origin });
      return [answer.status, (answer.body as { code: string }).code];
    };
    const refused = [403, 'http.csrf'];
    for (const scheme of ['https', 'http']) {
      expect(await from(`${scheme}://${EVIL}`, forged)).toEqual(refused);
      expect(await from(`${scheme}://${EVIL}`, { host: EVIL })).toEqual(refused);
    }
    expect(await from(office.url, {})).toEqual(refused);
    expect(await from(`${PUBLIC}.${EVIL}`, {})).toEqual(refused);
    expect(await from(PUBLIC, forged)).toEqual([422, 'http.field-invalid']);
  });
});

describe('an address that is told to us', () => {
  const addresses = ['203.0.113.66', '198.51.100.7'].join(', ');
  const told = {
    'x-forwarded-for': addresses,
    'x-real-ip': '203.0.113.67',
    'x-client-ip': '203.0.113.67',
    'true-client-ip': '203.0.113.67',
    'cf-connecting-ip': '203.0.113.67',
    forwarded: 'for=203.0.113.68',
  };
  const written = (office: HttpOffice) =>
    ask(office.databaseUrl, 'select address from identity_event order by id desc limit 1');

  const inTheTrail = (office: HttpOffice) =>
    ask(office.databaseUrl, 'select address from audit.act order by id desc limit 1');

  it.each([
    ['by itself', '127.0.0.1'],
    ['behind a proxy', '198.51.100.7'],
  ] as const)('is written down only as far as a proxy is trusted: %s', async (which, address) => {
    const office = offices[which];
    const { status } = await office
      .caller()
      .post('/api/v1/sessions', { username: 'budi', password: 'x' }, told);
    expect(status).toBe(401);
    expect(await written(office)).toEqual([address]);
    const budi = await office.signedIn('budi');
    expect((await budi.post('/api/v1/own-second-factor', {}, told)).status).toBe(201);
    expect(await inTheTrail(office)).toEqual([address]);
  });

  it.each([
    ['by itself', {}, (turn: number) => `203.0.113.${String(turn)}`],
    [
      'behind a proxy',
      { HONOR_TRUSTED_PROXIES: '1' },
      (turn: number) => `203.0.113.${String(turn)}, 198.51.100.7`,
    ],
  ] as const)('gives nobody more requests: %s', async (_, environment, address) => {
    const office = await httpOffice({ environment, limits: { perAddress: 5, perPerson: 5 } });
    const statuses: number[] = [];
    for (let turn = 1; turn <= 8; turn += 1) {
      const { status } = await office
        .caller()
        .send('get', '/tiada', { headers: { 'x-forwarded-for': address(turn) } });
      statuses.push(status);
    }
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429, 429]);
  });
});
