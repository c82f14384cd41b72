import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { httpOffice } from '../support/http-app.js';
import { routesOf, type Route } from '../support/routes.js';
import { NOBODY, twoOffices, type AttackedOffice } from '../support/two-offices.js';

/** What the parts of an address of a page name; a new one is told here, so that it is tried with what others have. */
const namesOf: Readonly<Record<string, (office: AttackedOffice) => readonly string[]>> = {
  '/spp/:id': ({ draft, paid }) => [String(draft.id), String(paid.id)],
  '/kader/:kader': ({ kaderId, deadKaderId }) => [String(kaderId), String(deadKaderId)],
  '/akun/sesi/:id': ({ sessionId }) => [String(sessionId)],
  '/akun/token/:id': ({ tokenId }) => [String(tokenId)],
};

/** Parts of an address that name nothing by themselves. */
const plainParts: Readonly<Record<string, string>> = { finding: '1', month: '2026-07' };

const fieldsOf: Readonly<Record<string, object>> = {
  'RequestStepPages.reject': { reason: 'uji' },
  'RequestStepPages.countersign': { jabatan: 'Camat' },
  'RequestStepPages.answer': { text: 'uji' },
};

const office = await httpOffice();
const [own, other] = await twoOffices(office);
const nobody = { ...other, ...NOBODY };
// A link is open to whoever holds it, and nobody's by its address.
const pages = routesOf(office.app).filter(
  ({ isPage, path, access }) => isPage && path.includes(':') && access !== 'open',
);
const named = (some: readonly Route[]) => some.map((route) => [route.id, route] as const);

describe('a page about one thing', () => {
  it.each(named(pages))('of another office is not there: %s', async (_, route) => {
    const answers = [];
    for (const [index, path] of pathsOf(route, other).entries()) {
      const answer = await ask(route, path);
      answers.push(answer.status);
      expect(other.marks.filter((mark) => answer.text.includes(mark))).toEqual([]);
      const unknown = await ask(route, pathsOf(route, nobody)[index] ?? '');
      expect([answer.status, wordsOf(answer)]).toEqual([unknown.status, wordsOf(unknown)]);
    }
    expect(new Set(answers)).toEqual(new Set([404]));
  });

  it.each(named(pages.filter(({ method }) => method === 'get')))(
    'is there for its own office: %s',
    async (_, route) => {
      for (const path of pathsOf(route, own))
        expect([path, (await ask(route, path)).status]).toEqual([path, 200]);
    },
  );
});

describe('a page about many things', () => {
  it.each(['/', '/spp', '/spp?sebelum=999999', '/kader', `/kader?wilayah=${other.region}`, '/akun'])(
    'shows nothing of another office: %s',
    async (path) => {
      const { status, text } = await own.caller.send('get', path, { headers: { accept: 'text/html' } });
      expect([200, 404]).toContain(status);
      expect(other.marks.filter((mark) => text.includes(mark))).toEqual([]);
    },
  );

  it('shows what is her own', async () => {
    const { text } = await own.caller.send('get', `/kader?wilayah=${own.region}`, {
      headers: { accept: 'text/html' },
    });
    expect(own.marks.filter((mark) => text.includes(mark))).toContain('Marni');
  });
});

function pathsOf({ path }: Route, whose: AttackedOffice): readonly string[] {
  const [start = '', names] = Object.entries(namesOf).find(([known]) => path.startsWith(known)) ?? [];
  if (names === undefined) throw new Error(`Nobody said what ${path} names.`);
  return names(whose).map((value) => {
    const first = start.replace(/:\w+$/, value);
    const rest = path.slice(start.length);
    return first + rest.replace(/:(\w+)/g, (_, name: string) => plainParts[name] ?? 'uji');
  });
}

function ask({ id, method }: Route, path: string): Promise<Response> {
  const accept = 'text/html';
  if (method === 'get') return own.caller.send(method, path, { headers: { accept } });
  const hidden = { csrf: own.caller.csrfToken, kunci: randomUUID(), versi: '"basi"' };
  const headers = { accept, 'content-type': 'application/x-www-form-urlencoded' };
  return own.caller.send(method, path, { body: { ...fieldsOf[id], ...hidden }, headers });
}

/** The page without the number that was asked for, however it is masked, and without what is new on every page. */
function wordsOf({ text }: Response): string {
  return text.replace(/(value|nonce)="[^"]*"/g, '').replace(/[\d*]+/g, '#');
}
