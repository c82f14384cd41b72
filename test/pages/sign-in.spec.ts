import { LinksService } from '../../src/modules/identity/links.service.js';
import { httpOffice } from '../support/http-app.js';
import { PASSWORD } from '../support/identity.js';
import { PageVisitor } from '../support/page-visitor.js';

const office = await httpOffice();
const visitor = () => new PageVisitor(office.url);

await office.people('ani', 'budi', 'cici');

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

describe('signing in', () => {
  it('leads on to the page that was asked for, and never to another site', async () => {
    for (const [asked, reached] of [
      ['/akun/kata-sandi', '/akun/kata-sandi'],
      ['//penipu.test', '/'],
      ['https://penipu.test/akun', '/'],
      ['/\\penipu.test', '/'],
    ] as const) {
      const who = visitor();
      const shown = await who.get(`/masuk?lanjut=${encodeURIComponent(asked)}`);
      expect(shown.html).not.toContain('penipu');
      const fields = { username: 'ani', password: PASSWORD, lanjut: asked };
      expect((await who.send(shown, '/masuk', fields)).path).toBe(reached);
    }
  });

  it('opens a session that nobody knew before', async () => {
    const who = visitor();
    who.cookies.set('honor', 'ditanam-orang-lain');
    await who.send(await who.get('/masuk'), '/masuk', { username: 'ani', password: PASSWORD });
    expect(who.cookies.get('honor')).toMatch(/^[\w-]{43}$/);
  });

  it('says plainly what was wrong, keeps the name, and tells no password', async () => {
    const who = visitor();
    const password = 'salah sekali ini rahasia';
    const refused = await who.send(await who.get('/masuk'), '/masuk', { username: 'budi', password });
    expect([refused.status, refused.path]).toEqual([401, '/masuk']);
    expect(refused.text).toContain('tidak cocok');
    expect(refused.html).toContain('value="budi"');
    expect(refused.html).not.toContain(password);
  });

  it('makes who guesses wait, and says how long', async () => {
    const who = visitor();
    let last = await who.get('/masuk');
    for (let tries = 0; tries < 15 && last.status !== 429; tries += 1)
      last = await who.send(last, '/masuk', { username: 'cici', password: 'salah sekali ini' });
    expect(last.status).toBe(429);
    expect(last.text).toMatch(/Tunggu \d+ menit/);
  });

  it('is asked for where a page needs it; who comes by a link of another site is led to it anew', async () => {
    const who = visitor();
    expect((await who.get('/spp/12')).path).toBe('/masuk?lanjut=%2Fspp%2F12');
    const shown = await who.get('/spp/12', { 'sec-fetch-site': 'cross-site' });
    expect([shown.status, shown.path]).toEqual([200, '/spp/12']);
    expect(shown.html).toContain('http-equiv="refresh" content="0; url=/spp/12"');
  });
});

describe('a one-time link', () => {
  it('is not used up by looking at it, nor known to other sites; used once, it is gone', async () => {
    const by = { userId: 1, address: '', agent: '' };
    const { token } = await office.asSystem(() => office.app.get(LinksService).invite(1, by));
    const link = `/tautan/${token}`;
    for (let looks = 0; looks < 3; looks += 1) expect((await visitor().get(link)).status).toBe(200);
    const who = visitor();
    const shown = await who.get(link);
    expect(shown.headers.get('referrer-policy')).toBe('same-origin');
    expect(shown.headers.get('cache-control')).toBe('no-store');
    const differs = await who.send(shown, link, { password: PASSWORD, again: `${PASSWORD}!` });
    expect([differs.status, differs.text.includes('Kedua kata sandi tidak sama.')]).toEqual([422, true]);
    const used = await who.send(differs, link, { password: PASSWORD, again: PASSWORD });
    expect([used.status, used.path]).toEqual([200, '/akun/autentikator']);
    const gone = await visitor().get(link);
    expect([gone.status, gone.html.includes(token)]).toEqual([404, false]);
  });
});

describe('every page', () => {
  it('runs no script, and none of another site shows it', async () => {
    for (const path of ['/masuk', '/tiada', '/tautan/tiada']) {
      const { headers, html } = await visitor().get(path);
      expect(headers.get('content-security-policy')).toBe(POLICY);
      expect(html).not.toMatch(/<script|\s(style|on\w+)=|javascript:/i);
    }
  });

  it('that is not there says so, without a word of what is inside', async () => {
    const { status, text } = await visitor().get('/tiada');
    expect(status).toBe(404);
    expect(text).toContain('Halaman ini tidak ada.');
    expect(text).not.toMatch(/openapi|at Object|node_modules/);
  });

  it('has its one stylesheet kept by browsers for as long as it stays the same', async () => {
    const { html } = await visitor().get('/masuk');
    const address = /href="(\/aset\/[0-9a-f]{16}\.css)"/.exec(html)?.[1] ?? '';
    const { status, headers } = await visitor().get(address);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/css; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    expect((await visitor().get('/aset/0000000000000000.css')).status).toBe(404);
  });
});
