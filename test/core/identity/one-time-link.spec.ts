import { linkExpiry } from '../../../src/core/identity/one-time-link.js';

const NOON = new Date('2026-10-05T05:00:00Z');

describe('linkExpiry', () => {
  it.each([
    ['first-administrator', '2026-10-06T05:00:00.000Z'],
    ['invitation', '2026-10-12T05:00:00.000Z'],
    ['reset', '2026-10-06T05:00:00.000Z'],
  ] as const)('%s: %s', (purpose, end) => {
    expect(linkExpiry(purpose, NOON).toISOString()).toBe(end);
  });
});
