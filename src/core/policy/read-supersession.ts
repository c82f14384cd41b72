import type { DomainError } from '../shared/domain-error.js';
import type { DocumentReader } from '../shared/document-reader.js';
import type { Supersession, VersionName } from './supersession.js';

/**
 * Reads what a policy document says of the versions it takes the place of: `versions: [1, honor-lain/2]`, where a
 * number alone is a version of its own code.
 *
 * @returns null where the document says nothing, undefined where it could not be read
 */
export function readSupersession(
  reader: DocumentReader<DomainError>,
  value: unknown,
  ownCode: string | undefined,
): Supersession | null | undefined {
  if (value === undefined) return null;
  const fields = reader.fields(value, 'supersedes', ['versions', 'reason', 'retroactiveClause']);
  const listed = reader.list(fields.versions, 'supersedes.versions');
  const versions = listed.map((one, index) =>
    reader.value(one, `supersedes.versions[${String(index)}]`, EXPECTED, (text) => nameOf(text, ownCode)),
  );
  const reason = reader.text(fields.reason, 'supersedes.reason');
  const clause = fields.retroactiveClause;
  const retroactiveClause = clause === undefined ? null : reader.text(clause, 'supersedes.retroactiveClause');
  const named = versions.filter((one) => one !== undefined);
  if (reason === undefined || retroactiveClause === undefined || named.length < versions.length)
    return undefined;
  return { versions: named, reason, retroactiveClause };
}

const EXPECTED = 'nomor versi seperti 1, atau kode/versi seperti honor-kader/1';

function nameOf(text: unknown, ownCode: string | undefined): VersionName | undefined {
  if (typeof text !== 'string') return undefined;
  const [, code = ownCode, version] = /^(?:([a-z0-9]+(?:-[a-z0-9]+)*)\/)?v?([1-9]\d{0,5})$/.exec(text) ?? [];
  // A document without a code has that problem already.
  return version === undefined ? undefined : { code: code ?? '', version: Number(version) };
}
