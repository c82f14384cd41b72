import { LinksService } from '../../../src/modules/identity/links.service.js';
import { testApp } from '../../support/app.js';
import { actorOf, addMembers, minutesLater, signIn } from '../../support/identity.js';
import { ask } from '../../support/session.js';

const { app, clock, url } = await testApp();
await addMembers(app, 'rina', 'ani');
const count = (table: string) => ask(url, `select count(*)::int from ${table}`);
const days = (number: number) => minutesLater(clock.now(), number * 24 * 60);

describe('what has ended long ago', () => {
  it('is deleted when somebody signs in, and what happened stays recorded', async () => {
    await signIn(app, 'ani');
    await signIn(app, 'ani');
    await app.get(LinksService).invite((await actorOf(app, 'ani')).userId, await actorOf(app, 'rina'));
    const events = await count('identity_event');
    clock.moveTo(days(29));
    await signIn(app, 'rina');
    expect(await count('user_session')).toEqual([3]);
    expect(await count('one_time_link')).toEqual([3]);
    clock.moveTo(days(9));
    await signIn(app, 'rina');
    expect(await count('user_session')).toEqual([2]);
    expect(await count('one_time_link')).toEqual([0]);
    expect(Number((await count('identity_event'))[0])).toBe(Number(events[0]) + 2);
  });

  it('is deleted a bounded number at a time', async () => {
    await ask(
      url,
      `insert into user_session (user_id, token_digest, method, has_second_factor, signed_in_at, confirmed_at,
         last_seen_at, expires_at, address, agent)
       select 1, sha256(n::text::bytea), 'password', false, at, at, at, at + interval '1 hour', 'x', 'x'
       from generate_series(1, 1200) n, (values (timestamptz '2026-01-01')) as past(at)`,
    );
    await signIn(app, 'rina');
    expect(await count("user_session where expires_at < '2026-02-01'")).toEqual([700]);
    await signIn(app, 'rina');
    await signIn(app, 'rina');
    expect(await count("user_session where expires_at < '2026-02-01'")).toEqual([0]);
  });
});
