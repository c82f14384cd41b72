import { addEventHandler } from 'jest-circus';

// A test may start a server of its own, on a slow disk.
const LIMIT_MS = 120_000;

// The runner lets a test run for ever; a test that waits for what never comes must fail instead.
addEventHandler((event, { currentDescribeBlock }) => {
  if (event.name === 'add_test') limit(currentDescribeBlock.children.at(-1), event.timeout);
  if (event.name === 'add_hook') limit(currentDescribeBlock.hooks.at(-1), event.timeout);
});

function limit(part, milliseconds = LIMIT_MS) {
  const { fn } = part;
  if (fn === undefined) return;
  if (fn.length > 0) throw new Error('a test returns a promise; it takes no callback');
  part.fn = async () => {
    let timer;
    const late = new Promise((_, reject) => {
      const error = new Error(`not done after ${String(milliseconds)} ms`);
      timer = setTimeout(() => reject(error), milliseconds);
    });
    try {
      return await Promise.race([fn(), late]);
    } catch (error) {
      // What the runner shows of a failure is its stack.
      throw error instanceof Error ? error : new Error(`thrown: ${String(error)}`);
    } finally {
      clearTimeout(timer);
    }
  };
}
