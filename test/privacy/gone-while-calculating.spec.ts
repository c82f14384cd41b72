import type pg from 'pg';
import { serviceMonth } from '../../src/core/shared/service-month.js';
import { EntitlementsService } from '../../src/modules/entitlements/entitlements.service.js';
import { testApp } from '../support/app.js';
import { whileCalculatingIsHeldUp } from '../support/held-up.js';
import { SIGUNTUR } from '../support/nagari.js';
import { aNagariSheLeft, bankAnswers, LATER, pseudonymise } from '../support/one-is-gone.js';
import { ask } from '../support/session.js';
import { untilSomebodyWaitsFor } from '../support/waiting.js';

const { app, clock, url } = await testApp();
const { office, july } = await aNagariSheLeft(app, clock);
await bankAnswers(app, url, office, july);
clock.moveTo(LATER);

/** A calculation waits for the holder, and another for the calculation; or this one has ended. */
async function untilItWaitsOrEnds(holder: pg.Client, going: Promise<unknown>): Promise<void> {
  const state = { hasEnded: false };
  void going.finally(() => (state.hasEnded = true));
  for (let waiting = 0; waiting < 2 && !state.hasEnded;) {
    const { rows } = await holder.query<{ count: number }>(
      `select count(*)::int as count from pg_locks join pg_stat_activity using (pid)
       where not granted and datname = current_database()`,
    );
    waiting = rows[0]?.count ?? 0;
  }
}

it('nobody goes between the moment a calculation reads her and the moment it writes', async () => {
  await whileCalculatingIsHeldUp(url, async (holder) => {
    const months = [serviceMonth('2026-06')];
    const calculating = app
      .get(EntitlementsService)
      .calculate({ regionCode: SIGUNTUR, months, by: office.operator });
    await untilSomebodyWaitsFor(holder);
    const going = pseudonymise(app, clock);
    await untilItWaitsOrEnds(holder, going);
    await holder.query('commit');
    expect(await calculating).toMatchObject({ changedLines: 3, exclusions: [] });
    expect(await going).toContain('0 kader dihapus nama dan nomornya.\n1 kader tetap: ada yang berubah');
  });
  expect(await ask(url, 'select count(*)::int from pseudonymisation')).toEqual([0]);
});
