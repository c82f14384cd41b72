import type { INestApplicationContext } from '@nestjs/common';
import { toJson } from '../../core/shared/to-json.js';
import { failureOutcome } from './failure-outcome.js';
import { exitCodes, type Outcome } from './outcome.js';

/** Runs one command against the app and answers it; what modules are given to build their commands with. */
export type RunCommand = (act: (app: INestApplicationContext) => Promise<Outcome>) => Promise<void>;

/** Opens the app for one command, prints the outcome, closes the app and sets the exit code. */
export function commandRunner(
  openApp: () => Promise<INestApplicationContext>,
  asJson: () => boolean,
): RunCommand {
  return async (act) => {
    const outcome = await outcomeOf(openApp, act);
    print(outcome, asJson());
    process.exitCode = outcome.refused === true ? exitCodes.refused : exitCodes.done;
  };
}

async function outcomeOf(
  openApp: () => Promise<INestApplicationContext>,
  act: (app: INestApplicationContext) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    const app = await openApp();
    try {
      return await act(app);
    } finally {
      await app.close();
    }
  } catch (error) {
    const outcome = failureOutcome(error);
    if (outcome === undefined) throw error;
    return outcome;
  }
}

function print(outcome: Outcome, asJson: boolean): void {
  if (asJson) process.stdout.write(`${toJson(outcome.json, 2)}\n`);
  const text = outcome.lines.map((line) => `${line}\n`).join('');
  if (outcome.refused === true) process.stderr.write(text);
  else if (!asJson) process.stdout.write(text);
}
