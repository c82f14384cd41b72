import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { invariant } from '../../core/shared/invariant.js';

const BLOCK = 512;

/**
 * Packs the files of a folder, which holds no folders, into one `.tar.gz`, file by file and never whole in memory. The
 * same files give the same bytes: nothing of when or by whom is written.
 */
export async function packFolder(folder: string, path: string): Promise<void> {
  const names = (await readdir(folder)).sort();
  const target = createWriteStream(path, { mode: 0o600 });
  await pipeline(Readable.from(piecesOf(folder, names)), createGzip(), target);
}

async function* piecesOf(folder: string, names: readonly string[]): AsyncGenerator<Buffer> {
  for (const name of names) {
    const { size } = await stat(join(folder, name));
    yield headerOf(name, size);
    for await (const piece of createReadStream(join(folder, name))) yield piece as Buffer;
    yield Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
  }
  yield Buffer.alloc(2 * BLOCK);
}

// POSIX.1-1988 (ustar): name, mode, owner, group, size, time, checksum, kind, magic; numbers are octal text.
function headerOf(name: string, size: number): Buffer {
  invariant(/^[\w.-]{1,99}$/.test(name), 'a packed file has a short plain name');
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 'latin1');
  header.write(octal(0o644, 8), 100, 'latin1');
  header.write(octal(0, 8) + octal(0, 8), 108, 'latin1');
  header.write(octal(size, 12) + octal(0, 12), 124, 'latin1');
  header.write(' '.repeat(8), 148, 'latin1');
  header.write('0', 156, 'latin1');
  header.write('ustar\0' + '00', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

function octal(value: number, width: number): string {
  return `${value.toString(8).padStart(width - 1, '0')}\0`;
}
