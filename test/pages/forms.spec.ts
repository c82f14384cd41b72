import { randomUUID } from 'node:crypto';
import { httpOffice } from '../support/http-app.js';
import { PASSWORD } from '../support/identity.js';
import { PageVisitor, type Shown } from '../support/page-visitor.js';
import { routesOf, type Route } from '../support/routes.js';

const office = await httpOffice();
const forms = routesOf(office.app).filter(({ isPage, method }) => isPage && method !== 'get');
const visitor = () => new PageVisitor(office.url);

await office.people('ani', 'budi');

/** Of whoever shows these cookies: the token of the page that she would send the form from. */
const tokenOf = async (who: PageVisitor, { access }: Route): Promise<string> => {
  const shown = await who.get(access === 'open' ? '/masuk' : '/akun/autentikator');
  return shown.forms.at(-1)?.fields.csrf ?? '';
};

const signedIn = async (username: string): Promise<PageVisitor> => {
  const who = visitor();
  const home = await who.send(await who.get('/masuk'), '/masuk', { username, password: PASSWORD });
  expect([home.status, home.path]).toEqual([200, '/']);
  return who;
};

/** Sends the form with this token, and gives status and code: without asking for a page the answer names it. */
const send = async (
  who: PageVisitor,
  { path }: Route,
  token: string | undefined,
  headers: Readonly<Record<string, string>> = {},
): Promise<[number, string | undefined]> => {
  const fields = { kunci: randomUUID(), versi: '"basi"', ...(token !== undefined && { csrf: token }) };
  const answer = await who.post(path.replace(/:\w+/g, '1'), fields, { accept: '*/*', ...headers });
  return [answer.status, codeOf(answer)];
};

function codeOf({ html }: Shown): string | undefined {
  return html.startsWith('{') ? (JSON.parse(html) as { code: string }).code : undefined;
}

const refused = [403, 'http.csrf'];

describe('every form', () => {
  it('is sent by POST to a page, never by GET', () => {
    expect(forms.length).toBeGreaterThan(3);
    expect(forms.filter(({ method }) => method !== 'post')).toEqual([]);
  });

  it.each(forms.map((route) => [route.id, route] as const))(
    '%s is taken with the token of its own browser only',
    async (_, route) => {
      const isOpen = route.access === 'open';
      const [own, other] = isOpen ? [visitor(), visitor()] : [await signedIn('ani'), await signedIn('budi')];
      const [token, foreign] = [await tokenOf(own, route), await tokenOf(other, route)];
      expect(token).toHaveLength(43);
      for (const wrong of [undefined, '', 'palsu', `${token}x`, foreign]) {
        expect(await send(own, route, wrong)).toEqual(refused);
      }
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { origin: 'https://penipu.test' },
        { origin: 'null' },
        // Where it is reached is not who it is: that is HONOR_PUBLIC_URL, of a browser too that only says its Origin.
        { origin: office.url },
      ]) {
        expect(await send(own, route, token, headers)).toEqual(refused);
      }
      const [, code] = await send(own, route, token, { origin: 'http://localhost:3000' });
      expect(code).not.toBe('http.csrf');
    },
  );

  it.each(forms.filter(({ access }) => access !== 'open').map((route) => [route.id, route] as const))(
    '%s is not taken after signing out, nor in the next session',
    async (_, route) => {
      const own = await signedIn('ani');
      const token = await tokenOf(own, route);
      const thief = own.copy();
      await own.send(await own.get('/'), '/keluar');
      expect(await send(thief, route, token)).toEqual([401, 'access.not-signed-in']);
      expect(await send(await signedIn('ani'), route, token)).toEqual(refused);
    },
  );
});
