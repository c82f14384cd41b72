import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { DomainError } from '../../core/shared/domain-error.js';
import { errorCode } from './error-code.js';

const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ZIP_FILE = Buffer.from('PK\u0003\u0004', 'latin1');
// Streams of an encrypted workbook are named in the compound file's directory, in UTF-16.
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
const COMPOUND_BYTES_MAX = 16 * 1024 * 1024;

/** What a file holds, told from its bytes and not from its name alone. @throws what it cannot be read as. */
export async function spreadsheetKind(path: string): Promise<'xlsx' | 'csv'> {
  const file = basename(path);
  const head = await headOf(path, file);
  if (head.length === 0) throw new DomainError('invalid', 'sheet.file-empty', { file });
  if (head.subarray(0, 8).equals(COMPOUND_FILE)) {
    const encrypted = head.includes(ENCRYPTED_STREAM);
    throw new DomainError('invalid', encrypted ? 'sheet.file-encrypted' : 'sheet.file-xls', { file });
  }
  if (head.subarray(0, 4).equals(ZIP_FILE)) return 'xlsx';
  const extension = extname(path).toLowerCase();
  if (extension === '.xlsx') {
    throw new DomainError('invalid', 'sheet.file-corrupt', { file, reason: 'bukan berkas zip' });
  }
  if (extension !== '.csv' && extension !== '.txt')
    throw new DomainError('invalid', 'sheet.file-kind', { file });
  return 'csv';
}

async function headOf(path: string, file: string): Promise<Buffer> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      const head = Buffer.alloc(Math.min(size, COMPOUND_BYTES_MAX));
      const { bytesRead } = await handle.read(head, 0, head.length, 0);
      return head.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = errorCode(error);
    if (reason === '') throw error;
    throw new DomainError('missing', 'sheet.file-missing', { file, reason });
  }
}
