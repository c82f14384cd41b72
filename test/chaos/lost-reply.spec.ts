import { withFolderLock } from '../../src/platform/database/embedded/folder-lock.js';
import { runCommand, startCommand, type EndedCommand } from '../support/command-line.js';
import { fillOffice, PEOPLE } from '../support/command-office.js';
import { embeddedFolder } from '../support/embedded-folder.js';
import { runOffice } from '../support/running-office.js';

const options = await embeddedFolder({ durable: true });
const [nagari, withNewcomers] = await fillOffice(options.dataFolder, ['13.10.04.2001', '13.10.04.2002']);
const office = await runOffice(options);

describe('kill -9 after the commit, before the answer: the same command again', () => {
  afterAll(() => office.close());

  it('finds the roster imported', async () => {
    const words = ['--json', 'roster', 'import', withNewcomers?.newcomers ?? '', '--by', PEOPLE.prepares];
    await killBeforeTheReply(words, 'lock table bank_account in share mode');

    const again = await give(words);
    expect(again).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(again.stdout)).toMatchObject({ applied: true, created: 0, changed: [], unchanged: 2 });
  });

  it('finds the honor calculated', async () => {
    const { code = '', month = '' } = nagari ?? {};
    const words = ['--json', 'honor', 'calculate', '--region', code, '--months', month];
    words.push('--by', PEOPLE.prepares);
    await killBeforeTheReply(words, 'select * from ledger.chain_head for update');

    const again = await give(words);
    expect(again).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(again.stdout)).toMatchObject({ changedLines: 0, changedGross: 0, gross: 150_000 });
    expect(await give(['ledger', 'verify'])).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    { step: 'submit', number: nagari?.draft ?? '', by: PEOPLE.prepares, state: 'diajukan' },
    { step: 'approve', number: nagari?.verified ?? '', by: PEOPLE.approves, state: 'disetujui' },
  ])('$step: refused, because the request has gone on', async ({ step, number, by, state }) => {
    const words = ['--json', 'request', step, number, '--by', by];
    await killBeforeTheReply(words, 'lock table payment_request_step in share mode');

    const before = await office.contents();
    const again = await give(words);
    expect(again.status).toBe(1);
    expect(again.stderr).toMatch(/^payment\.wrong-state: /);
    expect(JSON.parse(again.stdout)).toMatchObject({ refused: [{ facts: { number, state } }] });
    expect(await office.contents()).toEqual(before);
  });
});

/** Lets the command commit, but not leave the data folder, which it does before it answers; kills it there. */
async function killBeforeTheReply(words: readonly string[], lockStatement: string): Promise<void> {
  const before = await office.contents();
  const lock = await office.lock(lockStatement);
  const command = startCommand({ HONOR_DATA_DIR: options.dataFolder }, words);
  await lock.untilItStops(command);
  await withFolderLock(options.dataFolder, async () => {
    await lock.release();
    while (sameContents(await office.contents(), before));
    expect(await command.kill()).toEqual({ status: null, stdout: '', stderr: '' });
  });
}

function give(words: readonly string[]): Promise<EndedCommand> {
  return runCommand(options.dataFolder, ...words);
}

function sameContents(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
