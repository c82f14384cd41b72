import { crc32 } from 'node:zlib';

/** One file inside a zip. */
export interface ZipMember {
  readonly name: string;
  readonly content: Buffer;
}

const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, the first day a zip can name: members have no time of their own. */
const DOS_DATE = 0x0021;

/**
 * Packs members into a zip whose bytes depend on them alone: no clock, and stored rather than deflated,
 * because the same text deflates to other bytes under another zlib or processor. A sealed SHA-256 must come
 * out the same on the auditor's machine years later.
 */
export function packStoredZip(members: readonly ZipMember[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of members) {
    const nameBytes = Buffer.from(name);
    const common = commonHeader(nameBytes, content);
    const local = Buffer.concat([uint32(LOCAL_SIGNATURE), common, nameBytes]);
    directory.push(centralHeader(common, offset), nameBytes);
    parts.push(local, content);
    offset += local.length + content.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...parts, central, endRecord(members.length, central.length, offset)]);
}

/** The fields that a member's local header and its line in the directory share. */
function commonHeader(name: Buffer, content: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(FLAGS, 2);
  header.writeUInt16LE(DOS_DATE, 8);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(content.length, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

function centralHeader(common: Buffer, offset: number): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(VERSION, 0);
  // Comment length, disk and attributes are all zero.
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([uint32(CENTRAL_SIGNATURE), madeBy, common, tail]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_SIGNATURE, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}
