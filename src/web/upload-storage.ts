import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeProcessFolder } from '../platform/files/process-folder.js';

const OWNER_ONLY = 0o600;

type Told<Fact = unknown> = (error: Error | null, fact?: Fact) => void;

/** Keeps what arrives in a folder of its own, of this process: when it is killed meanwhile, the next one sweeps it. */
export const uploadStorage = {
  _handleFile(_request: unknown, { stream }: { stream: Readable }, told: Told<{ path: string }>): void {
    received(stream).then((path) => {
      told(null, { path });
    }, told);
  },
  _removeFile(_request: unknown, { path }: { path: string }, told: Told): void {
    takeAwayUpload(path).then(() => {
      told(null);
    }, told);
  },
};

/** Takes away what arrived, with its folder. */
export function takeAwayUpload(path: string): Promise<void> {
  return rm(dirname(path), { recursive: true, force: true });
}

async function received(stream: Readable): Promise<string> {
  const path = join(await makeProcessFolder(), randomUUID());
  try {
    await pipeline(stream, createWriteStream(path, { mode: OWNER_ONLY }));
    return path;
  } catch (error) {
    await takeAwayUpload(path);
    throw error;
  }
}
