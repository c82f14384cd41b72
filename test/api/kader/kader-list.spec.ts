import type { Response } from 'supertest';
import { DataSource } from 'typeorm';
import { httpOffice } from '../../support/http-app.js';
import { addKader, anOffice, SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { nikLiterals } from '../../support/sealed.js';

interface KaderPage {
  readonly items: readonly { readonly kader: number; readonly name: string; readonly status: string }[];
  readonly next?: string;
}

const NAMES = ['Siti Aminah', 'Yusnidar', 'Sitti Rahma', 'Émi', 'Aminah Siti', 'Rosmaniar', 'Siti'];

const office = await httpOffice();
const { app } = office;
const numbers = await office.asSystem(async () => {
  const people = await anOffice(app);
  const added: number[] = [];
  for (const [index, name] of NAMES.entries())
    added.push(await addKader(app, people, { nik: `131004410180000${String(index)}`, name }));
  // As the day stands, 5 October 2026, one is over and one has not begun.
  const terms = { Suarni: { from: '2026-01-05', to: '2026-06-30' }, Elda: { from: '2026-12-01', to: null } };
  for (const [index, [name, term]] of Object.entries(terms).entries())
    added.push(await addKader(app, people, { nik: `131004410180001${String(index)}`, name, ...term }));
  const [{ id: withoutSk }] = await app.get(DataSource).query<[{ id: number }]>(
    `insert into kader (nik_sealed, nik_digest, name, birth_date, sex, nagari_code, import_id)
     values (${nikLiterals('1310044101800020')}, 'Tanpa SK', '1980-01-01', 'P', '${SITIUNG}', 1) returning id`,
  );
  added.push(withoutSk);
  added.push(await addKader(app, people, { nik: '1310044101800099', name: 'Siti S', nagari: SIGUNTUR }));
  await app
    .get(DataSource)
    .query(`update kader set deceased_on = '2026-03-01' where id = any($1)`, [[added[1], added[6]]]);
  return added;
});
await office.people('opik', 'pita');
await office.grant('opik', 'operator', { kind: 'region', code: SITIUNG });
await office.grant('pita', 'pokjanal', { kind: 'region', code: '13.10' });
const opik = await office.signedIn('opik');
const pita = await office.signedIn('pita');
const list = (query: object, caller = pita): Promise<Response> => caller.get('/api/v1/kader', query);

async function whole(query: object, limit: number, caller = pita): Promise<KaderPage['items']> {
  const items: KaderPage['items'][number][] = [];
  let cursor: string | undefined;
  do {
    const page = (await list({ ...query, limit, ...(cursor !== undefined && { cursor }) }, caller))
      .body as KaderPage;
    expect(page.items.length).toBe(page.next === undefined ? page.items.length : limit);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

const EVERYBODY = [...NAMES, 'Suarni', 'Elda', 'Tanpa SK', 'Siti S'];
const namesOf = (items: KaderPage['items']): string[] => items.map(({ name }) => name);

describe('the list of kader', () => {
  it.each([1, 2, 3, 7, 8, 100])('neither loses nor repeats any, %d a page', async (limit) => {
    const items = await whole({ region: '13.10' }, limit);
    expect(items.map(({ kader }) => kader)).toEqual(numbers);
  });

  it.each([
    ['those who died, though few have', { status: 'meninggal' }, ['Yusnidar', 'Siti']],
    ['beginnings of words of a name', { name: 'siti' }, ['Siti Aminah', 'Aminah Siti', 'Siti', 'Siti S']],
    ['words in any order', { name: 'AM siti' }, ['Siti Aminah', 'Aminah Siti']],
    ['letters with accents', { name: 'émi' }, ['Émi']],
    ['signs that are no pattern', { name: '%' }, EVERYBODY],
    ['those whose SK is over', { status: 'berakhir' }, ['Suarni']],
    ['those whose SK has not begun', { status: 'belum-mulai' }, ['Elda']],
    ['those without SK', { status: 'tanpa-sk' }, ['Tanpa SK']],
    ['those who serve', { status: 'aktif', name: 'aminah' }, ['Siti Aminah', 'Aminah Siti']],
    ['a name and a state', { name: 'siti', status: 'meninggal' }, ['Siti']],
    ['a posyandu', { posyandu: 'mawar' }, ['Siti S']],
    ['nobody', { name: 'zaenab' }, []],
    ['nobody by the middle of a word', { name: 'minah' }, []],
  ])('finds %s', async (_, query, names) => {
    for (const limit of [1, 2, 50])
      expect(namesOf(await whole({ region: '13.10', ...query }, limit))).toEqual(names);
  });

  it('holds nobody of another nagari', async () => {
    expect(namesOf(await whole({ region: '13.10', name: 'siti' }, 1, opik))).not.toContain('Siti S');
    expect(await whole({ region: SIGUNTUR }, 2, opik)).toEqual([]);
  });

  it('is refused for a posyandu or region that is not there', async () => {
    expect((await list({ region: '13.10', posyandu: 'Kenanga' })).status).toBe(404);
    expect((await list({ region: '99' })).status).toBe(404);
  });
});

describe('regions and posyandu', () => {
  const codes = async (path: string, query: object, key: string) => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await pita.get(`/api/v1/${path}`, { ...query, ...(cursor !== undefined && { cursor }) });
      const page = answer.body as { items: Record<string, string>[]; next?: string };
      found.push(...page.items.map((item) => item[key] ?? ''));
      cursor = page.next;
    } while (cursor !== undefined);
    return found;
  };

  it('come in pages that neither lose nor repeat any', async () => {
    const all = await codes('regions', { limit: 500 }, 'code');
    expect(all.length).toBeGreaterThan(60);
    expect(await codes('regions', { limit: 7 }, 'code')).toEqual(all);
    const below = all.filter((code) => code === '13.10.04' || code.startsWith('13.10.04.'));
    expect(await codes('regions', { limit: 3, region: '13.10.04' }, 'code')).toEqual(below);
    expect(await codes('posyandu', { limit: 1 }, 'registrationNumber')).toEqual([
      '13.10.04.2001.001',
      '13.10.04.2002.001',
    ]);
    expect((await pita.get('/api/v1/posyandu', { region: '99' })).status).toBe(404);
  });
});
