import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '../../support/database.js';
import { rosterWorld } from '../../support/roster-world.js';

const dataSource = await testDatabase();
const { regions, regionImport } = rosterWorld(dataSource);
const REGIONS = 'KODE PROVINSI,PROVINSI,KODE KABUPATEN,KABUPATEN,KODE KECAMATAN,KECAMATAN,KODE NAGARI,NAGARI';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'region-'));
});
beforeEach(async () => {
  await dataSource.query('delete from posyandu');
  await dataSource.query('delete from region');
});
afterAll(() => rm(folder, { recursive: true }));

async function file(...lines: string[]): Promise<string> {
  const path = join(folder, 'file.csv');
  await writeFile(path, lines.join('\n'));
  return path;
}

describe('importRegions', () => {
  it('loads a kabupaten with its 52 nagari; again it changes nothing', async () => {
    const path = 'config/regions/13.10-dharmasraya.csv';
    expect(await regionImport.importRegions(path)).toMatchObject({
      problems: [],
      created: 65,
      applied: true,
    });
    expect(await regionImport.importRegions(path)).toMatchObject({
      created: 0,
      unchanged: 65,
      applied: true,
    });
    expect(await regions.nagariUnder('13.10')).toHaveLength(52);
    expect(await regions.nagariUnder('13.10.04')).toHaveLength(4);
    expect(await regions.require('13.10.04.2001')).toEqual({ code: '13.10.04.2001', name: 'Sitiung' });
    await expect(regions.require('13.10.04.9999')).rejects.toMatchObject({ code: 'region.missing' });
  });

  it('loads another kabupaten beside it, and refuses codes that do not fit', async () => {
    const line = '13,Sumatera Barat,13.11,Solok Selatan,13.11.01,Sangir,13.11.01.2001,Lubuk Gadang';
    expect(await regionImport.importRegions(await file(REGIONS, line))).toMatchObject({ created: 4 });
    const broken = await file(
      REGIONS,
      '13,Sumatera Barat,13.12,Pasaman Barat,13.11.02,Sasak,13.12.01.2001,Maligi',
      '13,Sumbar,13.12,Pasaman Barat,13.12.01,Sasak,13.12.01.201,Sasak',
    );
    const { problems, applied } = await regionImport.importRegions(broken);
    expect(applied).toBe(false);
    expect(problems.map(({ cell, code }) => [cell, code])).toEqual([
      ['E2', 'region.code-outside-parent'],
      ['G2', 'region.code-outside-parent'],
      ['A3', 'region.name-differs'],
      ['G3', 'region.code-shape'],
    ]);
  });
});

describe('importPosyandu', () => {
  const header = 'NO REGISTRASI,NAMA POSYANDU,NAGARI,JORONG';

  beforeEach(() => regionImport.importRegions('config/regions/13.10-dharmasraya.csv'));

  it('registers posyandu, and renames one only when that is accepted', async () => {
    const path = await file(header, '13.10.04.2001.001,Melati,Sitiung,Pasar', '13.10.04.2002.001,Mawar,,');
    expect(await regionImport.importPosyandu({ path })).toMatchObject({
      problems: [],
      created: 2,
      applied: true,
    });
    expect(await regionImport.importPosyandu({ path })).toMatchObject({
      created: 0,
      unchanged: 2,
      applied: true,
    });
    const renamed = await file(header, '13.10.04.2001.001,Melati I,Sitiung,');
    expect(await regionImport.importPosyandu({ path: renamed })).toMatchObject({
      applied: false,
      changed: [{ before: { name: 'Melati' }, after: { name: 'Melati I', jorong: 'Pasar' } }],
    });
    const accepted = await regionImport.importPosyandu({ path: renamed, acceptChanges: true });
    expect(accepted).toMatchObject({ applied: true });
    expect(await regions.posyanduUnder('13.10.04.2001')).toMatchObject([
      { name: 'Melati I', jorong: 'Pasar' },
    ]);
    const dry = await file(header, '13.10.04.2001.002,Dahlia,Sitiung,');
    expect(await regionImport.importPosyandu({ path: dry, dryRun: true })).toMatchObject({ applied: false });
    expect(await regions.posyanduUnder()).toHaveLength(2);
  });

  it('refuses numbers and names that contradict', async () => {
    const path = await file(
      header,
      '13.10.04.2001.001,Melati,Siguntur,',
      '13.10.04.2001.1,Mawar,Sitiung,',
      '13.10.04.2001.003,Anggrek,Sitiung,',
      '13.10.04.2001.003,Kenanga,Sitiung,',
      '13.10.04.2001.004,ANGGREK,Sitiung,',
      '13.99.04.2001.001,Dahlia,,',
    );
    const { problems } = await regionImport.importPosyandu({ path });
    expect(problems.map(({ cell, code }) => [cell, code])).toEqual([
      ['A2', 'posyandu.number-elsewhere'],
      ['A3', 'posyandu.number-shape'],
      ['A5', 'posyandu.number-twice'],
      ['B6', 'posyandu.name-twice'],
      ['A7', 'region.code-unknown'],
    ]);
    expect(await regions.posyanduUnder()).toEqual([]);
  });
});
