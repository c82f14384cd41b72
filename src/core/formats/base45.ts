const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const VALUES = new Map(Array.from(ALPHABET).map((character, value) => [character, value]));

/**
 * Bytes as base45 (RFC 9285): only characters of the alphanumeric mode of QR codes, three for two bytes and two
 * for a last odd one. A space can be among them, but never the last.
 */
export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 2) {
    const [high = 0, low] = bytes.subarray(index, index + 2);
    text += low === undefined ? digits(high, 2) : digits(high * 256 + low, 3);
  }
  return text;
}

/**
 * The bytes of a base45 text; of anything else the place, counted from 1, of the first character that cannot
 * stand where it stands, or of the end when the text stops too early.
 */
export function decodeBase45(text: string): Uint8Array | { readonly unreadableAt: number } {
  const bytes = new Uint8Array(Math.floor((text.length * 2) / 3));
  let filled = 0;
  for (let index = 0; index < text.length; index += 3) {
    const group = text.slice(index, index + 3);
    const wrong = Array.from(group).findIndex((character) => !VALUES.has(character));
    if (wrong >= 0) return { unreadableAt: index + wrong + 1 };
    const value = valueOf(group);
    const isLast = group.length < 3;
    if (group.length === 1 || value > (isLast ? 0xff : 0xffff)) return { unreadableAt: index + 1 };
    if (!isLast) bytes[filled++] = value >> 8;
    bytes[filled++] = value & 0xff;
  }
  return bytes;
}

/** The least significant digit stands first. */
function digits(value: number, count: number): string {
  let text = '';
  for (let rest = value; text.length < count; rest = Math.floor(rest / 45))
    text += ALPHABET.charAt(rest % 45);
  return text;
}

function valueOf(group: string): number {
  return Array.from(group).reduceRight((value, character) => value * 45 + (VALUES.get(character) ?? 0), 0);
}
