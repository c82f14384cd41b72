import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cluster } from './cluster.js';
import type { Place } from './place.js';
import { isAnotherProgram } from '../../process-mark.js';
import { runTool, type ToolRun } from './run-tool.js';

const NOT_RUNNING = 3;
const START_SECONDS = 600;
const STOP_SECONDS = 120;
// Above every system's highest process number, so nobody has it.
const NO_PROCESS = '99999999';

/** The port of the server that runs on the cluster, or undefined when none runs. */
export async function runningPort(place: Place, cluster: Cluster): Promise<number | undefined> {
  const [pid, , , port] = await pidFileLines(cluster);
  if (pid === undefined || port === undefined || isForeign(pid)) return undefined;
  const { status } = await pgCtl(place, cluster, ['status']);
  return status === NOT_RUNNING ? undefined : Number(port);
}

/** Starts a server and waits until it takes connections; on a failure the output ends with its own log. */
export async function startServer(
  place: Place,
  cluster: Cluster,
  options: { port: number; settings: Readonly<Record<string, string>> },
): Promise<ToolRun> {
  await disownForeignProcess(cluster);
  const log = join(place.folder, 'server.log');
  const before = await sizeOf(log);
  const settings = Object.entries(options.settings).map(([name, value]) => `-c ${name}=${value}`);
  const serverOptions = [`-p ${String(options.port)}`, ...settings].join(' ');
  const args = ['start', '-w', '-t', String(START_SECONDS), '-s', '-l', log, '-o', serverOptions];
  const run = await pgCtl(place, cluster, args);
  if (run.status === 0) return run;
  return { status: run.status, output: `${run.output}\n${await readFrom(log, before)}` };
}

/** Ends the server, breaking off its clients; waits until it is gone. */
export async function stopServer(place: Place, cluster: Cluster): Promise<ToolRun> {
  return pgCtl(place, cluster, ['stop', '-m', 'fast', '-w', '-s', '-t', String(STOP_SECONDS)]);
}

async function pgCtl(place: Place, cluster: Cluster, args: readonly string[]): Promise<ToolRun> {
  return runTool(place.binaries.pgCtl, [...args, '-D', cluster.folder], place.runAs);
}

/**
 * After a crash postmaster.pid names a number that another program may have got since (in a container it
 * nearly always has), and PostgreSQL would then refuse to start. The file is changed and not deleted: it also
 * leads PostgreSQL to shared memory that children of the dead server may still use.
 */
async function disownForeignProcess(cluster: Cluster): Promise<void> {
  const [pid, ...rest] = await pidFileLines(cluster);
  if (pid === undefined || !isForeign(pid)) return;
  await writeFile(pidFile(cluster), [NO_PROCESS, ...rest].join('\n'));
}

function isForeign(pid: string): boolean {
  return isAnotherProgram(Number(pid), 'postgres');
}

async function pidFileLines(cluster: Cluster): Promise<string[]> {
  const text = await readFile(pidFile(cluster), 'utf8').catch(() => undefined);
  return text === undefined ? [] : text.split('\n');
}

function pidFile(cluster: Cluster): string {
  return join(cluster.folder, 'postmaster.pid');
}

async function sizeOf(log: string): Promise<number> {
  const handle = await open(log, 'r').catch(() => undefined);
  if (handle === undefined) return 0;
  try {
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

async function readFrom(log: string, position: number): Promise<string> {
  const content = await readFile(log).catch(() => Buffer.alloc(0));
  return content.subarray(position).toString('utf8');
}
