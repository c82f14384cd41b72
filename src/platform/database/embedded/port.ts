import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DomainError } from '../../../core/shared/domain-error.js';

const ADDRESS = '127.0.0.1';

/** The port to start on: the fixed one if it is free, else the one used last time, else any free one. */
export async function choosePort(folder: string, fixed: number | undefined): Promise<number> {
  if (fixed !== undefined) {
    if ((await listen(fixed)) === undefined) {
      throw new DomainError('unavailable', 'database.port-taken', { port: fixed });
    }
    return fixed;
  }
  const remembered = await rememberedPort(folder);
  const free = (remembered === undefined ? undefined : await listen(remembered)) ?? (await listen(0));
  if (free === undefined) throw new Error(`No free port on ${ADDRESS}.`);
  return free;
}

/** Writes the port down, so that the next start listens where bookmarks and tools expect it. */
export async function rememberPort(folder: string, port: number): Promise<void> {
  const draft = join(folder, 'server.json.new');
  await writeFile(draft, `${JSON.stringify({ port })}\n`);
  // Renamed and not overwritten: a file that root left can be replaced by the folder's owner.
  await rename(draft, join(folder, 'server.json'));
}

async function rememberedPort(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, 'server.json'), 'utf8').catch(() => '');
  const port = /"port":\s*(\d{4,5})\b/.exec(text)?.[1];
  return port === undefined ? undefined : Number(port);
}

/** Tries to listen and stops again: the port, or undefined when it is taken. */
async function listen(port: number): Promise<number | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => {
      resolve(undefined);
    });
    server.listen({ port, host: ADDRESS, exclusive: true }, () => {
      const chosen = (server.address() as AddressInfo).port;
      server.close(() => {
        resolve(chosen);
      });
    });
  });
}
