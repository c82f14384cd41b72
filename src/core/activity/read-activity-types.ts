import { documentProblem } from '../formats/document-problem.js';
import { bidangOfSpm, type Bidang } from '../kader/vocabulary.js';
import { DocumentReader, join } from '../shared/document-reader.js';
import type { DomainError } from '../shared/domain-error.js';
import { refuseAny } from '../shared/refusals.js';
import type { ActivityType } from './activity-type.js';

const known = ['code', 'name', 'words', 'bidang', 'countsTargets', 'unit', 'elsewhere'];

/**
 * Reads a list of activity types (`config/activity-types.yaml`) whose values are the texts that were written.
 *
 * @throws Refusals with every problem, each with its path
 */
export function readActivityTypes(document: unknown): ActivityType[] {
  const problems: DomainError[] = [];
  const reader = new DocumentReader(problems, documentProblem);
  const fields = reader.fields(document, '', ['types']);
  const types = reader
    .list(fields.types, 'types')
    .map((value, index) => readType(reader, value, `types[${String(index)}]`));
  refuseAny(problems);
  return types.filter((type) => type !== undefined);
}

function readType(
  reader: DocumentReader<DomainError>,
  value: unknown,
  path: string,
): ActivityType | undefined {
  const fields = reader.fields(value, path, known);
  const type = {
    code: reader.value(fields.code, join(path, 'code'), 'huruf kecil, angka dan strip', codeOf),
    name: reader.text(fields.name, join(path, 'name')),
    words: reader
      .list(fields.words, join(path, 'words'))
      .map((word, index) => reader.text(word, join(join(path, 'words'), index))),
    bidang: readBidang(reader, fields.bidang, join(path, 'bidang')),
    countsTargets: readFlag(reader, fields.countsTargets, join(path, 'countsTargets')),
    unit: reader.text(fields.unit, join(path, 'unit')),
    elsewhere: readFlag(reader, fields.elsewhere, join(path, 'elsewhere')),
  };
  return isWhole(type) ? type : undefined;
}

type Readings = {
  readonly [Field in keyof ActivityType]: Field extends 'words'
    ? readonly (string | undefined)[]
    : ActivityType[Field] | undefined;
};

function isWhole(type: Readings): type is ActivityType {
  return ![...Object.values(type), ...type.words].includes(undefined);
}

/** `any` is written out: a type whose bidang was forgotten must not belong to all of them. */
function readBidang(
  reader: DocumentReader<DomainError>,
  value: unknown,
  path: string,
): readonly Bidang[] | null | undefined {
  if (value === 'any') return null;
  const read = reader
    .list(value, path)
    .map((bidang, index) => reader.oneOf(bidang, join(path, index), bidangOfSpm));
  const bidang = read.filter((one) => one !== undefined);
  return bidang.length > 0 && bidang.length === read.length ? [...new Set(bidang)] : undefined;
}

function readFlag(reader: DocumentReader<DomainError>, value: unknown, path: string): boolean | undefined {
  const said = reader.oneOf(value, path, ['true', 'false'] as const);
  return said === undefined ? undefined : said === 'true';
}

function codeOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z][a-z0-9-]{0,59}$/.test(value) ? value : undefined;
}
