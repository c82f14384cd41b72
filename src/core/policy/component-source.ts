import type { DomainError } from '../shared/domain-error.js';
import { join, type DocumentReader } from '../shared/document-reader.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { HonorComponent } from './honor-component.js';
import type { PolicyVocabulary } from './policy-vocabulary.js';
import { readRupiah } from './read-rupiah.js';

/** One component of a policy document, while it is read. */
export interface ComponentSource {
  readonly reader: DocumentReader<DomainError>;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly vocabulary: PolicyVocabulary;
}

/** What a kind of component has beside its code, name and funding. */
export type OwnFields<Component extends HonorComponent = HonorComponent> = Component extends HonorComponent
  ? Omit<Component, 'code' | 'name' | 'funding'>
  : never;

/** The amount in a field of the component. */
export function readAmount(source: ComponentSource, field: string): Rupiah | undefined {
  return readRupiah(source.reader, source.fields[field], join(source.path, field));
}

/** A whole number above zero, such as a limit; undefined with a problem for anything else. */
export function readCount(
  { reader }: ComponentSource,
  value: unknown,
  path: string,
  countMax = 999_999,
): number | undefined {
  const expected =
    countMax === 999_999 ? 'bilangan bulat positif' : `bilangan bulat dari 1 sampai ${String(countMax)}`;
  return reader.value(value, path, expected, (found) => {
    const count = typeof found === 'string' && /^[1-9]\d{0,5}$/.test(found) ? Number(found) : undefined;
    return count !== undefined && count <= countMax ? count : undefined;
  });
}

/** Names out of a vocabulary, each once: one named twice would count, and be paid, twice. */
export function readNames(
  { reader, fields, path }: ComponentSource,
  field: string,
  allowed: readonly string[],
): readonly string[] {
  const names = new Set<string>();
  for (const [index, value] of reader.list(fields[field], join(path, field)).entries()) {
    const at = join(join(path, field), index);
    const name = reader.oneOf(value, at, allowed);
    if (name !== undefined && names.has(name)) reader.wrong(at, name, 'jenis yang belum disebut');
    if (name !== undefined) names.add(name);
  }
  return [...names];
}
