import { openApp } from './open-app.js';
import { SystemClock } from './platform/clock.js';
import { readConfiguration } from './platform/configuration.js';
import { runProgram } from './program.js';

/** The command line: the same services as everything else, one command a process. */
process.exitCode = await runProgram(process.argv.slice(2), {
  clock: new SystemClock(),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  withApp: async (wish, act) => {
    const app = await openApp({ configuration: readConfiguration(), ...wish });
    try {
      return await act(app);
    } finally {
      await app.close();
    }
  },
});
