import { DomainError } from '../../../core/shared/domain-error.js';
import { uidOf } from './account.js';
import { ensureCluster, type Cluster } from './cluster.js';
import { asFolderFailure } from './failure.js';
import { withFolderLock } from './folder-lock.js';
import { prepareFolder, preparePlace, type Place, type PreparedFolder } from './place.js';
import { stopServer } from './postmaster.js';
import type { Presence } from './presence.js';
import { startOrJoin } from './start-or-join.js';

export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** A chosen folder is used or refused, never replaced by another. */
  readonly dataFolderIsChosen: boolean;
  readonly port?: number | undefined;
  readonly uid?: number | undefined;
  /** False only for tests: faster, and a power cut destroys the data. */
  readonly durable?: boolean;
}

/** Our PostgreSQL while this process uses it. */
export interface EmbeddedServer {
  /** False when it ran already: another process of ours uses it, or one that was killed left it behind. */
  readonly startedByUs: boolean;
  /** What a person should know, for example that the data lies elsewhere. */
  readonly notices: readonly string[];
  readonly port: number;
  /** The folder of this installation: what was asked for, or the one that replaces it. */
  readonly dataFolder: string;
  /** The folder that PostgreSQL calls its data directory. */
  readonly clusterFolder: string;
  urlOf(database: string): string;
  /** Ends our use; the last user stops the server. Close all pools on it first. */
  release(): Promise<void>;
  /** Stops the server whoever uses it. */
  stop(): Promise<void>;
}

/** Starts the embedded PostgreSQL in the data folder, or joins the one that runs there. */
export async function ensureRunning(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const prepared = await prepareFolder({ ...options, uid: options.uid });
  try {
    return await withFolderLock(prepared.folder, () => runIn(prepared, options));
  } catch (error) {
    throw asFolderFailure(error, prepared.folder, uidOf(prepared.runAs));
  }
}

async function runIn(prepared: PreparedFolder, options: EmbeddedOptions): Promise<EmbeddedServer> {
  const durable = options.durable ?? true;
  const place = await preparePlace(prepared);
  const cluster = await ensureCluster(place, durable);
  const running = await startOrJoin(place, cluster, { fixedPort: options.port, durable });
  const inTurn = (work: typeof leave): Promise<void> =>
    withFolderLock(place.folder, () => work(place, cluster, running.presence));
  return {
    startedByUs: running.startedByUs,
    notices: prepared.notices,
    port: running.port,
    dataFolder: place.folder,
    clusterFolder: cluster.folder,
    urlOf: (database) => running.presence.urlOf(database),
    release: () => inTurn(leave),
    stop: () => inTurn(leaveAndStop),
  };
}

async function leave(place: Place, cluster: Cluster, presence: Presence): Promise<void> {
  // A server that no longer answers has nobody left to stop it for.
  const isLast = await presence.isAlone().catch(() => false);
  await (isLast ? leaveAndStop(place, cluster, presence) : presence.leave());
}

async function leaveAndStop(place: Place, cluster: Cluster, presence: Presence): Promise<void> {
  await presence.leave();
  const run = await stopServer(place, cluster);
  if (run.status === 0 || noServer(run.output)) return;
  throw new DomainError('unavailable', 'database.stop-failed', {
    folder: place.folder,
    problem: run.output.trim(),
  });
}

function noServer(output: string): boolean {
  return /PID file .* does not exist|Is server running/.test(output);
}
