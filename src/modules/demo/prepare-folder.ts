import { constants } from 'node:fs';
import { access, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../../core/shared/domain-error.js';
import { codeOf } from '../../platform/database/unreachable.js';
import { writeFileAtomically } from '../../platform/files/write-file-atomically.js';

const SUMMARY = 'summary.json';

/** What a demonstration writes; the folder may hold other things. */
const OWN_NAMES = ['lembar', 'pembayaran', 'ledger.journal', SUMMARY];

/**
 * Makes the folder of a demonstration ready: what an earlier one left goes, anything of others stays.
 *
 * @throws DomainError when it cannot be written, or holds things of these names that no demonstration made
 */
export async function prepareFolder(folder: string): Promise<void> {
  const names = await namesIn(folder);
  const taken = OWN_NAMES.filter((name) => names.includes(name));
  if (taken.length > 0 && !(await isOfDemonstration(folder))) {
    throw new DomainError('conflict', 'demo.folder-of-others', { folder, names: taken.join(', ') });
  }
  for (const name of taken) await rm(join(folder, name), { recursive: true, force: true });
  // Says whose the folder is even if the demonstration is cut short.
  await writeFileAtomically(join(folder, SUMMARY), ['{ "faults": [], "ledger": null, "finished": false }\n']);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return await readdir(folder);
  } catch (error) {
    const reason = codeOf(error);
    if (reason === '') throw error;
    throw new DomainError('invalid', 'demo.folder-unusable', { folder, reason });
  }
}

async function isOfDemonstration(folder: string): Promise<boolean> {
  try {
    const summary: unknown = JSON.parse(await readFile(join(folder, SUMMARY), 'utf8'));
    return typeof summary === 'object' && summary !== null && 'faults' in summary && 'ledger' in summary;
  } catch {
    // Not there, or nothing that a demonstration wrote.
    return false;
  }
}
