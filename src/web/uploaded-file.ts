import { randomUUID } from 'node:crypto';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { DomainError } from '../core/shared/domain-error.js';

/** A roster of a whole kabupaten is below 2 MB; what a sheet unpacks to is bounded where it is read. */
const MAX_BYTES = 20 * 1024 * 1024;

/** What we keep of a file that arrived. Its own name is never used for a path. */
export interface ArrivedFile {
  readonly path: string;
  readonly originalname: string;
}

/** The route takes one file, in the field `file` of a form. */
export function TakesFile() {
  const options = { limits: { fileSize: MAX_BYTES, files: 1, fields: 0, parts: 1 }, dest: tmpdir() };
  const file = { type: 'string', format: 'binary' };
  const schema = { type: 'object', required: ['file'], properties: { file } };
  return applyDecorators(
    UseInterceptors(FileInterceptor('file', options)),
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema }),
  );
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
  const folder = await mkdtemp(join(tmpdir(), 'honor-unggahan-'));
  try {
    const path = join(folder, `${randomUUID()}${kindOf(file.originalname, kinds)}`);
    await rename(file.path, path);
    return await read(path);
  } finally {
    await rm(file.path, { force: true });
    await rm(folder, { recursive: true, force: true });
  }
}

function kindOf(name: string, kinds: readonly string[]): string {
  const kind = extname(name).toLowerCase();
  if (kinds.includes(kind)) return kind;
  throw new DomainError('invalid', 'http.file-kind', { name: name.slice(0, 80), kinds: kinds.join(', ') });
}
