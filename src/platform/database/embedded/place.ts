import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError } from '../../../core/shared/domain-error.js';
import { serverAccount, uidOf, type Account } from './account.js';
import { copyBinaries, installedBinaries, librariesAreLinked, type Binaries } from './binaries.js';
import { runTool } from './run-tool.js';

/** Where a server lives and who runs it. */
export interface Place {
  readonly folder: string;
  /** Undefined: ourselves. */
  readonly runAs: Account | undefined;
  readonly binaries: Binaries;
}

export interface PreparedFolder extends Omit<Place, 'binaries'> {
  /** What a person should know about this choice. */
  readonly notices: readonly string[];
}

export interface PlaceWish {
  readonly dataFolder: string;
  /** A chosen folder is used or refused, never replaced by another. */
  readonly dataFolderIsChosen: boolean;
  readonly uid: number | undefined;
}

const SHARED_FOLDER = '/var/lib/honor-kader';

/** Makes the data folder and hands it to the account that will run the server. */
export async function prepareFolder(wish: PlaceWish): Promise<PreparedFolder> {
  const runAs = serverAccount(wish.dataFolder, wish.uid);
  const folder = await reachableFolder(wish, runAs);
  await makeFolder(folder, runAs);
  return { folder, runAs, notices: folder === wish.dataFolder ? [] : [movedNotice(wish.dataFolder, folder)] };
}

/** Programs that the account can run: those of npm, or a copy of them. Call it under the folder lock. */
export async function preparePlace({ folder, runAs }: PreparedFolder): Promise<Place> {
  const installed = await installedBinaries();
  const usable = (await canRun(installed, runAs)) && (await librariesAreLinked(installed));
  return { folder, runAs, binaries: usable ? installed : await copyBinaries(installed, folder) };
}

function movedNotice(wanted: string, folder: string): string {
  return `Data PostgreSQL disimpan di ${folder}, sebab ${wanted} tidak terjangkau oleh pemakai sistem biasa.`;
}

async function reachableFolder(wish: PlaceWish, runAs: Account | undefined): Promise<string> {
  if (runAs === undefined || (await canEnter(wish.dataFolder, runAs))) return wish.dataFolder;
  if (wish.dataFolderIsChosen) throw notWritable(wish.dataFolder, runAs);
  // Whatever the umask: the server's account must pass through.
  await mkdir(SHARED_FOLDER, { recursive: true });
  await chmod(SHARED_FOLDER, 0o755);
  const name = createHash('sha256').update(wish.dataFolder).digest('hex').slice(0, 16);
  return join(SHARED_FOLDER, name);
}

async function canEnter(folder: string, runAs: Account): Promise<boolean> {
  let ancestor = folder;
  while (!(await isFolder(ancestor))) ancestor = dirname(ancestor);
  // A folder of root alone is handed over by makeFolder; what lies above it must be open already.
  const asked = ancestor === folder ? dirname(folder) : ancestor;
  const { status } = await runTool('/bin/sh', ['-c', 'test -x "$1"', 'sh', asked], runAs);
  return status === 0;
}

async function canRun(binaries: Binaries, runAs: Account | undefined): Promise<boolean> {
  if (runAs === undefined) return true;
  const script = 'test -x "$1" && test -x "$2" && test -r "$3"';
  const paths = [binaries.postgres, binaries.initdb, join(binaries.home, 'share', 'postgresql')];
  const { status } = await runTool('/bin/sh', ['-c', script, 'sh', ...paths], runAs);
  return status === 0;
}

async function makeFolder(folder: string, runAs: Account | undefined): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    if (runAs !== undefined && (await stat(folder)).uid === 0) await chown(folder, runAs.uid, runAs.gid);
  } catch {
    throw notWritable(folder, runAs);
  }
  const { status } = await runTool('/bin/sh', ['-c', 'test -w "$1" && test -x "$1"', 'sh', folder], runAs);
  if (process.platform !== 'win32' && status !== 0) throw notWritable(folder, runAs);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function notWritable(folder: string, runAs: Account | undefined): DomainError {
  const uid = uidOf(runAs);
  return new DomainError('unavailable', 'database.folder-not-writable', { folder, uid });
}
