import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../src/platform/sha256.js';

/** What the stand-alone verifier answered. */
interface Verdict {
  readonly status: number | null;
  readonly stdout: string;
  readonly problems: readonly string[];
}

/** Runs the verifier that lies in a pack, as an auditor would: with plain Node and nothing else. */
export async function verifyPack(folder: string, ...words: readonly string[]): Promise<Verdict> {
  const program = join(folder, 'verify-audit-pack.mjs');
  const child = spawn(process.execPath, [program, ...words], { cwd: '/', env: {} });
  const output = { stdout: '', stderr: '' };
  for (const channel of ['stdout', 'stderr'] as const) {
    child[channel].setEncoding('utf8').on('data', (text: string) => (output[channel] += text));
  }
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, stdout: output.stdout, problems: output.stderr.split('\n').filter((line) => line !== '') };
}

/** Changes a file of a pack; with `isCovered` also its hash in the manifest, as whoever is careful would. */
export async function changePackFile(
  folder: string,
  name: string,
  change: (content: string) => string,
  isCovered = true,
): Promise<void> {
  const path = join(folder, name);
  const before = await readFile(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`Nothing in ${name} was changed.`);
  await writeFile(path, after);
  if (!isCovered) return;
  const manifestPath = join(folder, 'manifest.json');
  const manifest = await readFile(manifestPath, 'utf8');
  await writeFile(
    manifestPath,
    manifest.replace(sha256(before).toString('hex'), sha256(after).toString('hex')),
  );
}
