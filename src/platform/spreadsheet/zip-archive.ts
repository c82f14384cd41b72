import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';

/** Says in a few words what is wrong with an archive; the reader of the file turns it into a refusal. */
export class ArchiveFault extends Error {}

// A few kilobytes can be made to unpack to anything; a million rows need about a tenth of this.
const FILE_BYTES_MAX = 2 ** 31;

/**
 * The files in a ZIP, found through the directory at its end: a cut archive has none, and the order the
 * files were written in does not matter. Each file's length and checksum are checked as it is read.
 */
export class ZipArchive {
  private constructor(
    private readonly file: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws ArchiveFault when it is not a whole ZIP. The caller closes what it opened. */
  static async open(path: string): Promise<ZipArchive> {
    const file = await openPromise(path, { autoClose: false, lazyEntries: true }).catch(asFault);
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of file.eachEntry()) entries.set(entry.fileName, entry);
    } catch (error) {
      file.close();
      asFault(error);
    }
    return new ZipArchive(file, entries);
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** The unpacked bytes of one file. @throws ArchiveFault when it is not there or not whole. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new ArchiveFault(`tanpa ${name}`);
    if (entry.uncompressedSize > FILE_BYTES_MAX) throw new ArchiveFault(`${name} terlalu besar`);
    let checksum = 0;
    try {
      const stream = await this.file.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    } catch (error) {
      asFault(error);
    }
    if (checksum !== entry.crc32) throw new ArchiveFault(`${name} tidak utuh`);
  }

  close(): void {
    this.file.close();
  }
}

function asFault(error: unknown): never {
  throw new ArchiveFault('zip tidak utuh', { cause: error });
}
