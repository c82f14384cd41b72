const GROUPS = 8;
/** What a provider gives to one customer is a /64 at least: four of the eight groups (RFC 6177). */
const GROUPS_OF_A_BLOCK = 4;

/**
 * Whom an address stands for where tries are counted: an IPv4 address for itself, also one that is written as IPv6
 * (`::ffff:192.0.2.1`), and an IPv6 address for its /64, in which one customer has more addresses than can be
 * counted. Anything else stands for itself.
 */
export function addressBlock(address: string): string {
  const [bare = ''] = address.trim().toLowerCase().split('%');
  const groups = groupsOf(bare);
  if (groups === undefined) return bare;
  const [sixth = 0, ...last] = groups.slice(5);
  const isMapped = sixth === 0xffff && groups.slice(0, 5).every((group) => group === 0);
  if (isMapped) return last.flatMap((group) => [group >> 8, group & 0xff]).join('.');
  const block = groups.slice(0, GROUPS_OF_A_BLOCK).map((group) => group.toString(16));
  return `${block.join(':')}::/64`;
}

/** The eight numbers of an IPv6 address; undefined when it is none. */
function groupsOf(address: string): readonly number[] | undefined {
  const [head = '', tail, ...more] = address.split('::');
  const [before, after] = [numbersOf(head), numbersOf(tail ?? '')];
  if (!address.includes(':') || more.length > 0 || before === undefined || after === undefined)
    return undefined;
  const missing = GROUPS - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...before, ...Array.from({ length: missing }, () => 0), ...after];
}

function numbersOf(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const numbers = text.split(':').flatMap(numbersOfGroup);
  return numbers.includes(Number.NaN) ? undefined : numbers;
}

// The last two groups may be written as IPv4.
function numbersOfGroup(group: string): readonly number[] {
  if (/^[0-9a-f]{1,4}$/.test(group)) return [Number.parseInt(group, 16)];
  const bytes = group.split('.').map((byte) => (/^\d{1,3}$/.test(byte) ? Number(byte) : Number.NaN));
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const isAddress = bytes.length === 4 && bytes.every((byte) => byte <= 255);
  return isAddress ? [a * 256 + b, c * 256 + d] : [Number.NaN];
}
