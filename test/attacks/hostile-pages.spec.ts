import { seenText } from '../../src/core/shared/seen-text.js';
import { LinksService } from '../../src/modules/identity/links.service.js';
import { aRecorder } from '../support/deaths.js';
import { writeEverywhere } from '../support/free-texts.js';
import { HOSTILE_TEXTS } from '../support/hostile-texts.js';
import { htmlParts } from '../support/html-parts.js';
import { actorOf, PASSWORD } from '../support/identity.js';
import { SIGUNTUR } from '../support/nagari.js';
import { pageOffice } from '../support/page-office.js';
import { PageVisitor } from '../support/page-visitor.js';
import { routesOf } from '../support/routes.js';

const MARK = 'Zhostile';
const HOSTILE = `${MARK} "><script>alert(1)</script><img src=x onerror='alert(1)'></textarea></title><!-- javascript:x {{7*7}} &lt;b&gt; \\`;
// Attributes whose values are ours alone; in the others texts of people may stand.
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction']);
const OURS = new Set([...ADDRESSES, 'id', 'class', 'name', 'type', 'method', 'for', 'rel']);
const office = await pageOffice('submit');
const request = `/spp/${String(office.requestId)}`;
const token = await office.asSystem(async () => {
  const { id } = await aRecorder(office.app);
  return (await office.app.get(LinksService).invite(id, await actorOf(office.app, 'ani'))).token;
});
const routes = routesOf(office.app);
const pages = routes.filter(({ isPage, method }) => isPage && method === 'get').map(({ path }) => path);

const signedIn = async (username: string): Promise<PageVisitor> => {
  const who = new PageVisitor(office.url);
  await who.send(await who.get('/masuk'), '/masuk', { username, password: PASSWORD });
  return who;
};
const budi = await signedIn('budi');
const visitors = [new PageVisitor(office.url), await signedIn('ani'), budi];

const known: Readonly<Record<string, string>> = {
  id: String(office.requestId),
  kader: '1',
  month: '2026-07',
  token,
};

const filled = (path: string): string =>
  path.replace(/:(\w+)/g, (_, name: string) => {
    const value = known[name];
    if (value === undefined) throw new Error(`Nobody said what ${name} of ${path} is.`);
    return encodeURIComponent(value);
  });

/** What a page is made of beside its texts. */
const shapeOf = (html: string): string[] =>
  htmlParts(html).elements.map(({ name, attributes }) =>
    [
      name,
      ...Object.entries(attributes).map(([one, value]) => (OURS.has(one) ? `${one}=${value}` : one)),
    ].join(' '),
  );

/** Every page for everybody, by whether it is there and what it is made of. */
const drawn = async () => {
  const shapes: Record<string, readonly string[]> = {};
  for (const path of pages.map(filled)) {
    for (const [index, visitor] of visitors.entries()) {
      const { status, html } = await visitor.get(path);
      shapes[`${path} ${String(index)} ${String(status)}`] = shapeOf(html);
    }
  }
  return shapes;
};

/** Elements and attributes that run something, or lead somewhere else. */
const dangers = (html: string): string[] =>
  htmlParts(html).elements.flatMap(({ name, attributes }) => [
    ...(/^(script|iframe|object|embed|base|img|style)$/.test(name) ? [name] : []),
    ...Object.entries(attributes).flatMap(([one, value]) =>
      /^(on|style$|srcdoc$)/.test(one) || (ADDRESSES.has(one) && !/^([/#]|data:,$)/.test(value))
        ? [`${one}=${value}`]
        : [],
    ),
  ]);

describe('every page', () => {
  it('is one that somebody here may see', async () => {
    const seen = Object.keys(await drawn()).filter((key) => key.endsWith(' 200'));
    expect(pages.map(filled).filter((path) => !seen.some((key) => key.startsWith(`${path} `)))).toEqual([]);
  });

  it('is drawn of the same elements, attributes and addresses whatever the texts say', async () => {
    await budi.send(await budi.get(request), `${request}/penolakan`, { reason: 'Kata' });
    const plain = await writeEverywhere(office.databaseUrl, 'Kata');
    const harmless = await drawn();
    const hostile = await writeEverywhere(office.databaseUrl, HOSTILE);
    expect(hostile).toEqual(plain);
    expect(hostile).toEqual(expect.arrayContaining(['kader.name', 'app_user.full_name', 'posyandu.name']));
    expect(await drawn()).toEqual(harmless);
  });

  it('shows the texts as they are', async () => {
    for (const path of [
      '/',
      request,
      '/kader/1',
      '/kader/1/penjelasan/2026-07',
      `/kader?wilayah=${SIGUNTUR}`,
    ]) {
      expect([path, htmlParts((await budi.get(path)).html).text.includes(HOSTILE)]).toEqual([path, true]);
    }
  });
});

describe('what is sent', () => {
  const asked = HOSTILE_TEXTS.map(({ typed }) => typed).filter((typed) => !/\p{Cc}/u.test(typed));

  it.each([
    ...asked.flatMap((typed) => {
      const part = encodeURIComponent(typed);
      const paths = [`/${part}`, `/spp/${part}`, `/spp?sebelum=${part}`, `/kader/${part}`, `/tautan/${part}`];
      const more = [
        `/kader?nama=${part}&wilayah=${SIGUNTUR}`,
        `/kader?wilayah=${part}`,
        `/masuk?lanjut=${part}`,
      ];
      return [
        ...paths,
        ...more,
        `${request}?selesai=${part}`,
        `/kader/1/penjelasan/${part}`,
        `/akun?${part}=1`,
      ];
    }),
  ])('%s is never markup of the answer', async (path) => {
    const { html, headers, status } = await budi.get(path);
    expect([status < 500, headers.get('content-type'), dangers(html)]).toEqual([
      true,
      'text/html; charset=utf-8',
      [],
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(asked)('a form with %s shows and keeps it as text, as it is read', async (typed) => {
    const anonymous = new PageVisitor(office.url);
    const refused = await anonymous.send(await anonymous.get('/masuk'), '/masuk', {
      username: typed,
      password: typed,
    });
    expect([refused.status >= 400, dangers(refused.html)]).toEqual([true, []]);
    const ani = await signedIn('ani');
    await ani.send(await ani.get(request), `${request}/pengajuan`);
    const sent = await budi.send(await budi.get(request), `${request}/penolakan`, { reason: typed });
    expect([sent.status, dangers(sent.html), htmlParts(sent.html).text.includes(seenText(typed))]).toEqual([
      200,
      [],
      true,
    ]);
  });
});

it('no route for programs answers what a browser would draw', async () => {
  const caller = await office.signedIn('budi', { secondFactor: true });
  for (const { path } of routes.filter(({ isPage, method }) => !isPage && method === 'get')) {
    const { headers } = await caller.get(path.replace(/:\w+/g, '1'));
    expect([path, headers['x-content-type-options']]).toEqual([path, 'nosniff']);
    expect([path, headers['content-type']]).toEqual([path, expect.stringMatching(/^application\//)]);
  }
});
