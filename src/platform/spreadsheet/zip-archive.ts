import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';

/** Says in a few words what is wrong with an archive; the reader of the file turns it into a refusal. */
export class ArchiveFault extends Error {}

/** Nothing is broken, but there is more of it than a sheet that people keep can have. */
export class ArchiveTooLarge extends ArchiveFault {}

// A few kilobytes can be made to unpack to anything. A hundred thousand rows of twenty columns need a third of this.
const FILE_BYTES_MAX = 2 ** 28;
const READ_BYTES_MAX = 5 * 2 ** 27;
const FILES_MAX = 10_000;

/**
 * The files in a ZIP, found through the directory at its end: a cut archive has none, and the order the
 * files were written in does not matter. Each file's length and checksum are checked as it is read.
 */
export class ZipArchive {
  private bytesRead = 0;

  private constructor(
    private readonly file: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws ArchiveFault when it is not a whole ZIP. The caller closes what it opened. */
  static async open(path: string): Promise<ZipArchive> {
    const file = await openPromise(path, { autoClose: false, lazyEntries: true }).catch(asFault);
    try {
      return new ZipArchive(file, await entriesOf(file));
    } catch (error) {
      file.close();
      asFault(error);
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  get isEncrypted(): boolean {
    return [...this.entries.values()].some((entry) => entry.isEncrypted());
  }

  /**
   * The unpacked bytes of one file.
   *
   * @param bytesMax how long it may be
   * @throws ArchiveFault when it is not there or not whole; ArchiveTooLarge
   */
  async *read(name: string, bytesMax = FILE_BYTES_MAX): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new ArchiveFault(`tanpa ${name.slice(0, 100)}`);
    // The length it claims; what is longer than it claims is noticed while it is unpacked.
    if (entry.uncompressedSize > bytesMax) throw new ArchiveTooLarge(`${name} ${megabytes(bytesMax)}`);
    let checksum = 0;
    try {
      const stream = await this.file.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        this.bytesRead += chunk.length;
        if (this.bytesRead > READ_BYTES_MAX) throw new ArchiveTooLarge(megabytes(READ_BYTES_MAX));
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

// Of two files of one name one reader takes the first and another the last: what was checked is not what is read.
async function entriesOf(file: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (file.entryCount > FILES_MAX) throw new ArchiveTooLarge(`lebih dari ${String(FILES_MAX)} isi`);
  const entries = new Map<string, Entry>();
  for await (const entry of file.eachEntry()) {
    if (entries.has(entry.fileName)) throw new ArchiveFault('satu nama dua kali');
    entries.set(entry.fileName, entry);
  }
  return entries;
}

function megabytes(bytes: number): string {
  return `lebih dari ${String(bytes / 2 ** 20)} MB`;
}

function asFault(error: unknown): never {
  if (error instanceof ArchiveFault) throw error;
  throw new ArchiveFault('zip tidak utuh', { cause: error });
}
