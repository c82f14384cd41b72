import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file as it was written. */
export interface WrittenFile {
  readonly path: string;
  /** Of the bytes on disk, hex. */
  readonly sha256: string;
  readonly bytes: number;
}

type Chunk = string | Uint8Array;

/** Small pieces are gathered to this many bytes before they go to the disk. */
const BLOCK = 1 << 16;

/**
 * Writes a file whole or not at all: beside its place first, flushed, then renamed into it. Whoever reads
 * the path sees the earlier file or this one, never half of it. Missing folders are made.
 *
 * @param mode who may read it, as chmod takes it; what the system gives new files when left out
 */
export async function writeFileAtomically(
  path: string,
  chunks: Iterable<Chunk> | AsyncIterable<Chunk>,
  mode?: number,
): Promise<WrittenFile> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${String(process.pid)}.tmp`;
  try {
    const written = await writeDraft(draft, chunks, mode);
    await rename(draft, path);
    return { path, ...written };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeDraft(draft: string, chunks: Iterable<Chunk> | AsyncIterable<Chunk>, mode?: number) {
  const file = await open(draft, 'w', mode);
  try {
    const written = await writeBlocks(file, chunks);
    await file.sync();
    return written;
  } finally {
    await file.close();
  }
}

async function writeBlocks(file: FileHandle, chunks: Iterable<Chunk> | AsyncIterable<Chunk>) {
  const hash = createHash('sha256');
  let bytes = 0;
  let waiting: Uint8Array[] = [];
  let size = 0;
  const flush = async () => {
    const block = Buffer.concat(waiting);
    hash.update(block);
    bytes += block.length;
    [waiting, size] = [[], 0];
    await file.writeFile(block);
  };
  for await (const chunk of chunks) {
    const piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    waiting.push(piece);
    size += piece.length;
    if (size >= BLOCK) await flush();
  }
  await flush();
  return { sha256: hash.digest('hex'), bytes };
}
