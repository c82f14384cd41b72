import { inflateRawSync } from 'node:zlib';
import { invariant } from '../../core/shared/invariant.js';
import type { ZipMember } from './stored-zip.js';

const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const STORED = 0;

/** The members of a zip that we wrote ourselves (no comment, no zip64), in the order of its directory. */
export function unpackZip(zip: Buffer): ZipMember[] {
  const end = zip.length - END_LENGTH;
  invariant(zip.readUInt32LE(end) === END_SIGNATURE, 'the zip ends with its end record');
  const members: ZipMember[] = [];
  let position = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    invariant(zip.readUInt32LE(position) === CENTRAL_SIGNATURE, 'the zip directory is whole');
    members.push(memberAt(zip, position));
    const lengths = [28, 30, 32].map((field) => zip.readUInt16LE(position + field));
    position += lengths.reduce((sum, length) => sum + length, CENTRAL_LENGTH);
  }
  return members;
}

/** The member whose line in the directory starts at `position`. */
function memberAt(zip: Buffer, position: number): ZipMember {
  const nameStart = position + CENTRAL_LENGTH;
  const name = zip.toString('utf8', nameStart, nameStart + zip.readUInt16LE(position + 28));
  const local = zip.readUInt32LE(position + 42);
  const start = local + LOCAL_LENGTH + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(position + 20));
  const isStored = zip.readUInt16LE(position + 10) === STORED;
  return { name, content: isStored ? packed : inflateRawSync(packed) };
}
