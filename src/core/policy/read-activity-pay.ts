import { join } from '../shared/document-reader.js';
import { roundings } from '../shared/rounding.js';
import {
  readAmount,
  readCount,
  readNames,
  type ComponentSource,
  type OwnFields,
} from './component-source.js';
import type {
  ActivityRate,
  AttendanceComponent,
  AttendanceThreshold,
  ByActivityKindComponent,
  PerActivityComponent,
  TransportComponent,
} from './honor-component.js';
import { readAmountOrNull } from './read-monthly-pay.js';
import { readRupiah } from './read-rupiah.js';

export function readPerActivity(source: ComponentSource): OwnFields<PerActivityComponent> | undefined {
  const rate = readAmount(source, 'rate');
  const activityKinds = readNames(source, 'activityKinds', source.vocabulary.activityKinds);
  const activityCountMax = readLimit(source, 'activityCountMax');
  if (rate === undefined || activityCountMax === undefined) return undefined;
  return { kind: 'per-activity', rate, activityKinds, activityCountMax };
}

export function readTransport(source: ComponentSource): OwnFields<TransportComponent> | undefined {
  const rate = readAmount(source, 'rate');
  const activityKinds = readNames(source, 'activityKinds', source.vocabulary.activityKinds);
  const eventCountMax = readLimit(source, 'eventCountMax');
  if (rate === undefined || eventCountMax === undefined) return undefined;
  return { kind: 'transport', rate, activityKinds, eventCountMax };
}

export function readActivityRates(source: ComponentSource): OwnFields<ByActivityKindComponent> | undefined {
  const { reader, fields, path, vocabulary } = source;
  const at = join(path, 'rates');
  const rates = new Map<string, ActivityRate>();
  const entries = Object.entries(reader.fields(fields.rates, at, vocabulary.activityKinds));
  if (entries.length === 0) reader.wrong(at, fields.rates, 'tarif setidaknya satu jenis kegiatan');
  for (const [kind, value] of entries.filter(([name]) => vocabulary.activityKinds.includes(name))) {
    const own = reader.fields(value, join(at, kind), ['rate', 'countMax']);
    const rate = readRupiah(reader, own.rate, join(join(at, kind), 'rate'));
    const countMax = readCount(source, own.countMax, join(join(at, kind), 'countMax'));
    if (rate !== undefined && countMax !== undefined) rates.set(kind, { rate, countMax });
  }
  const amountMax = readAmountOrNull(source, 'amountMax', 'batas rupiah sebulan');
  return amountMax === undefined ? undefined : { kind: 'by-activity-kind', rates, amountMax };
}

export function readAttendance(source: ComponentSource): OwnFields<AttendanceComponent> | undefined {
  const { reader, fields, path, vocabulary } = source;
  const amount = readAmount(source, 'amount');
  const activityKinds = readNames(source, 'activityKinds', vocabulary.activityKinds);
  const threshold = readThreshold(source);
  const below = reader.oneOf(fields.below, join(path, 'below'), ['none', 'proportional'] as const);
  const rounding = reader.oneOf(fields.rounding, join(path, 'rounding'), roundings);
  if (amount === undefined || threshold === undefined || below === undefined || rounding === undefined)
    return undefined;
  return { kind: 'attendance-threshold', amount, activityKinds, threshold, below, rounding };
}

const PERCENT_MAX = 100;

function readThreshold(source: ComponentSource): AttendanceThreshold | undefined {
  const { reader, fields, path } = source;
  const at = join(path, 'threshold');
  const own = reader.fields(fields.threshold, at, ['percent', 'count']);
  if ((own.percent === undefined) === (own.count === undefined)) {
    reader.wrong(at, Object.keys(own), 'tepat satu dari percent atau count');
    return undefined;
  }
  if (own.count !== undefined) {
    const count = readCount(source, own.count, join(at, 'count'));
    return count === undefined ? undefined : { count };
  }
  const percent = readCount(source, own.percent, join(at, 'percent'), PERCENT_MAX);
  return percent === undefined ? undefined : { percent };
}

function readLimit(source: ComponentSource, field: string): number | undefined {
  return readCount(source, source.fields[field], join(source.path, field));
}
