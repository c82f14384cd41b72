import { chmod, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureRunning } from '../../../../src/platform/database/embedded/embedded-server.js';
import { runTool } from '../../../../src/platform/database/embedded/run-tool.js';
import { projectFolder } from '../../../../src/platform/configuration.js';
import { embeddedClient } from '../../../support/embedded-client.js';
import { embeddedFolder, temporaryFolder } from '../../../support/embedded-folder.js';

const NOBODY = 65_534;
const DAEMON = 1;
const UNKNOWN = 54_321;
const isRoot = process.getuid?.() === 0;
const describeAsRoot = isRoot ? describe : describe.skip;
// A checkout that only root can enter cannot be run by anybody else.
const describeWithBoth = isRoot && (await nobodyCanRunUs()) ? describe : describe.skip;

describe('the account that runs the server', () => {
  it('is an ordinary one: ours, or, when we are root, another', async () => {
    const server = await ensureRunning(await embeddedFolder());
    const { uid } = await stat(server.clusterFolder);
    expect(uid).not.toBe(0);
    expect(uid === process.getuid?.()).toBe(!isRoot);
    await server.release();
  });
});

describeAsRoot('the account that runs the server of an app that is root', () => {
  it('is the chosen uid, and stays it when the folder is opened again without choosing', async () => {
    const options = await embeddedFolder({ uid: DAEMON });
    const first = await ensureRunning(options);
    expect((await stat(first.clusterFolder)).uid).toBe(DAEMON);
    await first.release();

    const again = await ensureRunning({ ...options, uid: undefined });
    expect(again.startedByUs).toBe(true);
    await again.release();
  });

  it('must be known to the system', async () => {
    await expect(ensureRunning(await embeddedFolder({ uid: UNKNOWN }))).rejects.toMatchObject({
      code: 'database.account-unknown',
    });
  });

  it('moves away from a folder only root can enter, and says where to', async () => {
    const dataFolder = join(await closedFolder(), 'data');
    const server = await ensureRunning({ dataFolder, dataFolderIsChosen: false, durable: false });
    const elsewhere = join(server.clusterFolder, '..', '..');

    expect(elsewhere).toMatch(/^\/var\/lib\/honor-kader\/[0-9a-f]{16}$/);
    expect(server.notices).toEqual([expect.stringContaining(elsewhere)]);
    await server.release();
    await rm(elsewhere, { recursive: true });
  });

  it('is refused a chosen folder that only root can enter', async () => {
    const dataFolder = join(await closedFolder(), 'data');
    await expect(
      ensureRunning({ dataFolder, dataFolderIsChosen: true, durable: false }),
    ).rejects.toMatchObject({ code: 'database.folder-not-writable', facts: { uid: NOBODY } });
  });
});

describeWithBoth('an app run by root and one run by an ordinary user', () => {
  it('each have a server of their own account', async () => {
    const dataFolder = join(await temporaryFolder(NOBODY), 'data');
    const app = embeddedClient({ dataFolder, dataFolderIsChosen: true, durable: false }, NOBODY);
    const { clusterFolder } = await app.answer;
    expect((await stat(clusterFolder)).uid).toBe(NOBODY);
    await app.release();
  });

  it('share a folder: either may start it, and the other joins', async () => {
    const options = await embeddedFolder();
    const asRoot = await ensureRunning(options);
    const asNobody = embeddedClient(options, NOBODY);
    expect((await asNobody.answer).startedByUs).toBe(false);
    await asRoot.release();
    await asNobody.release();

    const later = embeddedClient(options, NOBODY);
    expect((await later.answer).startedByUs).toBe(true);
    await later.release();
  });
});

async function closedFolder(): Promise<string> {
  const folder = join(await temporaryFolder(), 'closed');
  await mkdir(folder);
  await chmod(folder, 0o700);
  return folder;
}

async function nobodyCanRunUs(): Promise<boolean> {
  const us = [process.execPath, join(projectFolder(), 'dist', 'src')];
  const { status } = await runTool('/bin/sh', ['-c', 'test -x "$1" && test -x "$2"', 'sh', ...us], {
    uid: NOBODY,
    gid: NOBODY,
  });
  return status === 0;
}
