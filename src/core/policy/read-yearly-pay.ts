import { join } from '../shared/document-reader.js';
import { monthName, monthNumber } from '../shared/plain-date.js';
import { roundings } from '../shared/rounding.js';
import { readAmount, type ComponentSource, type OwnFields } from './component-source.js';
import { yearlyProrations, type ThirteenthMonthComponent, type YearlyComponent } from './honor-component.js';

export function readYearly(source: ComponentSource): OwnFields<YearlyComponent> | undefined {
  const amount = readAmount(source, 'amount');
  const yearly = readYear(source);
  return amount === undefined || yearly === undefined ? undefined : { kind: 'yearly', amount, ...yearly };
}

export function readThirteenthMonth(
  source: ComponentSource,
): OwnFields<ThirteenthMonthComponent> | undefined {
  const of = source.reader.text(source.fields.of, join(source.path, 'of'));
  const yearly = readYear(source);
  return of === undefined || yearly === undefined ? undefined : { kind: 'thirteenth-month', of, ...yearly };
}

function readYear({ reader, fields, path }: ComponentSource) {
  const months = Array.from({ length: 12 }, (_, index) => monthName(index + 1).toLowerCase());
  const month = reader.oneOf(fields.paidIn, join(path, 'paidIn'), months);
  const paidIn = month === undefined ? undefined : monthNumber(month);
  const proration = reader.oneOf(fields.proration, join(path, 'proration'), yearlyProrations);
  const rounding = reader.oneOf(fields.rounding, join(path, 'rounding'), roundings);
  return paidIn === undefined || proration === undefined || rounding === undefined
    ? undefined
    : { paidIn, proration, rounding };
}
