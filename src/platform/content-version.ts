import { createHash } from 'node:crypto';
import { toJson } from '../core/shared/to-json.js';

/** The version of what is shown: the same content has the same one, any other content another one. */
export function contentVersion(shown: unknown): string {
  return createHash('sha256').update(toJson(shown)).digest('base64url').slice(0, 27);
}
