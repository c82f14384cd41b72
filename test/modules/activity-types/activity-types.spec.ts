import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ActivityImportService } from '../../../src/modules/activities/activity-import.service.js';
import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { addKader, anOffice, SITIUNG, withFile } from '../../support/nagari.js';

const { app, clock } = await testApp();
const office = await anOffice(app);
await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar', nagari: SITIUNG });
await addKader(app, office, { nik: '1310044101800002', name: 'Rosmaniar', nagari: SITIUNG });
const honor = honorOn({ app, clock });
const shipped = await readFile('config/activity-types.yaml', 'utf8');
const importTypes = (content: string) =>
  withFile('jenis.yaml', content, (path) => honor('activity-type', 'import', path, '--by', 'ani'));
const attendance = (...rows: string[]) =>
  withFile(
    'hadir.csv',
    ['NAGARI SITIUNG', 'TGL;POSYANDU;KEGIATAN;NIK;NAMA;BALITA;LANSIA', ...rows].join('\n'),
    (path) => app.get(ActivityImportService).importActivities({ path, by: office.operator.id }),
  );

describe('honor activity-type', () => {
  it('has what activities could always be, before anything is imported', async () => {
    const listed = JSON.parse((await honor('--json', 'activity-type', 'list')).stdout) as { code: string }[];
    expect(listed.map(({ code }) => code)).toEqual([
      ...[
        'hari-buka',
        'kunjungan-rumah',
        'penyuluhan',
        'pendataan',
        'pelayanan-spm',
        'rujukan',
        'rapat-pelatihan',
      ],
    ]);
  });

  it('takes the shipped file, twice without change, and sheets may use it at once', async () => {
    const row = '05/09/2026;Melati;Patroli;1310044101800001;Yusnidar;;9';
    expect((await attendance(row)).problems.map(({ code }) => code)).toEqual(['sheet.choice-unknown']);
    expect((await importTypes(shipped)).stdout).toMatch(
      /^Baru: 25, berubah: 2, dihapus: 0, tidak berubah: 5\.\n/,
    );
    expect((await importTypes(shipped)).stdout).toMatch(
      /^Baru: 0, berubah: 0, dihapus: 0, tidak berubah: 32\.\n/,
    );
    const report = await attendance(row, '06/09/2026;Melati;Bansos;1310044101800002;Rosmaniar;3;');
    expect(report).toMatchObject({ problems: [], created: 2, applied: true });
    expect(report.notes.map(({ code, facts }) => [code, facts.bidang])).toEqual([
      ['activity.other-bidang', 'trantibumlinmas'],
      ['activity.other-bidang', 'sosial'],
    ]);
    expect((await honor('activity-type', 'list')).stdout).toContain(
      'patroli (Patroli lingkungan): bidang trantibumlinmas; satuan pelayanan; menghitung sasaran; dipakai\n',
    );
  });

  it('keeps a type that is in use, and says what is wrong with a file', async () => {
    const without = shipped.replace(/ {2}- code: patroli\n(?: {4}.*\n)+/, '');
    expect((await importTypes(without)).stderr).toContain('activity-type.in-use: Jenis kegiatan patroli');
    expect((await importTypes(shipped.replace('    unit: hari\n', ''))).stderr).toContain(
      'types[0].unit belum diisi',
    );
    expect((await importTypes('types: [')).stderr).toContain('document.file-unreadable: jenis.yaml baris 1');
    expect((await importTypes('PK\0\0')).stderr).toContain('document.file-not-text: ');
  });
});

describe('honor activity recap', () => {
  const recap = (...words: string[]) =>
    honor('activity', 'recap', '--region', '13.10', '--months', '2026-09', ...words);

  it('counts activities, kader and target groups by each side, on screen, as data and on paper', async () => {
    const byBidang = await recap('--by', 'bidang', '--json');
    expect(JSON.parse(byBidang.stdout)).toMatchObject({
      rows: [
        { code: 'sosial', events: 1, verified: 0, kader: 1, counts: { balita: 3, lansia: 0 } },
        { code: 'trantibumlinmas', events: 1, kader: 1, counts: { lansia: 9 } },
      ],
      total: { events: 2, kader: 2, attendances: 2, counts: { balita: 3, lansia: 9, bayi: 0 } },
    });
    expect((await recap()).stdout).toContain('Rekap Kegiatan, Dharmasraya (13.10), September 2026');
    for (const side of ['nagari', 'posyandu'])
      expect((await recap('--by', side)).stdout).toContain('13.10.04.2001');
    const file = join(await temporaryFolder(), 'rekap.xlsx');
    expect((await recap('--out', file)).stdout).toMatch(/rekap\.xlsx: sha256 [0-9a-f]{64}/);
    expect((await honor('activity', 'recap', '--region', '13.99', '--months', '2026-09')).stderr).toContain(
      'region.missing',
    );
  });
});
