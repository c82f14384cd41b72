import { formatRupiah, type Rupiah } from '../../../core/shared/rupiah.js';
import type { PlacedSheet } from './demo-sheet.js';
import { habitOf, placedSheet, titlesOf } from './habit.js';
import type { DemoKader } from './people.js';
import type { DemoNagari } from './places.js';

/** What a nagari asks for one kader. */
export interface ClaimLine {
  readonly kader: DemoKader;
  readonly amount: Rupiah;
}

/** The payment list a nagari typed itself (daftar permintaan honor). */
export function claimSheet(nagari: DemoNagari, lines: readonly ClaimLine[], seed: number): PlacedSheet {
  const { region } = nagari;
  const habit = habitOf(region, 'claim', seed);
  const titles = titlesOf(region, 'DAFTAR PERMINTAAN HONOR KADER POSYANDU');
  const columns = [
    { heading: 'NIK', cell: ({ kader }: ClaimLine) => kader.nik },
    { heading: 'NAMA', cell: ({ kader }: ClaimLine) => kader.name },
    { heading: 'BULAN', cell: () => 'Juli-September 2026' },
    { heading: 'JUMLAH', cell: ({ amount }: ClaimLine) => formatRupiah(amount) },
  ];
  return placedSheet({ region, name: region.name, titles }, columns, lines, habit);
}
