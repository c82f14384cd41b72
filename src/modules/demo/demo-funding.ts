import type { DemoCell } from './sheets/demo-sheet.js';
import { writeWorkbook } from './sheets/demo-files.js';
import type { DemoRegion } from './sheets/places.js';

const heading = [
  'KODE PEMBAYAR',
  'NAMA PEMBAYAR',
  'KODE WILAYAH',
  'SUMBER DANA',
  'NAMA SUMBER DANA',
  'TAHUN ANGGARAN',
  'KODE KEGIATAN',
  'KODE REKENING',
  'PAGU',
  'DASAR HUKUM',
];

// Permendagri 20/2018: kegiatan 2.2.02 Penyelenggaraan Posyandu, belanja 5.2.2.03 Honorarium/Insentif Pelayanan Desa.
const nagariCodes = ['2.2.02', '5.2.2.03'] as const;
const dinkesCodes = ['1.02.02.2.02', '5.1.02.02.01.0014'] as const;

/** Enough for a year of thirty-odd kader at Rp75.000, as a nagari would budget it. */
const NAGARI_CEILING = 30_000_000;
const DINKES_CEILING = 15_000_000;

/** Writes the list of budget lines: Dana Desa and ADN of every nagari, and BOK of the health office. */
export function writeDemoFunding(folder: string, regions: readonly DemoRegion[]): Promise<string> {
  const ofNagari = regions.flatMap((region) => [
    lineOf(region, 'DDS', 'Dana Desa'),
    lineOf(region, 'ADN', 'Alokasi Dana Nagari'),
  ]);
  const dinkes: DemoCell[] = [
    'DINKES',
    'Dinas Kesehatan',
    '13.10',
    'BOK',
    'Bantuan Operasional Kesehatan',
    2026,
    ...dinkesCodes,
    DINKES_CEILING,
    'DPA-SKPD 1.02.01/2026',
  ];
  const rows = [['DAFTAR SUMBER DANA HONOR KADER TAHUN ANGGARAN 2026'], heading, ...ofNagari, dinkes];
  return writeWorkbook(folder, 'Daftar Sumber Dana', [
    { name: 'Sumber Dana', rows, mergedRows: [1], width: heading.length },
  ]);
}

function lineOf(region: DemoRegion, label: string, name: string): DemoCell[] {
  const decree = `DPA ${region.code}/2026`;
  return [region.code, region.name, region.code, label, name, 2026, ...nagariCodes, NAGARI_CEILING, decree];
}
