import { assertCancellable, jobStateNames } from '../../../src/core/job/job-state.js';

describe('a job', () => {
  it('can be called off until it is begun, and not after', () => {
    const open = jobStateNames.filter((state) => {
      try {
        assertCancellable(1, state);
        return true;
      } catch {
        return false;
      }
    });
    expect(open).toEqual(['queued']);
  });
});
