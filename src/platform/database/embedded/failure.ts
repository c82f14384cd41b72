import { DomainError } from '../../../core/shared/domain-error.js';
import { codeOf } from '../unreachable.js';

const OTHER_VERSION =
  /initialized by PostgreSQL version (\S+?),? .*not compatible with this version (\S+?)[.\s]/s;

const UNKNOWN_ACCOUNT = /could not look up effective user ID (\d+)/;

/** The error for people behind the output of initdb or pg_ctl and the end of the server's log. */
export function failureOf(text: string, folder: string, uid: number): DomainError {
  if (/No space left on device|disk quota exceeded/i.test(text)) {
    return new DomainError('unavailable', 'database.disk-full', { folder });
  }
  const account = UNKNOWN_ACCOUNT.exec(text);
  if (account !== null) {
    return new DomainError('unavailable', 'database.account-unknown', { uid: account[1] ?? uid });
  }
  const versions = OTHER_VERSION.exec(text);
  if (versions !== null) {
    const [, found = '?', wanted = '?'] = versions;
    return new DomainError('unavailable', 'database.other-version', { folder, found, wanted });
  }
  if (/Permission denied|Read-only file system/i.test(text)) {
    return new DomainError('unavailable', 'database.folder-not-writable', { folder, uid });
  }
  return new DomainError('unavailable', 'database.start-failed', { folder, log: lastLines(text) });
}

/** The same for an error of our own work on the folder's files; anything else stays what it was. */
export function asFolderFailure(error: unknown, folder: string, uid: number): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new DomainError('unavailable', 'database.disk-full', { folder });
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') return error;
  return new DomainError('unavailable', 'database.folder-not-writable', { folder, uid });
}

/** True while what is left of a killed server still holds its shared memory: it lets go by itself. */
export function oldServerLingers(text: string): boolean {
  return /pre-existing shared memory block|lock file "postmaster\.pid" already exists/.test(text);
}

/** True when another program listens on the port. */
export function portIsTaken(text: string): boolean {
  return /Address already in use|could not create any TCP\/IP sockets/i.test(text);
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-8).join('\n');
}
