import { appendFileSync } from 'node:fs';

// Long enough for what is being closed, short enough that no run leaves a process behind.
const GRACE_MS = 5_000;

const noted = [];

// An error of a promise or timer nobody waits for ends a worker, or comes when the last test has passed: it fails the
// next test here, and the run in any case (global-teardown reads the file).
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (reason) => {
    const { testPath } = globalThis.expect.getState();
    const error = new Error(`an error that nobody waited for, in or after ${String(testPath)}`, {
      cause: reason,
    });
    error.stack = `${error.message}\n${String(reason?.stack ?? reason)}`;
    noted.push(error);
    appendFileSync(process.env.HONOR_TEST_LATE_ERRORS, `${error.stack}\n`);
  });
}

// When the run is over a worker ends by itself, unless a test left something open.
process.once('disconnect', () => {
  setTimeout(() => {
    process.stderr.write(`a test left open: ${process.getActiveResourcesInfo().join(', ')}\n`);
    process.exit(1);
  }, GRACE_MS).unref();
});

/** Those since the last time. */
export function lateErrors() {
  return noted.splice(0);
}
