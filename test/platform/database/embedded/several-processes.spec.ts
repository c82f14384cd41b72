import { embeddedClient } from '../../../support/embedded-client.js';
import { embeddedFolder } from '../../../support/embedded-folder.js';
import { ask } from '../../../support/session.js';

describe('several processes on one data folder', () => {
  it('start together on an empty one: one server, which the last to leave stops', async () => {
    const options = await embeddedFolder();
    const clients = [1, 2, 3].map(() => embeddedClient(options));
    const answers = await Promise.all(clients.map((client) => client.answer));
    const url = answers[0]?.url ?? '';

    expect(new Set(answers.map((answer) => answer.port)).size).toBe(1);
    expect(answers.filter((answer) => answer.startedByUs)).toHaveLength(1);
    expect(await ask(url, 'select 1')).toEqual([1]);

    await Promise.all(clients.map((client) => client.release()));
    await expect(ask(url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('start together beside a lock whose holder was killed', async () => {
    const options = await embeddedFolder();
    const killed = embeddedClient(options);
    await killed.answer;
    await killed.kill();

    const clients = [1, 2].map(() => embeddedClient(options));
    const answers = await Promise.all(clients.map((client) => client.answer));
    expect(answers.map((answer) => answer.startedByUs)).toEqual([false, false]);
    await Promise.all(clients.map((client) => client.release()));
  });
});
