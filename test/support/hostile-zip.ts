import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A file in a ZIP, as an attacker packs it: what is told of it need not be true. */
export interface HostileEntry {
  readonly name: string;
  /** Its deflated bytes. */
  readonly packed: Buffer;
  /** What it claims to unpack to, bytes. */
  readonly claimed: number;
  readonly crc?: number;
  readonly encrypted?: true;
}

const UNKNOWN_32 = 0xffff_ffff;
// An empty last block: what stood before it ended on a whole byte.
const END = Buffer.from([0x03, 0x00]);
const MEBIBYTE = 2 ** 20;

/** A text packed, with its true length and checksum. */
export function packedText(name: string, text: string): HostileEntry {
  const bytes = Buffer.from(text);
  return { name, packed: deflateRawSync(bytes), claimed: bytes.length, crc: crc32(bytes) };
}

/** `head`, then a text again and again until it is so many MiB, then `tail`: a few thousandths of its length. */
export function packedBomb(
  name: string,
  {
    head = '',
    repeated,
    tail = '',
    mebibytes,
  }: { head?: string; repeated: string; tail?: string; mebibytes: number },
): HostileEntry {
  // Whole numbers of it: a tag must not break off.
  const block = repeated.repeat(Math.max(1, Math.floor(MEBIBYTE / repeated.length)));
  const times = Math.ceil((mebibytes * MEBIBYTE) / block.length);
  const packedBlock = flushed(block);
  const packed = Buffer.concat([
    flushed(head),
    ...Array<Buffer>(times).fill(packedBlock),
    flushed(tail),
    END,
  ]);
  const claimed = head.length + block.length * times + tail.length;
  // Of gigabytes the checksum takes long, and nobody may come to the end of them.
  if (mebibytes > 1024) return { name, packed, claimed };
  let crc = crc32(head);
  const bytes = Buffer.from(block);
  for (let time = 0; time < times; time += 1) crc = crc32(bytes, crc);
  return { name, packed, claimed, crc: crc32(tail, crc) };
}

/** The ZIP of these files; long lengths as ZIP64 writes them. */
export function hostileZip(entries: readonly HostileEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = localHeader(entry);
    directory.push(centralHeader(entry, offset));
    parts.push(local, entry.packed);
    offset += local.length + entry.packed.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...parts, central, endOf(entries.length, central.length, offset)]);
}

function flushed(text: string): Buffer {
  if (text === '') return Buffer.alloc(0);
  return deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
}

function localHeader({ name, packed, encrypted }: HostileEntry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(45, 4);
  header.writeUInt16LE(encrypted === true ? 1 : 0, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([header, Buffer.from(name)]);
}

function centralHeader({ name, packed, claimed, crc = 0, encrypted }: HostileEntry, offset: number): Buffer {
  const isLong = claimed >= UNKNOWN_32;
  const extra = isLong ? Buffer.alloc(12) : Buffer.alloc(0);
  if (isLong) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(claimed), 4);
  }
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x0201_4b50, 0);
  header.writeUInt16LE(45, 4);
  header.writeUInt16LE(45, 6);
  header.writeUInt16LE(encrypted === true ? 1 : 0, 8);
  header.writeUInt16LE(8, 10);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed.length, 20);
  header.writeUInt32LE(isLong ? UNKNOWN_32 : claimed, 24);
  header.writeUInt16LE(Buffer.byteLength(name), 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, Buffer.from(name), extra]);
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
