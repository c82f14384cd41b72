import { formatDate, type PlainDate } from '../../../core/shared/plain-date.js';
import type { DemoCell, PlacedSheet } from './demo-sheet.js';
import type { DemoRegion } from './places.js';
import { randomOf, type Random } from './random.js';

/** How the person who keeps a nagari's sheets does it. */
export interface Habit {
  readonly random: Random;
  readonly dates: 'serial' | 'slashes' | 'words';
  readonly numbersRows: boolean;
  readonly numbersColumns: boolean;
  readonly shufflesColumns: boolean;
  readonly blankRowsBelow: number;
  readonly signs: boolean;
}

/** The habit of a nagari for one kind of sheet; a CSV knows no date cells. */
export function habitOf(region: DemoRegion, kind: string, seed: number, isCsv = false): Habit {
  const random = randomOf(seed, `${kind} ${region.code}`);
  return {
    random,
    dates: random.pick(isCsv ? (['slashes', 'words'] as const) : (['serial', 'slashes', 'words'] as const)),
    numbersRows: random.chance(85),
    numbersColumns: random.chance(30),
    shufflesColumns: random.chance(40),
    blankRowsBelow: random.between(0, 3),
    signs: random.chance(70),
  };
}

/** A column of a table: its heading as typed, and what stands under it. */
export interface DemoColumn<Line> {
  readonly heading: string;
  readonly cell: (line: Line) => DemoCell;
}

export function dateCell(date: PlainDate | undefined, { dates }: Habit): DemoCell {
  if (date === undefined) return null;
  if (dates === 'serial') return { date };
  return dates === 'words' ? formatDate(date) : date.split('-').reverse().join('/');
}

/** A sheet with title rows, the table in this habit, a total and signatures: what an importer must see through. */
export function placedSheet<Line>(
  place: { readonly region: DemoRegion; readonly name: string; readonly titles: readonly string[] },
  columns: readonly DemoColumn<Line>[],
  lines: readonly Line[],
  habit: Habit,
): PlacedSheet {
  const ordered = habit.shufflesColumns ? habit.random.shuffled(columns) : columns;
  const lead = habit.numbersRows ? 1 : 0;
  const width = ordered.length + lead;
  const top: DemoCell[][] = [...place.titles.map((title) => [title]), []];
  const header = [...(lead === 1 ? ['NO'] : []), ...ordered.map(({ heading }) => heading)];
  const numbers = habit.numbersColumns ? [header.map((_, index) => index + 1)] : [];
  const above = [...top, header, ...numbers];
  const body = lines.map((line, index) => [
    ...(lead === 1 ? [index + 1] : []),
    ...ordered.map(({ cell }) => cell(line)),
  ]);
  const rows = [...above, ...body, ...below(place.region, lines.length, width, habit)];
  const mergedRows = place.titles.map((_, index) => index + 1);
  return { sheet: { name: place.name, rows, mergedRows, width }, firstRow: above.length + 1 };
}

/** Blank rows, the total and the one who signs; none of it is a kader. */
function below(region: DemoRegion, count: number, width: number, habit: Habit): DemoCell[][] {
  const blank = Array.from({ length: habit.blankRowsBelow }, () => []);
  const right = (text: string): DemoCell[] => [...Array.from({ length: width - 3 }, () => null), text];
  const signed = [
    [],
    right(`${region.name}, 1 Juli 2026`),
    right(`WALI NAGARI ${region.name.toUpperCase()}`),
    [],
    [],
  ];
  return [...blank, ['JUMLAH', count], ...(habit.signs ? signed : [])];
}

/** "NAGARI SITIUNG KECAMATAN SITIUNG" and what the sheet is. */
export function titlesOf(region: DemoRegion, subject: string): string[] {
  const [nagari, kecamatan] = [region.name.toUpperCase(), region.kecamatan.toUpperCase()];
  return [
    subject,
    `NAGARI ${nagari} KECAMATAN ${kecamatan}`,
    `KABUPATEN ${region.kabupaten.toUpperCase()} TAHUN 2026`,
  ];
}
