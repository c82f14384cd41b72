import { Decimal } from 'decimal.js';
import type { FundingRule, PercentageRule, SourceReference, WaterfallRule } from '../funding/funding-rule.js';
import { DomainError } from '../shared/domain-error.js';
import { join, type DocumentReader } from '../shared/document-reader.js';
import { readRupiah } from './read-rupiah.js';

type Reader = DocumentReader<DomainError>;

/** Reads the rule by which a component is put on budget lines; it must always cover the whole amount. */
export function readFundingRule(
  reader: Reader,
  value: unknown,
  path: string,
  problems: DomainError[],
): FundingRule | undefined {
  const fields = reader.fields(value, path, ['percentage', 'waterfall']);
  if (fields.percentage !== undefined && fields.waterfall === undefined) {
    return readPercentage(reader, fields.percentage, join(path, 'percentage'), problems);
  }
  if (fields.waterfall !== undefined && fields.percentage === undefined) {
    return readWaterfall(reader, fields.waterfall, join(path, 'waterfall'), problems);
  }
  reader.wrong(path, Object.keys(fields), 'tepat satu dari percentage atau waterfall');
  return undefined;
}

function readPercentage(
  reader: Reader,
  value: unknown,
  path: string,
  problems: DomainError[],
): PercentageRule {
  const parts = reader.list(value, path).flatMap((part, index) => {
    const at = join(path, index);
    const fields = reader.fields(part, at, ['source', 'percent']);
    const source = readSource(reader, fields.source, join(at, 'source'));
    const percent = reader.value(
      fields.percent,
      join(at, 'percent'),
      'angka lebih dari 0 sampai 100, pecahan dengan titik',
      readPercent,
    );
    return source === undefined || percent === undefined ? [] : [{ source, percent }];
  });
  const sum = parts.reduce((total, part) => total.plus(part.percent), new Decimal(0));
  if (!sum.eq(100))
    problems.push(new DomainError('invalid', 'policy.percentages-not-100', { path, sum: sum.toString() }));
  return { kind: 'percentage', parts };
}

function readWaterfall(reader: Reader, value: unknown, path: string, problems: DomainError[]): WaterfallRule {
  const list = reader.list(value, path);
  const steps = list.flatMap((step, index) => {
    const at = join(path, index);
    const fields = reader.fields(step, at, ['source', 'amountMax']);
    const source = readSource(reader, fields.source, join(at, 'source'));
    const amountMax =
      fields.amountMax === undefined ? null : readRupiah(reader, fields.amountMax, join(at, 'amountMax'));
    return source === undefined || amountMax === undefined ? [] : [{ source, amountMax }];
  });
  const open = steps.findIndex((step) => step.amountMax === null);
  if (open !== list.length - 1)
    problems.push(new DomainError('invalid', 'policy.waterfall-open-end', { path }));
  return { kind: 'waterfall', steps };
}

function readSource(reader: Reader, value: unknown, path: string): SourceReference | undefined {
  return reader.value(value, path, 'pembayar/sumber, misalnya nagari/DDS atau DINKES/BOK', (found) => {
    const match = typeof found === 'string' ? /^([A-Za-z0-9.-]+)\/([A-Z0-9-]+)$/.exec(found) : null;
    const [, payer, label] = match ?? [];
    return payer === undefined || label === undefined ? undefined : { payer, label };
  });
}

function readPercent(value: unknown): Decimal | undefined {
  if (typeof value !== 'string' || !/^\d{1,3}(\.\d{1,6})?$/.test(value)) return undefined;
  const percent = new Decimal(value);
  return percent.gt(0) && percent.lte(100) ? percent : undefined;
}
