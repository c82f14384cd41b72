import { addEventHandler } from 'jest-circus';
import { endFile } from './at-end-of-file.ts';
import { lateErrors } from './late-errors.mjs';

// A test may start a server of its own, on a slow disk.
const LIMIT_MS = 120_000;

// What the runner leaves out: a limit of time, assertions that were promised, and errors that nobody waited for.
addEventHandler((event, { currentDescribeBlock }) => {
  if (event.name === 'add_test') {
    endOnce(rootOf(currentDescribeBlock));
    guard(currentDescribeBlock.children.at(-1), event.timeout, withPromises);
  }
  if (event.name === 'add_hook') guard(currentDescribeBlock.hooks.at(-1), event.timeout, (act) => act());
});

function rootOf(block) {
  return block.parent === undefined ? block : rootOf(block.parent);
}

const ending = new WeakSet();

function endOnce(root) {
  if (ending.has(root)) return;
  ending.add(root);
  root.hooks.push({ type: 'afterAll', fn: endFile });
}

function guard(part, milliseconds = LIMIT_MS, around) {
  const { fn } = part;
  if (fn === undefined) return;
  if (fn.length > 0) throw new Error('a test returns a promise; it takes no callback');
  part.fn = async () => {
    try {
      await around(() => within(milliseconds, fn));
    } catch (error) {
      // What the runner shows of a failure is its stack.
      throw error instanceof Error ? error : new Error(`thrown: ${String(error)}`);
    }
    const [late] = lateErrors();
    if (late !== undefined) throw late;
  };
}

/** `expect.hasAssertions()` and `expect.assertions(n)`. */
async function withPromises(act) {
  globalThis.expect.extractExpectedAssertionsErrors();
  await act();
  const [missed] = globalThis.expect.extractExpectedAssertionsErrors();
  if (missed !== undefined) throw missed.error;
}

async function within(milliseconds, act) {
  let timer;
  const late = new Promise((_, reject) => {
    const error = new Error(`not done after ${String(milliseconds)} ms`);
    timer = setTimeout(() => reject(error), milliseconds);
  });
  try {
    return await Promise.race([act(), late]);
  } finally {
    clearTimeout(timer);
  }
}
