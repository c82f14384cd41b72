import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { addMembers, makeAdministrator, setUpSecondFactor, signIn } from '../../support/identity.js';

const office = await testApp();
const { app, clock } = office;
const honor = honorOn(office);

const answerOf = async (...words: readonly string[]): Promise<unknown> => {
  const { status, stdout, stderr } = await honor('--json', ...words);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as unknown;
};

describe('the commands of identity', () => {
  it('make the first link, and none once somebody can sign in', async () => {
    const { status, stdout } = await honor('identity', 'first-link');
    expect(status).toBe(0);
    expect(stdout).toMatch(/administrator pertama.*\n[\w-]{43}\n$/);
    await addMembers(app, 'rina', 'ani');
    expect(await honor('identity', 'first-link')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('identity.first-link-not-needed') as string,
    });
  });

  it('invite, show sessions and end them', async () => {
    expect(await answerOf('identity', 'invite', 'ani', '--by', 'rina')).toMatchObject({
      purpose: 'reset',
      username: 'ani',
      token: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
    const { session } = await signIn(app, 'ani');
    await signIn(app, 'ani');
    expect(await answerOf('identity', 'sessions', 'ani')).toHaveLength(2);
    const one = ['--session', String(session.id), '--by', 'rina'];
    expect(await answerOf('identity', 'revoke', 'ani', ...one)).toEqual({ username: 'ani', ended: 1 });
    expect((await honor('identity', 'sessions', 'ani')).stdout).toContain('tanpa autentikator');
    expect(await answerOf('identity', 'revoke', 'ani', '--by', 'rina')).toEqual({
      username: 'ani',
      ended: 1,
    });
  });

  it('deactivate, activate, and take a lost authenticator away', async () => {
    await setUpSecondFactor(app, await signIn(app, 'ani'), clock);
    const because = ['--by', 'rina', '--reason', 'ponsel hilang'];
    expect(await answerOf('identity', 'totp', 'reset', 'ani', ...because)).toEqual({ username: 'ani' });
    expect((await honor('identity', 'totp', 'reset', 'ani', ...because)).status).toBe(1);
    expect(await answerOf('identity', 'deactivate', 'ani', ...because)).toEqual({
      username: 'ani',
      isActive: false,
    });
    const acting = await honor('identity', 'invite', 'rina', '--by', 'ani');
    expect(acting).toMatchObject({ status: 1, stderr: expect.stringContaining('user.inactive') as string });
    expect(await answerOf('identity', 'activate', 'ani', ...because)).toEqual({
      username: 'ani',
      isActive: true,
    });
    expect((await honor('identity', 'deactivate', 'ani', '--by', 'rina')).status).toBe(2);
  });
});

describe('the commands of tokens', () => {
  it('make a token that is shown once, list it and revoke it', async () => {
    await makeAdministrator(app, 'ani', 'rina');
    const wish = [
      '--name',
      'mesin',
      '--operations',
      'user.read,retention.read',
      '--days',
      '30',
      '--by',
      'ani',
    ];
    const { status, stdout } = await honor('token', 'create', 'ani', ...wish);
    expect(status).toBe(0);
    expect(stdout).toMatch(/mesin \(retention\.read, user\.read\).*\nhk_[\w-]{51}\n$/);
    const listed = (await answerOf('token', 'list', 'ani')) as { id: number }[];
    expect(listed).toMatchObject([{ name: 'mesin' }]);
    const number = String(listed[0]?.id);
    expect(await answerOf('token', 'revoke', 'ani', number, '--by', 'ani')).toMatchObject({
      username: 'ani',
    });
    expect(await answerOf('token', 'list', 'ani')).toEqual([]);
    expect((await honor('token', 'revoke', 'ani', 'x', '--by', 'ani')).status).toBe(2);
  });
});
