import { OidcLinksService } from '../../src/modules/identity/oidc-links.service.js';
import { Browser } from '../support/browser.js';
import { freePort } from '../support/free-port.js';
import { httpOffice } from '../support/http-app.js';
import { actorOf } from '../support/identity.js';
import { testProvider } from '../support/oidc-provider.js';
import { PageVisitor } from '../support/page-visitor.js';
import { phoneOf, type Phone } from '../support/phone.js';
import { realBrowser } from '../support/real-browser.js';

const browser = await realBrowser();
const port = await freePort();
const redirectUrl = `http://127.0.0.1:${String(port)}/api/v1/oidc/callback`;
const client = { id: 'honor', secret: 'hanya untuk uji', redirectUrl };
const provider = await testProvider(client);
const office = await httpOffice({
  port,
  environment: {
    HONOR_OIDC_ISSUER: provider.issuer,
    HONOR_OIDC_CLIENT_ID: client.id,
    HONOR_OIDC_CLIENT_SECRET: client.secret,
    HONOR_OIDC_REDIRECT_URL: redirectUrl,
    HONOR_OIDC_NAME: 'Akun <ASN>',
    HONOR_OIDC_SECOND_FACTOR_ACR: 'urn:two',
  },
});
const alone = await httpOffice();

await office.people('rina', 'ani');
await office.asSystem(async () => {
  const [ani, rina] = [await actorOf(office.app, 'ani'), await actorOf(office.app, 'rina')];
  await office.app.get(OidcLinksService).link(ani.userId, 'sub-ani', rina);
});

const atSignIn = async (lanjut = ''): Promise<Phone> => {
  const phone = await phoneOf(browser);
  await phone.page.goto(`${office.url}/masuk${lanjut}`);
  return phone;
};
const goThere = ({ page }: Phone) => page.getByRole('link', { name: 'Masuk dengan Akun <ASN>' }).click();
const pathOf = ({ page }: Phone) => new URL(page.url()).pathname;
const wordsOf = ({ page }: Phone) => page.locator('main').innerText();

/** What is read on it: a page in words, which leads back to where one signs in with a password. */
async function refusalOn(phone: Phone): Promise<string> {
  const text = await wordsOf(phone);
  expect(text).not.toMatch(/identity\.|HONOR_|http/);
  await phone.look('oidc-ditolak');
  expect(await phone.page.locator('header').innerText()).not.toContain('Keluar');
  await phone.page.getByRole('link', { name: 'Kembali' }).click();
  expect(pathOf(phone)).toBe('/masuk');
  expect(await phone.page.getByLabel('Kata sandi').count()).toBe(1);
  return text;
}

describe('signing in at the identity provider', () => {
  it('is a button in words on the sign-in page, and leads on to what was asked for', async () => {
    const phone = await phoneOf(browser);
    await phone.page.goto(`${office.url}/akun/kata-sandi`);
    expect(pathOf(phone)).toBe('/masuk');
    await phone.look('masuk-penyedia');
    provider.person = { accountId: 'sub-ani' };
    await goThere(phone);
    await phone.page.waitForURL(`${office.url}/akun/kata-sandi`);
    expect(await phone.page.locator('header').innerText()).toContain('Keluar');
    expect(phone.complaints).toEqual([]);
  });

  it('leads to the first page where nothing was asked for, and never to another site', async () => {
    for (const wish of ['', '?lanjut=%2F%2Fpenipu.test', '?lanjut=https%3A%2F%2Fpenipu.test']) {
      const phone = await atSignIn(wish);
      provider.person = { accountId: 'sub-ani', acr: 'urn:two' };
      await goThere(phone);
      await phone.page.waitForURL(`${office.url}/`);
      expect(await wordsOf(phone)).toContain('Wewenang Anda');
    }
    const phone = await phoneOf(browser);
    await phone.page.goto(`${office.url}/api/v1/oidc/start?then=%2F%2Fpenipu.test`);
    await phone.page.waitForURL(`${office.url}/`);
  });

  it('is offered after a wrong password too, and nowhere where no provider is configured', async () => {
    for (const [url, isOffered] of [
      [office.url, true],
      [alone.url, false],
    ] as const) {
      const who = new PageVisitor(url);
      const shown = await who.get('/masuk');
      const refused = await who.send(shown, '/masuk', { username: 'tiada', password: 'salah sekali ini' });
      expect([shown, refused].map(({ html }) => html.includes('/api/v1/oidc/start'))).toEqual([
        isOffered,
        isOffered,
      ]);
    }
  });
});

describe('what goes wrong on the way', () => {
  it('is told to somebody whom nobody linked', async () => {
    const phone = await atSignIn();
    provider.person = { accountId: 'sub-siapa' };
    await goThere(phone);
    expect(await refusalOn(phone)).toContain('tidak tersambung ke pengguna yang aktif');
  });

  it('is told where the answer is not of this browser, or not what we asked for', async () => {
    for (const answer of ['?code=curian&state=lain', '?error=access_denied&error_description=%3Cb%3E', '']) {
      const phone = await phoneOf(browser);
      await phone.page.goto(`${redirectUrl}${answer}`);
      expect(await refusalOn(phone)).toContain('Penyedia identitas tidak meloloskan Anda');
    }
  });

  it('is told while nobody answers there, and where there is no provider', async () => {
    const visitor = new PageVisitor(alone.url);
    const none = await visitor.get('/api/v1/oidc/start');
    expect([none.status, none.text.includes('nama pengguna dan kata sandi')]).toEqual([404, true]);
    expect(none.html).toContain('href="/masuk"');
    const phone = await phoneOf(browser);
    provider.person = { accountId: 'sub-ani' };
    const browserOfHers = new Browser();
    const started = `${office.url}/api/v1/oidc/start`;
    const address = await browserOfHers.follow(started, redirectUrl);
    const flow = browserOfHers.cookie(office.url, 'honor-oidc') ?? '';
    await phone.page.context().addCookies([{ name: 'honor-oidc', value: flow, url: office.url }]);
    await provider.leave();
    await phone.page.goto(address);
    expect(await refusalOn(phone)).toContain('sedang tidak dapat dihubungi');
  });
});
