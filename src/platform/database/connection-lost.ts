import { codeOf } from './unreachable.js';

// Class 08 and 57P01 to 57P03: the server says it; the others: the socket or the driver noticed it.
const LOST_CODES = /^(08|57P0[123]|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT)/;
const LOST_WORDS = /^(Connection terminated|Client has encountered a connection error|Client was closed)/;

/** True when an error says that the server went away under a connection that had been made. */
export function isConnectionLost(error: unknown): error is Error {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  return hasMessage && (LOST_CODES.test(codeOf(error)) || LOST_WORDS.test(String(error.message)));
}
