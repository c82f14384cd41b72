/** Begins every personal access token, so that it is recognised where it leaked. */
const ACCESS_TOKEN_PREFIX = 'hk_';

const TOKEN_SHAPE = /^hk_([\w-]{43})([0-9a-f]{8})$/;
const CRC32_POLYNOMIAL = 0xedb88320;

/** The token that a machine is given: prefix, 43 random characters, and their CRC-32 against typing errors. */
export function accessTokenText(random: string): string {
  return `${ACCESS_TOKEN_PREFIX}${random}${crc32(random)}`;
}

/** Whether a text can be a token at all; asked before the database is. */
export function isAccessTokenText(text: string): boolean {
  const [, random, checksum] = TOKEN_SHAPE.exec(text) ?? [];
  return random !== undefined && crc32(random) === checksum;
}

function crc32(text: string): string {
  let remainder = 0xffffffff;
  for (const character of text) {
    remainder ^= character.charCodeAt(0);
    for (let bit = 0; bit < 8; bit += 1) {
      remainder = (remainder >>> 1) ^ (remainder & 1 ? CRC32_POLYNOMIAL : 0);
    }
  }
  return (~remainder >>> 0).toString(16).padStart(8, '0');
}
