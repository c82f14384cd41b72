import { nagariFinder, type NagariClues } from '../../../src/core/region/find-nagari.js';

const regions = [
  { code: '13.10', name: 'Dharmasraya' },
  { code: '13.10.01', name: 'Koto Baru' },
  { code: '13.10.01.2002', name: 'Koto Baru' },
  { code: '13.10.02', name: 'Pulau Punjung' },
  { code: '13.10.02.2006', name: 'Empat Koto Pulau Punjung' },
  { code: '13.10.04', name: 'Sitiung' },
  { code: '13.10.04.2001', name: 'Sitiung' },
  { code: '13.10.04.2002', name: 'Siguntur' },
  { code: '13.11.01', name: 'Kubung' },
  { code: '13.11.01.2001', name: 'Koto Baru' },
];
const find = nagariFinder(regions);

function found(clues: Partial<NagariClues>): string {
  const finding = find({ titles: [], sheet: 'Sheet1', ...clues });
  return 'nagari' in finding ? finding.nagari.code : finding.refusal.code;
}

describe('nagariFinder', () => {
  it.each<[Partial<NagariClues>, string]>([
    [{ code: '13.10.04.2001' }, '13.10.04.2001'],
    [{ code: '13.10.04.2001', name: 'Nagari Sitiung' }, '13.10.04.2001'],
    [{ name: 'IV KOTO PULAU PUNJUNG' }, '13.10.02.2006'],
    [{ name: 'Koto Baru', kecamatan: 'Kec. Kubung' }, '13.11.01.2001'],
    [{ name: '13.10.04.2002' }, '13.10.04.2002'],
    [{ titles: ['DAFTAR KADER', 'NAGARI : SITIUNG KECAMATAN : SITIUNG'] }, '13.10.04.2001'],
    [{ titles: ['PEMERINTAH NAGARI KOTO BARU', 'KECAMATAN KOTO BARU'] }, '13.10.01.2002'],
    [{ titles: ['KODE NAGARI 13.10.04.2002'] }, '13.10.04.2002'],
    [{ sheet: 'Siguntur' }, '13.10.04.2002'],
    [{ titles: ['NAGARI SITIUNG'], sheet: 'SITIUNG' }, '13.10.04.2001'],
  ])('%j is %s', (clues, code) => {
    expect(found(clues)).toBe(code);
  });

  it.each<[Partial<NagariClues>, string]>([
    [{ code: '13.10.04.2099' }, 'region.code-unknown'],
    [{ code: '13.10.04' }, 'region.code-unknown'],
    [{ code: '13.10.04.2001', name: 'Siguntur' }, 'region.code-name-differ'],
    [{ name: 'Koto Baru' }, 'region.nagari-ambiguous'],
    [{ name: 'Situng' }, 'region.nagari-unknown-near'],
    [{ name: 'Koto Baru', kecamatan: 'Sitiung' }, 'region.nagari-unknown-near'],
    [{ name: 'Jakarta' }, 'region.nagari-unknown'],
    [{ titles: ['DAFTAR KADER'] }, 'region.nagari-not-said'],
    [{ titles: ['NAGARI SITIUNG'], sheet: 'Siguntur' }, 'region.title-and-sheet-differ'],
    [{ titles: ['NAGARI SITIUNG', 'NAGARI SIGUNTUR'] }, 'region.title-and-sheet-differ'],
  ])('%j is refused: %s', (clues, code) => {
    expect(found(clues)).toBe(code);
  });
});

describe('nagariFinder within a scope', () => {
  const siguntur = regions.filter(({ code }) => code === '13.10.04.2002');
  const within = nagariFinder(siguntur, regions);

  it.each<[Partial<NagariClues>, string]>([
    [{ name: 'Siguntur', kecamatan: 'Sitiung' }, '13.10.04.2002'],
    [{ titles: ['NAGARI SIGUNTUR KECAMATAN SITIUNG'] }, '13.10.04.2002'],
    [{ name: 'Sitiung' }, 'region.nagari-outside'],
    [{ name: 'Sitiung', kecamatan: 'Kubung' }, 'region.nagari-unknown'],
    [{ code: '13.10.04.2001' }, 'region.nagari-outside'],
    [{ code: '13.10.04.2009' }, 'region.code-unknown'],
    [{ titles: ['NAGARI SITIUNG'] }, 'region.nagari-outside'],
    [{ sheet: 'SITIUNG' }, 'region.nagari-outside'],
    [{ sheet: 'Sheet1' }, 'region.nagari-not-said'],
  ])('%j is %s', (clues, expected) => {
    const finding = within({ titles: [], sheet: 'Sheet1', ...clues });
    expect('nagari' in finding ? finding.nagari.code : finding.refusal.code).toBe(expected);
  });
});
