/**
 * A small ledger in memory and the real one do the same random operations; after each of them the books must be
 * the same, and sound. A failure prints its seed and the shortest list of operations that was found to fail. With
 * other numbers, for longer, or once more with the seed that was printed:
 *
 *   HONOR_MODEL_SEED=7 HONOR_MODEL_RUNS=40 HONOR_MODEL_OPERATIONS=120 npm run jest -- test/model
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
const RUNS = numberFrom('HONOR_MODEL_RUNS', 10);
const OPERATIONS = numberFrom('HONOR_MODEL_OPERATIONS', 60);
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
    const operations = fc.commands([anyWish.map((wish) => new Operation(wish))], {
      maxCommands: 2 * OPERATIONS,
      size: 'max',
    });
    try {
      await fc.assert(
        fc.asyncProperty(operations, (commands) => runBoth(owner, commands)),
        {
          seed: SEED,
          numRuns: RUNS,
          plugins: [fc.unbiased(), fc.interruptAfterTimeLimit(TIME_LIMIT, { failOnInterrupt: true })],
        },
      );
    } finally {
      await owner.end();
    }
  },
  TIME_LIMIT + 60_000,
);

/** One random operation; how it is printed is how it is told. */
class Operation implements fc.AsyncCommand<ModelLedger, RealLedger> {
  constructor(private readonly wish: Wish) {}

  check(): boolean {
    return true;
  }

  async run(model: ModelLedger, real: RealLedger): Promise<void> {
    const command = planWish(this.wish, model, real.nextTurn());
    if (command !== undefined) await doBoth(model, real, command);
  }

  toString(): string {
    return `\n${JSON.stringify(this.wish)}`;
  }
}

async function runBoth(
  owner: pg.Client,
  operations: Iterable<fc.AsyncCommand<ModelLedger, RealLedger>>,
): Promise<void> {
  await emptyBooks(owner);
  const model = new ModelLedger(sources, plainDate('2026-10-05'));
  const real = new RealLedger(app, office, sources, owner);
  await fc.asyncModelRun(() => ({ model, real }), operations);
  await doBoth(model, real, releaseAll(model));
  expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true, problems: [] });
  expect(await app.get(BudgetProofService).prove()).toMatchObject({ proven: true, problems: [] });
}

async function doBoth(model: ModelLedger, real: RealLedger, command: Command): Promise<void> {
  const expected = model.apply(command);
  const outcome = await real.apply(command);
  expect({ command, result: outcome.result }).toEqual({ command, result: expected.result });
  real.expectSameAnswer(expected.key, outcome.place);
  const books = await realBooks(
    database,
    sources.map(({ id }) => id),
  );
  expect({ command, books }).toEqual({ command, books: expectedBooks(model) });
  expect({ command, unsound: await unsoundness(database, books) }).toEqual({ command, unsound: [] });
}

function numberFrom(name: string, otherwise: number): number {
  const text = process.env[name] ?? '';
  if (text === '') return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} is not a whole number: ${text}`);
  return Number(text);
}
