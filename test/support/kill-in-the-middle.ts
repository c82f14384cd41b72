import { join } from 'node:path';
import type { EmbeddedOptions } from '../../src/platform/database/embedded/embedded-server.js';
import { runCommand, startCommand, type EndedCommand } from './command-line.js';
import type { Contents } from './contents.js';
import { runOffice, serverPidIn } from './running-office.js';

/** Who is killed with `kill -9`: every process of the app, the database server under it, or all of them. */
export const VICTIMS = ['app', 'server', 'app and server'] as const;

type Victim = (typeof VICTIMS)[number];

interface Interruption {
  readonly victim: Victim;
  /** The words of the command that is interrupted. */
  readonly words: readonly string[];
  /** What the test locks, so that the command has written much and then waits. */
  readonly locks: readonly string[];
}

/**
 * Kills while a command waits in the middle of its work, runs `ledger verify` as the restart, and expects
 * what every such case promises: all that was acknowledged before is there and nothing of the command, the
 * books agree, and a server that lives is adopted. Nothing here is a matter of time: the command stands
 * still at a lock of the test's until it is killed. Returns how it ended when it was given again.
 */
export async function killInTheMiddle(
  options: EmbeddedOptions,
  interruption: Interruption,
): Promise<EndedCommand> {
  const { victim, words, locks } = interruption;
  const office = await runOffice(options);
  const before = await office.contents();
  const lock = await office.lock(...locks);
  const command = startCommand({ HONOR_DATA_DIR: options.dataFolder }, words);
  await lock.untilItStops(command);
  if (victim !== 'server') await Promise.all([command.kill(), office.killUser()]);
  if (victim !== 'app') office.killServer();
  expectCutShort(await command.ended, victim);
  await lock.release();

  const next = await runCommand(options.dataFolder, '--json', 'ledger', 'verify');
  expect(next).toMatchObject({ status: 0, stderr: '' });
  // With everybody gone, the command after a killed server has stopped its own again.
  expect(await serverPid(options)).toBe(victim === 'app' ? office.serverPid : undefined);
  await office.lookAway();
  await office.killUser();
  return giveAgain(options, words, before);
}

async function giveAgain(
  options: EmbeddedOptions,
  words: readonly string[],
  before: Contents,
): Promise<EndedCommand> {
  const office = await runOffice(options);
  try {
    expect(await office.contents()).toEqual(before);
    return await runCommand(options.dataFolder, ...words);
  } finally {
    await office.close();
  }
}

function expectCutShort({ status, stdout, stderr }: EndedCommand, victim: Victim): void {
  if (victim !== 'server') {
    expect({ status, stdout, stderr }).toEqual({ status: null, stdout: '', stderr: '' });
    return;
  }
  expect(status).toBe(1);
  expect(stderr).toMatch(/^database\.connection-lost: /);
}

async function serverPid({ dataFolder }: EmbeddedOptions): Promise<number | undefined> {
  return serverPidIn(join(dataFolder, 'postgres', 'cluster')).catch(() => undefined);
}
