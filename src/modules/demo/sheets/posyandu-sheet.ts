import type { DemoSheet } from './demo-sheet.js';
import type { DemoNagari } from './places.js';

/** The kabupaten's list of posyandu with their registration numbers. */
export function posyanduSheet(nagari: readonly DemoNagari[]): DemoSheet {
  const header = ['NO', 'NO REGISTRASI', 'NAMA POSYANDU', 'JORONG', 'NAGARI', 'KECAMATAN'];
  const rows = nagari
    .flatMap(({ region, posyandu }) => posyandu.map((one) => ({ region, one })))
    .map(({ region, one }, index) => [
      index + 1,
      one.registrationNumber,
      one.name,
      one.jorong,
      region.name,
      region.kecamatan,
    ]);
  const title = `DAFTAR POSYANDU KABUPATEN ${nagari[0]?.region.kabupaten.toUpperCase() ?? ''} TAHUN 2026`;
  return {
    name: 'Posyandu',
    rows: [[title], [], header, ...rows, [], ['JUMLAH', rows.length]],
    mergedRows: [1],
    width: header.length,
  };
}
