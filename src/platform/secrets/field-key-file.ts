import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../../core/shared/domain-error.js';
import { makeFieldKey, makeFieldKeys, parseFieldKeys, type FieldKeys } from './field-keys.js';

const FILE = 'field-keys';

/** The keys of a data folder, and the file they were just written to when there was none. */
export interface FolderKeys {
  readonly keys: FieldKeys;
  readonly madeFile: string | undefined;
}

/** Reads the file `field-keys` of a data folder; makes it, for its owner's eyes alone, when there is none. */
export async function fieldKeysIn(folder: string): Promise<FolderKeys> {
  const file = join(folder, FILE);
  const existing = await read(file);
  if (existing !== undefined) return { keys: existing, madeFile: undefined };
  const isOurs = await makeOnce(file, folder);
  const made = await read(file);
  if (made !== undefined) return { keys: made, madeFile: isOurs ? file : undefined };
  throw unreadableFile(file, 'tidak ada');
}

async function read(file: string): Promise<FieldKeys | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unreadableFile(file, String(codeOf(error)));
  });
  return text === undefined ? undefined : parse(file, text);
}

/** The keys of a data folder that has the file. @throws DomainError `vault.key-file-unreadable` */
export function readKeysNow(folder: string): FieldKeys {
  const file = join(folder, FILE);
  try {
    return parse(file, readFileSync(file, 'utf8'));
  } catch (error) {
    throw error instanceof DomainError ? error : unreadableFile(file, String(codeOf(error)));
  }
}

/** Writes a new key before the others; another process sees the file as it was, or as it is then. @throws DomainError */
export async function addKeyTo(folder: string): Promise<void> {
  const file = join(folder, FILE);
  const text = await readFile(file, 'utf8');
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const extended = text.replace(/^HONOR_FIELD_KEYS=/m, `HONOR_FIELD_KEYS=${makeFieldKey()},`);
  parse(file, extended);
  await writeForOwner(draft, folder, extended);
  await rename(draft, file);
}

function parse(file: string, text: string): FieldKeys {
  const valueOf = (variable: string): string =>
    new RegExp(`^${variable}=(.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
  try {
    return parseFieldKeys(valueOf('HONOR_FIELD_KEYS'), valueOf('HONOR_INDEX_KEY'));
  } catch (error) {
    throw unreadableFile(file, error instanceof DomainError ? String(error.facts.problem) : String(error));
  }
}

// Written beside and linked: another process sees the whole file or none, and the first one to link has made it.
async function makeOnce(file: string, folder: string): Promise<boolean> {
  const { fields, index } = makeFieldKeys();
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeForOwner(draft, folder, `HONOR_FIELD_KEYS=${fields}\nHONOR_INDEX_KEY=${index}\n`);
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft);
  }
}

async function writeForOwner(draft: string, folder: string, text: string): Promise<void> {
  const { uid, gid } = await stat(folder);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    if (process.getuid?.() === 0) await handle.chown(uid, gid);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function unreadableFile(file: string, problem: string): DomainError {
  return new DomainError('unavailable', 'vault.key-file-unreadable', { file, problem });
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}
