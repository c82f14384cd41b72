/**
 * A small ledger in memory and the real one do the same random operations; after each of them the books must be
 * the same, and sound. A failure prints its seed, its path and the shortest list of operations found. To run longer,
 * elsewhere, or one failure again:
 *
 *   HONOR_MODEL_RUNS=40 HONOR_MODEL_OPERATIONS=120 HONOR_MODEL_SEED=7 HONOR_MODEL_PATH=0:3 npm run jest -- test/model
 *
 * Operations are per run and on average; every run starts with empty books.
 */
import fc from 'fast-check';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { BudgetProofService } from '../../../src/modules/funding-sources/budget-proof.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { testApp } from '../../support/app.js';
import { anOffice } from '../../support/nagari.js';
import { expectedBooks, realBooks, unsoundness } from './books.js';
import type { Command } from './commands.js';
import { addSources, emptyBooks } from './fresh-books.js';
import { ModelLedger } from './model-ledger.js';
import { planWish, releaseAll } from './plan-wish.js';
import { RealLedger } from './real-ledger.js';
import { anyWish, type Wish } from './wishes.js';

const SEED = numberFrom('HONOR_MODEL_SEED', 20_261_005);
const RUNS = numberFrom('HONOR_MODEL_RUNS', 8);
const OPERATIONS = numberFrom('HONOR_MODEL_OPERATIONS', 60);
const PATH = process.env.HONOR_MODEL_PATH ?? '';
// When shrinking takes longer, the shortest list so far is what is printed.
const TIME_LIMIT = 90_000 + RUNS * OPERATIONS * 200;

const { app, url } = await testApp();
const database = app.get(DataSource);
const office = await anOffice(app);
const sources = await addSources(app, office);

it(
  'the ledger does what the model does, operation by operation',
  async () => {
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    expect.hasAssertions();
    const operations = fc.array(anyWish, { minLength: 1, maxLength: 2 * OPERATIONS - 1, size: 'max' });
    try {
      await fc.assert(
        fc.asyncProperty(operations, (wishes) => runBoth(owner, wishes)),
        {
          seed: SEED,
          numRuns: RUNS,
          path: PATH,
          unbiased: true,
          interruptAfterTimeLimit: TIME_LIMIT,
          markInterruptAsFailure: true,
        },
      );
    } finally {
      await owner.end();
    }
  },
  TIME_LIMIT + 60_000,
);

async function runBoth(owner: pg.Client, wishes: readonly Wish[]): Promise<void> {
  await emptyBooks(owner);
  const model = new ModelLedger(sources, plainDate('2026-10-05'));
  const real = new RealLedger(app, office, sources, owner);
  const places = new Map<string, string>();
  for (const [turn, wish] of wishes.entries()) {
    const command = planWish(wish, model, turn);
    if (command !== undefined) await doBoth({ model, real, places }, command);
  }
  await doBoth({ model, real, places }, releaseAll(model));
  expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true, problems: [] });
  expect(await app.get(BudgetProofService).prove()).toMatchObject({ proven: true, problems: [] });
}

interface Both {
  readonly model: ModelLedger;
  readonly real: RealLedger;
  /** The batch that first answered each key. */
  readonly places: Map<string, string>;
}

async function doBoth({ model, real, places }: Both, command: Command): Promise<void> {
  const { result, key } = model.apply(command);
  const outcome = await real.apply(command);
  expect({ command, result: outcome.result }).toEqual({ command, result });
  if (key !== undefined && outcome.place !== undefined) {
    expect(outcome.place).toBe(places.get(key) ?? outcome.place);
    places.set(key, outcome.place);
  }
  const books = await realBooks(
    database,
    sources.map(({ id }) => id),
  );
  expect(books).toEqual(expectedBooks(model));
  expect(await unsoundness(database, books)).toEqual([]);
}

function numberFrom(name: string, otherwise: number): number {
  const text = process.env[name] ?? '';
  if (text === '') return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} is not a whole number: ${text}`);
  return Number(text);
}
