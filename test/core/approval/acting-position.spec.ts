import { actingPosition } from '../../../src/core/approval/acting-position.js';

describe('actingPosition', () => {
  it.each([
    [null, 'Sekretaris Nagari'],
    [{ position: 'Wali Nagari Sitiung', capacity: 'plh' }, 'Plh. Wali Nagari Sitiung'],
    [{ position: 'Wali Nagari Sitiung', capacity: 'an' }, 'a.n. Wali Nagari Sitiung, Sekretaris Nagari'],
  ] as const)('of %j is %s', (mandate, position) => {
    expect(actingPosition('Sekretaris Nagari', mandate)).toBe(position);
  });
});
