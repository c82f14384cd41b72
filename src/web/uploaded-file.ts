import { rename } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Request } from 'express';
import { DomainError } from '../core/shared/domain-error.js';
import { inProcessFolder } from '../platform/files/process-folder.js';

/** What we keep of a file that arrived. Its own name is never used for a path. */
export interface ArrivedFile {
  readonly path: string;
  readonly originalname: string;
}

export interface RequestWithFile extends Request {
  file?: ArrivedFile;
}

/**
 * Where a file that arrived is, and of which kind it says it is.
 *
 * @throws DomainError `http.file-needed`, `http.file-kind`
 */
export function requireFile(
  file: ArrivedFile | undefined,
  kinds: readonly string[],
): { readonly path: string; readonly kind: string } {
  if (file === undefined) throw new DomainError('invalid', 'http.file-needed', {});
  return { path: file.path, kind: kindOf(file.originalname, kinds) };
}

/** Moves a file to a name of its kind, in a folder of its own, and reads it there; both are gone afterwards. */
export function withKind<Result>(
  path: string,
  kind: string,
  read: (path: string) => Promise<Result>,
): Promise<Result> {
  return inProcessFolder(async (folder) => {
    // A CSV file is one sheet of the name of its file, and people read it in every problem.
    const named = join(folder, `berkas${kind}`);
    await rename(path, named);
    return read(named);
  });
}

/**
 * Reads a file that arrived, from a folder of its own that is gone afterwards.
 *
 * @throws DomainError `http.file-needed`, `http.file-kind`
 */
export async function withFile<Result>(
  file: ArrivedFile | undefined,
  kinds: readonly string[],
  read: (path: string) => Promise<Result>,
): Promise<Result> {
  const { path, kind } = requireFile(file, kinds);
  return withKind(path, kind, read);
}

function kindOf(name: string, kinds: readonly string[]): string {
  const kind = extname(name).toLowerCase();
  if (kinds.includes(kind)) return kind;
  throw new DomainError('invalid', 'http.file-kind', { name: name.slice(0, 80), kinds: kinds.join(', ') });
}
