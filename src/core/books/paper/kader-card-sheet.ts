import type { PrintSheet } from '../../formats/print-sheet.js';
import { maskNik } from '../../formats/mask.js';
import { formatMonth } from '../../shared/service-month.js';
import type { KaderCard } from '../kader-card.js';
import { bookSheet, type BookHeading } from './book-paper.js';
import { count, day, inWords, money, small, sum, sumLabel, text } from './cells.js';

/** Whose card it is. The NIK comes whole and is masked here. */
export interface CardHolder {
  readonly id: number;
  readonly name: string;
  readonly nik: string;
}

/** Kartu honor of one kader: what she earned, what she got, and what she is still owed. */
export function kaderCardSheet(heading: BookHeading, holder: CardHolder, card: KaderCard): PrintSheet {
  return bookSheet({
    heading,
    title: 'Kartu Honor Kader',
    subtitle: holder.name,
    facts: [
      ['Nama', holder.name],
      ['NIK', maskNik(holder.nik)],
      ['Nomor kader', String(holder.id)],
    ],
    columns: [
      { title: 'No', width: 5 },
      { title: 'Tanggal', width: 12 },
      { title: 'Bulan Buku', width: 16 },
      { title: 'Uraian', width: 48 },
      { title: 'Bukti', width: 16 },
      { title: 'Hak (Rp)', width: 15 },
      { title: 'Dibayar (Rp)', width: 15 },
      { title: 'Kembali (Rp)', width: 15 },
      { title: 'Belum Dibayar (Rp)', width: 15 },
    ],
    rows: card.rows.map((row) => [
      count(row.number),
      day(row.on),
      text(formatMonth(row.period)),
      text(row.description),
      small(row.evidence),
      money(row.accrued),
      money(row.paid),
      money(row.returned),
      money(row.owed),
    ]),
    sums: [[sumLabel('Jumlah', 5), sum(card.accrued), sum(card.paid), sum(card.returned), sum(card.owed)]],
    remarks: [`Honor yang belum dibayar: ${inWords(card.owed)}.`],
  });
}
