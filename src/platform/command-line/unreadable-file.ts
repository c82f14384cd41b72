import { DomainError } from '../../core/shared/domain-error.js';
import { codeOf } from '../database/unreachable.js';

const FILE_CODES = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EEXIST', 'EPERM', 'EROFS']);
const FILE_CALLS = new Set(['open', 'read', 'mkdir', 'rename', 'scandir']);

/** The refusal for a file that the user named and the system does not give us; undefined for anything else. */
export function unreadableFile(error: unknown): DomainError | undefined {
  const reason = codeOf(error);
  if (!FILE_CODES.has(reason)) return undefined;
  const { syscall = '', path = 'yang disebut' } = error as NodeJS.ErrnoException;
  if (!FILE_CALLS.has(syscall)) return undefined;
  return new DomainError('missing', 'sheet.file-missing', { file: path, reason });
}
