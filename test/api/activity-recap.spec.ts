import { httpNagari } from '../support/http-nagari.js';
import { SIGUNTUR, SITIUNG } from '../support/nagari.js';

const KABUPATEN = '13.10';

interface Sum {
  readonly events: number;
  readonly verified: number;
  readonly kader: number;
  readonly attendances: number;
  readonly counts: Readonly<Record<string, number>>;
}

interface Recap {
  readonly data: { readonly rows: readonly (Sum & { code: string })[]; readonly total: Sum };
}

const nagari = await httpNagari();
const { client, operator, verifier } = nagari;
const pokjanal = await nagari.member('pita', 'pokjanal', KABUPATEN);
const outsider = await nagari.member('yeni', 'operator', SITIUNG);

const recap = async (caller: typeof operator, query: object = {}): Promise<Recap['data']> => {
  const wish = { region: SIGUNTUR, months: ['2026-07', '2026-08'], ...query };
  return (await client.call<Recap>(caller, 'Reports.recap', { query: wish })).data;
};

describe('the recap of activities over HTTP', () => {
  it('has what was uploaded, verified or not', async () => {
    const rows = [
      ['05/07/2026', 'Mawar', 'Hari Buka', '1310044101800001', 'Yusnidar', '12'],
      ['05/07/2026', 'Mawar', 'Hari Buka', '1310044101800002', 'Rosmaniar', '12'],
      ['05/08/2026', 'Mawar', 'Hari Buka', '1310044101800001', 'Yusnidar', '9'],
      ['20/08/2026', 'Mawar', 'Kunjungan Rumah', '1310044101800001', 'Yusnidar', '1'],
    ];
    const lines = rows.map((cells) => cells.join(','));
    const content = ['NAGARI SIGUNTUR', 'TANGGAL,POSYANDU,KEGIATAN,NIK,NAMA,BAYI', ...lines, ''].join('\n');
    const wish = { file: { name: 'hadir.csv', content }, query: { region: SIGUNTUR } };
    const taken = await client.call(operator, 'Imports.activity', wish);
    expect(taken).toMatchObject({ applied: true, problems: [] });
    const body = { region: SIGUNTUR, month: '2026-07' };
    expect(await client.call(verifier, 'Honor.verify', { body })).toMatchObject({ verified: 1 });
  });

  it('counts events, the verified ones, kader once, and whom they served', async () => {
    const { rows, total } = await recap(operator);
    expect(rows).toMatchObject([
      { code: 'hari-buka', events: 2, verified: 1, kader: 2, attendances: 3, counts: { bayi: 21 } },
      { code: 'kunjungan-rumah', events: 1, verified: 0, kader: 1, attendances: 1, counts: { bayi: 1 } },
    ]);
    expect(total).toMatchObject({
      events: 3,
      verified: 1,
      kader: 2,
      attendances: 4,
      counts: { bayi: 22, lansia: 0 },
    });
  });

  it('is of the months asked for, by any of its sides', async () => {
    const { rows, total } = await recap(operator, { months: ['2026-08'], by: 'posyandu' });
    expect(rows).toMatchObject([{ code: '13.10.04.2002.001', name: 'Mawar', events: 2 }]);
    expect(total).toMatchObject({ events: 2, verified: 0, kader: 1 });
    const ofAll = await recap(pokjanal, { region: KABUPATEN, by: 'nagari' });
    expect(ofAll.rows).toMatchObject([{ code: SIGUNTUR, events: 3 }]);
    expect((await recap(operator, { months: ['2026-09'] })).total).toMatchObject({ events: 0, kader: 0 });
  });

  it('counts nothing for whom the nagari is another’s', async () => {
    expect((await recap(outsider)).total).toMatchObject({ events: 0, attendances: 0 });
    expect((await recap(outsider, { region: KABUPATEN, by: 'nagari' })).rows).toEqual([]);
  });

  it('is printed too', async () => {
    const query = { region: SIGUNTUR, months: ['2026-07'], as: 'pdf' };
    const paper = await client.send(pokjanal, 'Reports.recap', { query });
    expect([paper.status, paper.type, paper.headers['content-disposition']]).toEqual([
      ...[200, 'application/pdf'],
      'attachment; filename="rekap-kegiatan.pdf"',
    ]);
  });
});
