import { spawn } from 'node:child_process';
import type { Account } from './account.js';

export interface ToolRun {
  /** The exit status; undefined when a signal ended the program. */
  readonly status: number | undefined;
  /** What it said on both channels, in order of arrival. */
  readonly output: string;
}

/**
 * Runs a program to its end, as another account when one is given. It sees no variable of ours: PGPORT and
 * its family would change what PostgreSQL's programs do, and English output is needed to tell failures apart.
 */
export async function runTool(
  program: string,
  args: readonly string[],
  runAs: Account | undefined,
): Promise<ToolRun> {
  const child = spawn(program, args, {
    cwd: '/',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    ...(runAs === undefined ? {} : { uid: runAs.uid, gid: runAs.gid }),
  });
  let output = '';
  const collect = (text: string): void => {
    output += text;
  };
  child.stdout.setEncoding('utf8').on('data', collect);
  child.stderr.setEncoding('utf8').on('data', collect);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      resolve({ status: undefined, output: error.message });
    });
    child.on('close', (status) => {
      resolve({ status: status ?? undefined, output });
    });
  });
}
