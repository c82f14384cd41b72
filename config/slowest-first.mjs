import TestSequencer from '@jest/test-sequencer';

// Short files of long tests: servers of their own, processes, many random histories.
const LONG_FOLDER = /[\\/]test[\\/](chaos|cli|model|platform[\\/]database[\\/]embedded)[\\/]/;
const LONG_FILE = /[\\/](concurrent-|reproducible)/;

/** Starts the longest files first, also where no earlier run has told their time: none is left over at the end. */
export default class SlowestFirst extends TestSequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isLong = ({ path, duration }) =>
      duration === undefined && (LONG_FOLDER.test(path) || LONG_FILE.test(path));
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
