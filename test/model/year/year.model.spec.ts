/**
 * A year of three hundred kader: who joins, leaves, moves and rises, decrees that look back, sheets that come late,
 * tranches withheld, transfers returned, honor paid too much and brought back. The real services live through it,
 * and after every month what everybody is entitled to is what a naive oracle says, and
 *
 *   entitled = paid + owed − overpaid, for each kader and source, as the ledger says.
 *
 * A failure prints its seed and what was being done. More years, or once more the one that was printed:
 *
 *   HONOR_YEAR_SEED=7 HONOR_YEAR_RUNS=10 npm run jest -- test/model/year
 */
import { openApp } from '../../../src/open-app.js';
import { SteppedClock } from '../../../src/platform/clock.js';
import { readConfiguration } from '../../../src/platform/configuration.js';
import { databaseEnvironment, testDatabaseUrl } from '../../support/database.js';
import { planYear } from './plan-year.js';
import { runYear } from './run-year.js';

const SEED = numberFrom('HONOR_YEAR_SEED', 2026);
const RUNS = numberFrom('HONOR_YEAR_RUNS', 1);
const TIME_LIMIT = 900_000;

const years = [];
for (let index = 0; index < RUNS; index += 1)
  years.push({ seed: SEED + index, url: await testDatabaseUrl() });

it.each(years)(
  'the year $seed balances after every month',
  async ({ seed, url }) => {
    const clock = new SteppedClock(new Date('2026-01-02T03:00:00Z'));
    const configuration = readConfiguration(databaseEnvironment(url));
    const app = await openApp({ configuration, database: { name: 'honor', fresh: false }, clock });
    try {
      const tally = await runYear(planYear(seed), { app, clock, url });
      expect(tally.paid).toBeGreaterThan(10);
      expect(tally.recoveries).toBeGreaterThan(0);
    } finally {
      await app.close();
    }
  },
  TIME_LIMIT,
);

it('the same seed plans the same year, another seed another', () => {
  expect(planYear(SEED)).toEqual(planYear(SEED));
  expect(planYear(SEED)).not.toEqual(planYear(SEED + 1));
});

function numberFrom(name: string, otherwise: number): number {
  const text = process.env[name] ?? '';
  if (text === '') return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} is not a whole number: ${text}`);
  return Number(text);
}
