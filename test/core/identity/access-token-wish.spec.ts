import { requireTokenWish } from '../../../src/core/identity/access-token-wish.js';
import { refusalCodes } from '../../support/refusal.js';

const NOON = new Date('2026-10-05T05:00:00Z');
const inDays = (days: number) => new Date(NOON.getTime() + days * 86_400_000);
const wish = { name: ' siskeudes ', operations: ['report.read', 'a', 'a'], expiresAt: inDays(30) };

describe('requireTokenWish', () => {
  it('trims the name and takes each operation once', () => {
    expect(requireTokenWish(wish, NOON)).toEqual({
      name: 'siskeudes',
      operations: ['a', 'report.read'],
      expiresAt: inDays(30),
    });
    expect(requireTokenWish({ ...wish, expiresAt: inDays(366) }, NOON).name).toBe('siskeudes');
  });

  it.each([
    [{ name: ' ' }, 'identity.token-name-empty'],
    [{ name: 'x'.repeat(81) }, 'identity.token-name-empty'],
    [{ operations: [] }, 'identity.token-operations-empty'],
    [{ operations: [' '] }, 'identity.token-operations-empty'],
    [{ expiresAt: NOON }, 'identity.token-expiry-wrong'],
    [{ expiresAt: inDays(367) }, 'identity.token-expiry-wrong'],
    [{ expiresAt: new Date(Number.NaN) }, 'identity.token-expiry-wrong'],
  ])('refuses %j', async (change, code) => {
    expect(await refusalCodes(() => requireTokenWish({ ...wish, ...change }, NOON))).toEqual([code]);
  });
});
