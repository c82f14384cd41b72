import { operationNames, readsScopeOnly } from '../../../src/core/access/operations.js';

describe('readsScopeOnly', () => {
  it('holds for reading in part, and neither for what is whole nor for what changes something', () => {
    expect(readsScopeOnly('roster.read')).toBe(true);
    expect(readsScopeOnly('ledger.export')).toBe(false);
    expect(readsScopeOnly('roster.import')).toBe(false);
    expect(operationNames.filter(readsScopeOnly)).toContain('honor.explain');
  });
});
