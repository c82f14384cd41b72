import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '../../../core/shared/domain-error.js';
import { codeOf } from '../unreachable.js';
import { uidOf } from './account.js';
import type { Cluster } from './cluster.js';
import { failureOf, oldServerLingers, portIsTaken } from './failure.js';
import type { Place } from './place.js';
import { choosePort, rememberPort } from './port.js';
import { runningPort, startServer } from './postmaster.js';
import { enterServer, type Presence } from './presence.js';

export interface StartOptions {
  readonly fixedPort: number | undefined;
  /** False only for tests. */
  readonly durable: boolean;
}

export interface Running {
  readonly presence: Presence;
  readonly port: number;
  readonly startedByUs: boolean;
}

/** What a look at the server found that passes by itself: its own words, for when it does not. */
interface NotYet {
  readonly because: string;
}

const ATTEMPTS = 240;
const PAUSE_MS = 250;
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
const THROWAWAY_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Joins the server that runs on the cluster, or starts one. A server found may be starting, stopping, or just
 * killed with its children still there: each passes, and a later look finds one that answers or none at all.
 * What does not pass is thrown with its reason. Call it under the folder lock.
 */
export async function startOrJoin(place: Place, cluster: Cluster, options: StartOptions): Promise<Running> {
  let because = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const found = (await join(place, cluster)) ?? (await start(place, cluster, options));
    if ('presence' in found) return found;
    because = found.because;
    await pause(PAUSE_MS);
  }
  throw new DomainError('unavailable', 'database.start-failed', { folder: place.folder, log: because });
}

async function join(place: Place, cluster: Cluster): Promise<Running | NotYet | undefined> {
  const port = await runningPort(place, cluster);
  if (port === undefined) return undefined;
  try {
    return { presence: await enterServer(cluster, port), port, startedByUs: false };
  } catch (error) {
    if (codeOf(error) === '28P01') {
      throw new DomainError('unavailable', 'database.password-refused', { folder: place.folder, port });
    }
    return { because: error instanceof Error ? error.message : String(error) };
  }
}

async function start(place: Place, cluster: Cluster, options: StartOptions): Promise<Running | NotYet> {
  const port = await choosePort(place.folder, options.fixedPort);
  const settings = options.durable ? SETTINGS : { ...SETTINGS, ...THROWAWAY_SETTINGS };
  const run = await startServer(place, cluster, { port, settings });
  if (run.status !== 0) {
    if (oldServerLingers(run.output) || portIsTaken(run.output)) return { because: run.output };
    throw failureOf(run.output, place.folder, uidOf(place.runAs));
  }
  await rememberPort(place.folder, port);
  return { presence: await enterServer(cluster, port), port, startedByUs: true };
}
