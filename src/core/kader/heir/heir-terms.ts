import { wordsOf } from '../../formats/sheet/words.js';

/** A word of an editable list: what is stored, what is shown, and how else it is written. */
export interface HeirTerm {
  readonly code: string;
  readonly name: string;
  readonly spellings: readonly string[];
}

/** How an heir may be related, and by which papers an heir may be proven. */
export interface HeirTerms {
  readonly relations: readonly HeirTerm[];
  readonly proofs: readonly HeirTerm[];
}

/** The lists of a parsed `config/heirs.yaml`, or the place where it is not as it must be. */
export function readHeirTerms(source: unknown): { readonly terms: HeirTerms } | { readonly fault: string } {
  if (!isRecord(source)) return { fault: 'harus memuat relations dan proofs' };
  const relations = readTerms('relations', source.relations);
  const proofs = readTerms('proofs', source.proofs);
  if (typeof relations === 'string') return { fault: relations };
  if (typeof proofs === 'string') return { fault: proofs };
  return { terms: { relations, proofs } };
}

/** The term that was typed, by its code, name or another spelling; undefined when the list has none such. */
export function findTerm(terms: readonly HeirTerm[], typed: string): HeirTerm | undefined {
  const wanted = wordsOf(typed);
  return terms.find(({ code, name, spellings }) =>
    [code, name, ...spellings].some((one) => wordsOf(one) === wanted),
  );
}

function readTerms(list: string, source: unknown): HeirTerm[] | string {
  if (!Array.isArray(source) || source.length === 0) return `${list} harus berupa daftar yang tidak kosong`;
  const terms: HeirTerm[] = [];
  for (const [index, item] of source.entries()) {
    const term = readTerm(item);
    if (term === undefined) return `${list} ke-${String(index + 1)} tidak lengkap`;
    const twice = [term.code, term.name, ...term.spellings].find((one) => findTerm(terms, one));
    if (twice !== undefined) return `${list}: ${twice} dua kali`;
    terms.push(term);
  }
  return terms;
}

function readTerm(item: unknown): HeirTerm | undefined {
  if (!isRecord(item)) return undefined;
  const { code, name, spellings } = item;
  if (typeof code !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) return undefined;
  if (typeof name !== 'string' || wordsOf(name) === '' || !Array.isArray(spellings)) return undefined;
  const texts: readonly unknown[] = spellings;
  return texts.every((one) => typeof one === 'string') ? { code, name, spellings: texts } : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
