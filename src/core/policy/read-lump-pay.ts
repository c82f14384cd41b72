import { join } from '../shared/document-reader.js';
import { monthName, monthNumber } from '../shared/plain-date.js';
import { roundings } from '../shared/rounding.js';
import { readAmount, readNames, type ComponentSource, type OwnFields } from './component-source.js';
import { lumpProrations, type ThirteenthMonthComponent, type LumpComponent } from './honor-component.js';

export function readLump(source: ComponentSource): OwnFields<LumpComponent> | undefined {
  const amount = readAmount(source, 'amount');
  const when = readWhen(source);
  return amount === undefined || when === undefined ? undefined : { kind: 'lump', amount, ...when };
}

export function readThirteenthMonth(
  source: ComponentSource,
): OwnFields<ThirteenthMonthComponent> | undefined {
  const of = source.reader.text(source.fields.of, join(source.path, 'of'));
  const when = readWhen(source);
  return of === undefined || when === undefined ? undefined : { kind: 'thirteenth-month', of, ...when };
}

function readWhen(source: ComponentSource) {
  const { reader, fields, path } = source;
  const paidIn = readMonths(source);
  const proration = reader.oneOf(fields.proration, join(path, 'proration'), lumpProrations);
  const rounding = reader.oneOf(fields.rounding, join(path, 'rounding'), roundings);
  return proration === undefined || rounding === undefined ? undefined : { paidIn, proration, rounding };
}

/** One month, or a list of them. */
function readMonths({ reader, fields, path, vocabulary }: ComponentSource): readonly number[] {
  const names = Array.from({ length: 12 }, (_, index) => monthName(index + 1).toLowerCase());
  const at = join(path, 'paidIn');
  const { paidIn } = fields;
  const months = Array.isArray(paidIn)
    ? readNames({ reader, fields, path, vocabulary }, 'paidIn', names)
    : [reader.oneOf(paidIn, at, names)];
  return months
    .map((month) => (month === undefined ? undefined : monthNumber(month)))
    .filter((month) => month !== undefined)
    .sort((one, other) => one - other);
}
