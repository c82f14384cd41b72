import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { EmbeddedOptions } from '../../src/platform/database/embedded/embedded-server.js';

/** What the process says of the server it joined, or of why it could not. */
interface Answer {
  readonly startedByUs: boolean;
  readonly port: number;
  readonly clusterFolder: string;
  readonly notices: readonly string[];
  readonly url: string;
  readonly code?: string;
}

export interface EmbeddedClient {
  readonly answer: Promise<Answer>;
  /** Ends it as a power cut would, without a chance to tidy up. */
  kill(): Promise<void>;
  release(): Promise<void>;
}

/** Starts another process that uses the embedded server, under another account when told. */
export function embeddedClient(options: EmbeddedOptions, uid?: number): EmbeddedClient {
  const program = join(import.meta.dirname, 'embedded-client-program.mjs');
  const child = spawn(process.execPath, [program, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const gone = once(child, 'exit');
  const firstLine = once(createInterface({ input: child.stdout }), 'line');
  return {
    answer: firstLine.then(([line]) => JSON.parse(String(line)) as Answer),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    release: async () => {
      child.stdin.end();
      const [status] = (await gone) as [number | null];
      if (status !== 0) throw new Error(`The process ended with ${String(status)}.`);
    },
  };
}
