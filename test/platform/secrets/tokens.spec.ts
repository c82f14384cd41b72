import { equalInConstantTime, randomToken, tokenDigest } from '../../../src/platform/secrets/tokens.js';

describe('tokens', () => {
  it('are 43 characters that may stand in a URL, and never the same', () => {
    const tokens = Array.from({ length: 100 }, randomToken);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(new Set(tokens).size).toBe(100);
  });

  it('are stored as 32 bytes that are compared whole', () => {
    const digest = tokenDigest('a');
    expect(digest).toHaveLength(32);
    expect(equalInConstantTime(digest, tokenDigest('a'))).toBe(true);
    expect(equalInConstantTime(digest, tokenDigest('b'))).toBe(false);
    expect(equalInConstantTime(digest, digest.subarray(1))).toBe(false);
  });
});
