import { Command, CommanderError } from 'commander';
import { toJson } from '../../src/core/shared/to-json.js';
import { registerCalculateBench } from './calculate/calculate-bench.js';
import { registerLedgerBench } from './ledger/ledger-bench.js';
import { registerListsBench } from './lists/lists-bench.js';

/** What a bench found: one JSON document, and whether every limit it checks was met. */
export interface Measured {
  readonly met: Readonly<Record<string, boolean>>;
}

/** Runs one bench, prints one line of JSON, and ends with 0 (limits met), 1 (not met) or 2 (misuse). */
export type RunBench = (measure: () => Promise<Measured>) => Promise<void>;

/** One bench a noun. */
const registrations = [registerLedgerBench, registerCalculateBench, registerListsBench];

async function main(words: readonly string[]): Promise<void> {
  const program = new Command('bench').description('measures what the project promises').exitOverride();
  for (const register of registrations) register(program, run).exitOverride();
  await program.parseAsync([...words], { from: 'user' });
}

const run: RunBench = async (measure) => {
  const measured = await measure();
  process.stdout.write(`${toJson(measured)}\n`);
  process.exitCode = Object.values(measured.met).every(Boolean) ? 0 : 1;
};

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 3;
});
