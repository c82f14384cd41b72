import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';

/** Says in a few words what is wrong with an archive; the reader of the file turns it into a refusal. */
export class ArchiveFault extends Error {}

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly headerAt: number;
}

/**
 * The files in a ZIP, found through the directory at its end: a cut archive has none, and the order the
 * files were written in does not matter. Each file's length and checksum are checked as it is read.
 */
export class ZipArchive {
  private constructor(
    private readonly handle: FileHandle,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(handle: FileHandle): Promise<ZipArchive> {
    const { size } = await handle.stat();
    const tailBytes = Math.min(size, END_RECORD_BYTES + COMMENT_BYTES_MAX);
    const tail = await readAt(handle, size - tailBytes, tailBytes);
    const end = tail.lastIndexOf(END_RECORD);
    if (end < 0) throw new ArchiveFault('daftar isi zip tidak ada');
    const directoryBytes = tail.readUInt32LE(end + 12);
    const directoryAt = tail.readUInt32LE(end + 16);
    if (directoryAt + directoryBytes > size) throw new ArchiveFault('daftar isi zip terpotong');
    return new ZipArchive(handle, entriesOf(await readAt(handle, directoryAt, directoryBytes)));
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** The unpacked bytes of one file. @throws ArchiveFault when it is not there or not whole. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new ArchiveFault(`tanpa ${name}`);
    let [crc, bytes] = [0, 0];
    for await (const chunk of await this.unpacked(entry)) {
      crc = crc32(chunk, crc);
      bytes += chunk.length;
      if (bytes > entry.bytes) break;
      yield chunk;
    }
    if (bytes !== entry.bytes || crc !== entry.crc) throw new ArchiveFault(`${name} tidak utuh`);
  }

  private async unpacked(entry: Entry): Promise<AsyncIterable<Buffer>> {
    const header = await readAt(this.handle, entry.headerAt, LOCAL_HEADER_BYTES);
    const start = entry.headerAt + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed = this.chunks(start, entry.compressedBytes);
    if (entry.method === STORED) return packed;
    if (entry.method !== DEFLATED) throw new ArchiveFault(`cara kompresi ${String(entry.method)}`);
    return pipeline(packed, createInflateRaw(), ignoreHere) as AsyncIterable<Buffer>;
  }

  private async *chunks(start: number, length: number): AsyncGenerator<Buffer> {
    for (let done = 0; done < length; done += CHUNK_BYTES) {
      yield await readAt(this.handle, start + done, Math.min(CHUNK_BYTES, length - done));
    }
  }
}

const END_RECORD = Buffer.from('PK\u0005\u0006', 'latin1');
const END_RECORD_BYTES = 22;
const COMMENT_BYTES_MAX = 65_535;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_BYTES = 46;
const LOCAL_HEADER_BYTES = 30;
const ENCRYPTED_FLAG = 1;
const STORED = 0;
const DEFLATED = 8;
const CHUNK_BYTES = 64 * 1024;

// A failing pipeline destroys its last stream with the error, and whoever iterates that stream gets it.
const ignoreHere = (): void => undefined;

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  if (bytesRead < length) throw new ArchiveFault('berkas terpotong');
  return buffer;
}

function entriesOf(directory: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let at = 0;
  while (at + DIRECTORY_ENTRY_BYTES <= directory.length) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new ArchiveFault('daftar isi zip rusak');
    if ((directory.readUInt16LE(at + 8) & ENCRYPTED_FLAG) !== 0) throw new ArchiveFault('isi zip dikunci');
    const nameBytes = directory.readUInt16LE(at + 28);
    const nameAt = at + DIRECTORY_ENTRY_BYTES;
    entries.set(directory.toString('utf8', nameAt, nameAt + nameBytes).replaceAll('\\', '/'), {
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      compressedBytes: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    });
    at = nameAt + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}
