import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { accessTokenText, isAccessTokenText } from '../../../src/core/identity/access-token-text.js';

const random = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'));

describe('a personal access token', () => {
  it('carries the CRC-32 that everybody computes', () => {
    fc.assert(
      fc.property(random, (text) => {
        expect(accessTokenText(text)).toBe(`hk_${text}${crc32(text).toString(16).padStart(8, '0')}`);
        expect(isAccessTokenText(accessTokenText(text))).toBe(true);
      }),
    );
  });

  it('is not recognised with any character changed', () => {
    fc.assert(
      fc.property(random, fc.nat(53), (text, place) => {
        const token = accessTokenText(text);
        const changed = `${token.slice(0, place)}${token[place] === 'x' ? 'y' : 'x'}${token.slice(place + 1)}`;
        expect(isAccessTokenText(changed)).toBe(false);
      }),
    );
  });

  it.each(['', 'hk_', 'Bearer x', `xx_${'a'.repeat(51)}`])('is not "%s"', (text) => {
    expect(isAccessTokenText(text)).toBe(false);
  });
});
