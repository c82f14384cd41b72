/** The code of an error of Node.js ("ENOENT", "Z_DATA_ERROR"), empty when it has none. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
