import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../../src/platform/configuration.js';

/** What a command left behind when it ended. */
export interface EndedCommand {
  /** The exit code; null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly ended: Promise<EndedCommand>;
  isRunning(): boolean;
  /** Ends it as a power cut would, without a chance to tidy up. */
  kill(): Promise<EndedCommand>;
}

const FOLDER = join(projectFolder(), 'dist', 'src');

/** Starts one command of the compiled command line, as a process of its own. */
export function startCommand(
  environment: Readonly<Record<string, string>>,
  words: readonly string[],
): RunningCommand {
  return startProgram('cli.js', environment, words);
}

/** Starts the compiled service on a data folder and any free port. */
export function startService(dataFolder: string): RunningCommand {
  return startProgram('main.js', { HONOR_DATA_DIR: dataFolder, HONOR_PORT: '0' }, []);
}

function startProgram(
  program: string,
  environment: Readonly<Record<string, string>>,
  words: readonly string[],
): RunningCommand {
  const child = spawn(process.execPath, [join(FOLDER, program), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...NOTHING_CHOSEN, ...environment },
  });
  const output = { stdout: '', stderr: '' };
  for (const channel of ['stdout', 'stderr'] as const) {
    child[channel].setEncoding('utf8').on('data', (text: string) => (output[channel] += text));
  }
  const ended = once(child, 'close').then(([status]) => ({ status: status as number | null, ...output }));
  return {
    ended,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** Runs one command of the compiled command line on a data folder, to its end. */
export function runCommand(dataFolder: string, ...words: readonly string[]): Promise<EndedCommand> {
  return startCommand({ HONOR_DATA_DIR: dataFolder }, words).ended;
}

// What the machine that runs the tests has chosen for itself is not meant for them; empty is not set. The day is that
// of the other tests.
const NOTHING_CHOSEN = {
  DATABASE_URL: '',
  HONOR_DATA_DIR: '',
  HONOR_DATABASE_PORT: '',
  HONOR_DATABASE_UID: '',
  NODE_OPTIONS: `--import=${pathToFileURL(join(projectFolder(), 'test/support/standing-date.mjs')).href}`,
  HONOR_FIELD_KEYS: '',
  HONOR_INDEX_KEY: '',
};
