import { join } from '../shared/document-reader.js';
import { roundings } from '../shared/rounding.js';
import type { Rupiah } from '../shared/rupiah.js';
import {
  readAmount,
  readCount,
  readNames,
  type ComponentSource,
  type OwnFields,
} from './component-source.js';
import {
  plainProrations,
  type ByBidangComponent,
  type ByRoleComponent,
  type ByTierComponent,
  type FlatMonthlyComponent,
  type Proration,
  type TopUpComponent,
} from './honor-component.js';
import { readRupiah } from './read-rupiah.js';

export function readFlatMonthly(source: ComponentSource): OwnFields<FlatMonthlyComponent> | undefined {
  const amount = readAmount(source, 'amount');
  const partial = readPartialMonth(source);
  return amount === undefined || partial === undefined
    ? undefined
    : { kind: 'flat-monthly', amount, ...partial };
}

export function readByRole(source: ComponentSource): OwnFields<ByRoleComponent> | undefined {
  const amounts = readAmounts(source, source.vocabulary.roles);
  if (amounts.size === 0) wrongAmounts(source, 'tarif setidaknya satu jabatan');
  const partial = readPartialMonth(source);
  return partial === undefined ? undefined : { kind: 'by-role', amounts, ...partial };
}

/** Every tier has its amount; what is paid to who has none is written out, be it `null` for nothing. */
export function readByTier(source: ComponentSource): OwnFields<ByTierComponent> | undefined {
  const { reader, fields, path, vocabulary } = source;
  const amounts = readAmounts(source, vocabulary.tiers);
  for (const tier of vocabulary.tiers) {
    if (!namesIn(fields.amounts).includes(tier)) {
      reader.wrong(join(join(path, 'amounts'), tier), undefined, `besaran untuk tingkatan ${tier}`);
    }
  }
  const withoutTier = readAmountOrNull(source, 'withoutTier', 'besaran bagi yang belum bertingkatan');
  const partial = readPartialMonth(source);
  return withoutTier === undefined || partial === undefined
    ? undefined
    : { kind: 'by-tier', amounts, withoutTier, ...partial };
}

/** Each bidang is named once: with its amount, or as not paid. */
export function readByBidang(source: ComponentSource): OwnFields<ByBidangComponent> | undefined {
  const { reader, fields, path, vocabulary } = source;
  const amounts = readAmounts(source, vocabulary.bidang);
  const unpaid = fields.unpaid === undefined ? [] : readNames(source, 'unpaid', vocabulary.bidang);
  const paid = namesIn(fields.amounts);
  if (paid.length === 0) wrongAmounts(source, 'besaran setidaknya satu bidang');
  for (const bidang of vocabulary.bidang) {
    if (paid.includes(bidang) !== unpaid.includes(bidang)) continue;
    const what = `bidang ${bidang} tepat satu kali: dengan besaran di amounts, atau di unpaid bila belum dibayar`;
    reader.wrong(join(join(path, 'amounts'), bidang), paid.includes(bidang) ? bidang : undefined, what);
  }
  const partial = readPartialMonth(source);
  return partial === undefined ? undefined : { kind: 'by-bidang', amounts, unpaid, ...partial };
}

export function readTopUp(source: ComponentSource): OwnFields<TopUpComponent> | undefined {
  const total = readAmount(source, 'total');
  const of = source.reader.text(source.fields.of, join(source.path, 'of'));
  const partial = readPartialMonth(source);
  return total === undefined || of === undefined || partial === undefined
    ? undefined
    : { kind: 'top-up', total, of, ...partial };
}

/** An amount, or `null` written out: what is left out may have been forgotten. */
export function readAmountOrNull(
  source: ComponentSource,
  field: string,
  what: string,
): Rupiah | null | undefined {
  const { reader, fields, path } = source;
  if (fields[field] === 'null') return null;
  if (fields[field] !== undefined) return readAmount(source, field);
  reader.wrong(join(path, field), undefined, `${what}, atau null bila tidak ada`);
  return undefined;
}

function readAmounts({ reader, fields, path }: ComponentSource, names: readonly string[]) {
  const at = join(path, 'amounts');
  const amounts = new Map<string, Rupiah>();
  for (const [name, value] of Object.entries(reader.fields(fields.amounts, at, names))) {
    const amount = names.includes(name) ? readRupiah(reader, value, join(at, name)) : undefined;
    if (amount !== undefined) amounts.set(name, amount);
  }
  return amounts;
}

function wrongAmounts({ reader, fields, path }: ComponentSource, expected: string): void {
  reader.wrong(join(path, 'amounts'), fields.amounts, expected);
}

function namesIn(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function readPartialMonth(source: ComponentSource) {
  const { reader, fields, path } = source;
  const proration = readProration(source);
  const rounding = reader.oneOf(fields.rounding, join(path, 'rounding'), roundings);
  return proration === undefined || rounding === undefined ? undefined : { proration, rounding };
}

const DAYS_MAX = 31;

function readProration(source: ComponentSource): Proration | undefined {
  const { reader, fields, path } = source;
  const at = join(path, 'proration');
  if (typeof fields.proration !== 'object' || fields.proration === null) {
    const expected = `${plainProrations.join(' | ')}, atau half-month: jumlah hari`;
    return reader.value(fields.proration, at, expected, (found) =>
      plainProrations.find((option) => option === found),
    );
  }
  const half = reader.fields(fields.proration, at, ['half-month']);
  const fullFromDays = readCount(source, half['half-month'], join(at, 'half-month'), DAYS_MAX);
  return fullFromDays === undefined ? undefined : { fullFromDays };
}
