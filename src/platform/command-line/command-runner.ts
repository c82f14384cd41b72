import type { INestApplicationContext } from '@nestjs/common';
import { toJson } from '../../core/shared/to-json.js';
import { failureOutcome } from './failure-outcome.js';
import { exitCodes, type Outcome } from './outcome.js';
import { terminalText } from './terminal-text.js';

/** Runs one command against the app and answers it; what modules are given to build their commands with. */
export type RunCommand = (act: ActOnApp) => Promise<void>;

/** What a command does with the app. */
export type ActOnApp = (app: INestApplicationContext) => Promise<Outcome>;

/** Where a command answers; for one that runs as a process, the channels and the exit code of the process. */
export interface Answers {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly exitCode: (code: number) => void;
}

/**
 * Lets each command act, prints its outcome and says its exit code.
 *
 * @param withApp gives the app to the act, for as long as it acts
 */
export function commandRunner(
  withApp: (act: ActOnApp) => Promise<Outcome>,
  asJson: () => boolean,
  answers: Answers,
): RunCommand {
  return async (act) => {
    const outcome = await outcomeOf(() => withApp(act));
    print(outcome, asJson(), answers);
    answers.exitCode(outcome.refused === true ? exitCodes.refused : exitCodes.done);
  };
}

async function outcomeOf(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    const outcome = failureOutcome(error);
    if (outcome === undefined) throw error;
    return outcome;
  }
}

function print(outcome: Outcome, asJson: boolean, { stdout, stderr }: Answers): void {
  if (asJson) stdout(`${terminalText(toJson(outcome.json, 2))}\n`);
  const text = terminalText(outcome.lines.map((line) => `${line}\n`).join(''));
  if (outcome.refused === true) stderr(text);
  else if (!asJson) stdout(text);
}
