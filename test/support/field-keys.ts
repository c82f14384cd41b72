import type { PasswordCost } from '../../src/platform/secrets/password-hasher.js';

/** Keys of personal data for tests alone: anybody can read them here. */
export const TEST_KEYS = {
  HONOR_FIELD_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}`,
  HONOR_INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
} as const;

/** The least argon2id can do: tests sign in often and guess nothing. */
export const CHEAP_PASSWORDS: PasswordCost = { memoryKibibytes: 8, passes: 1, lanes: 1 };
