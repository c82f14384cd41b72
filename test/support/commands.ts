import type { INestApplicationContext } from '@nestjs/common';
import type { Clock } from '../../src/platform/clock.js';
import { runProgram, type Surroundings } from '../../src/program.js';
import type { EndedCommand } from './command-line.js';

/** Runs one command of the command line to its end and gives what a process would have left behind. */
export type RunHonor = (...words: readonly string[]) => Promise<EndedCommand>;

/**
 * The command line in this process, on the open app of the spec and at its clock: the same parsing, wording,
 * channels and exit codes as `honor` without the second that a process needs to start. What starts or ends a
 * process is tested with `startCommand` instead.
 */
export function honorOn({ app, clock }: { app: INestApplicationContext; clock: Clock }): RunHonor {
  return honorIn({
    clock,
    withApp: (wish, act) => {
      if (wish.clock !== clock)
        throw new Error('This command opens an app of its own: start a process for it.');
      return act(app);
    },
  });
}

/** The command line in this process, with the app that the test gives. */
export function honorIn(given: Pick<Surroundings, 'clock' | 'withApp'>): RunHonor {
  return async (...words) => {
    const output = { stdout: '', stderr: '' };
    const status = await runProgram(words, {
      ...given,
      stdout: (text) => (output.stdout += text),
      stderr: (text) => (output.stderr += text),
    });
    return { status, ...output };
  };
}
