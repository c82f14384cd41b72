import type { purposes } from './purposes.js';

/** What a value is sealed or digested for. A value that is moved to another place does not open there. */
export type Purpose = (typeof purposes)[keyof typeof purposes];
