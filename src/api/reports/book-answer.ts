import type { StreamableFile } from '@nestjs/common';
import type { PrintSheet } from '../../core/formats/print-sheet.js';
import { serviceMonth, type ServiceMonth } from '../../core/shared/service-month.js';
import { paper } from './paper.js';
import type { BookPlaceWish, MonthlyBookWish, PaperWish } from './report.dto.js';

interface Drawn<Data> {
  readonly data: Data;
  readonly position: bigint;
  readonly hash: string;
  readonly sheet: PrintSheet;
}

/** A book as data, or on paper where that is asked for. */
export async function bookAnswer<Data>(
  name: string,
  { data, position, hash, sheet }: Drawn<Data>,
  { as }: PaperWish,
): Promise<{ readonly data: Data; readonly position: string; readonly hash: string } | StreamableFile> {
  return as === undefined ? { data, position: String(position), hash } : paper(as, name, sheet);
}

export function monthly(wish: MonthlyBookWish) {
  return { payer: wish.payer, month: serviceMonth(wish.month), ...atPlace(wish) };
}

/** Where in the chain a book is drawn; at its end when nothing is said. */
export function atPlace({ atPosition }: BookPlaceWish): { position: bigint | undefined } {
  return { position: atPosition === undefined ? undefined : BigInt(atPosition) };
}

export function monthOrNone(month: string | undefined): ServiceMonth | undefined {
  return month === undefined ? undefined : serviceMonth(month);
}
