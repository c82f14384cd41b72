import { httpOffice } from '../support/http-app.js';
import { PASSWORD } from '../support/identity.js';
import { anOffice, SITIUNG } from '../support/nagari.js';
import { PageVisitor } from '../support/page-visitor.js';

const office = await httpOffice();
await office.asSystem(() => anOffice(office.app));
await office.people('rina');
await office.grant('rina', 'auditor', { kind: 'region', code: SITIUNG });
const rina = await office.signedIn('rina');

const ELSEWHERE = [
  '//penipu.test',
  '/\\penipu.test',
  '\\\\penipu.test',
  '/\t/penipu.test',
  '\t//penipu.test',
  ' //penipu.test',
  'https:penipu.test',
  'https://penipu.test',
  'javascript:alert(1)',
  '/.//penipu.test',
  '/spp/..//penipu.test',
  '/spp\r\nLocation: https://penipu.test',
  '/spp\r\nSet-Cookie: jahat=1',
  '/spp%0d%0aSet-Cookie: jahat=1',
  '/spp\u560d\u560aSet-Cookie: jahat=1',
  '/\uff0f\uff0fpenipu.test',
];

const BREAKS = [
  'a\r\nSet-Cookie: jahat=1',
  'a\nX-Jahat: 1',
  'a"; filename=b',
  'é\u2028',
  '\u560d\u560aX-Jahat: 1',
];

/** Sends the form of signing in as it is, with this address to go on to, and follows nothing. */
async function signingIn(lanjut: string): Promise<Response> {
  const who = new PageVisitor(office.url);
  const [form] = (await who.get('/masuk')).forms;
  return fetch(`${office.url}/masuk`, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html', cookie: [...who.cookies].map((pair) => pair.join('=')).join('; ') },
    body: new URLSearchParams({ ...form?.fields, username: 'rina', password: PASSWORD, lanjut }),
  });
}

describe('what a stranger wrote', () => {
  it('is where signing in leads, when it is a page of ours', async () => {
    const answer = await signingIn('/spp/12');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/spp/12']);
  });

  it.each(ELSEWHERE)('leads nowhere else after signing in: %j', async (lanjut) => {
    const { status, headers } = await signingIn(lanjut);
    // A break in an address is a field that cannot be; whatever else is no page of ours leads to the first one.
    expect([303, 422]).toContain(status);
    const location = headers.get('location') ?? '/';
    expect(new URL(location, office.url).origin).toBe(new URL(office.url).origin);
    expect(location).not.toContain('penipu');
    expect(headers.getSetCookie().filter((cookie) => cookie.startsWith('jahat='))).toEqual([]);
  });

  it.each(BREAKS)('makes no header of its own: %j', async (text) => {
    for (const path of ['/api/v1/reports/roster', '/api/v1/jobs', '/api/v1/kader']) {
      for (const field of ['region', 'as', 'kind', 'cursor', 'name']) {
        const { status, headers } = await rina.get(path, { region: SITIUNG, [field]: text });
        expect([200, 404, 422]).toContain(status);
        expect(headers).not.toHaveProperty('x-jahat');
        expect(JSON.stringify(headers['set-cookie'] ?? [])).not.toContain('jahat=');
      }
    }
  });
});
