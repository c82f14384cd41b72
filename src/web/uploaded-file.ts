import { randomUUID } from 'node:crypto';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Request } from 'express';
import { DomainError } from '../core/shared/domain-error.js';

/** What we keep of a file that arrived. Its own name is never used for a path. */
export interface ArrivedFile {
  readonly path: string;
  readonly originalname: string;
}

export interface RequestWithFile extends Request {
  file?: ArrivedFile;
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
  if (file === undefined) throw new DomainError('invalid', 'http.file-needed', {});
  const kind = kindOf(file.originalname, kinds);
  const folder = await mkdtemp(join(tmpdir(), 'honor-unggahan-'));
  try {
    const path = join(folder, `${randomUUID()}${kind}`);
    await rename(file.path, path);
    return await read(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function kindOf(name: string, kinds: readonly string[]): string {
  const kind = extname(name).toLowerCase();
  if (kinds.includes(kind)) return kind;
  throw new DomainError('invalid', 'http.file-kind', { name: name.slice(0, 80), kinds: kinds.join(', ') });
}
