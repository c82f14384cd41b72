import { holdsRoleFor } from '../../../src/core/access/counts-for.js';
import { operationNames, operations, readsScopeOnly } from '../../../src/core/access/operations.js';
import type { Role } from '../../../src/core/access/role.js';

describe('readsScopeOnly', () => {
  it('holds for reading in part, and neither for what is whole nor for what changes something', () => {
    expect(readsScopeOnly('roster.read')).toBe(true);
    expect(readsScopeOnly('ledger.export')).toBe(false);
    expect(readsScopeOnly('roster.import')).toBe(false);
    expect(operationNames.filter(readsScopeOnly)).toContain('honor.explain');
  });
});

describe('the table', () => {
  const actsOf = (role: Role) =>
    operationNames.filter((name) => operations[name].kind === 'act' && holdsRoleFor(role, name));

  it('gives the auditor and the kader nothing that changes anything', () => {
    expect(actsOf('auditor')).toEqual([]);
    expect(actsOf('kader')).toEqual([]);
  });

  // Whoever watches over many nagari must not be one of those whose work is watched.
  it('gives Pokjanal rules, posyandu, the recorded activity and the signature of a band, and no money', () => {
    expect(actsOf('pokjanal')).toEqual([
      'posyandu.import',
      'activity.verify',
      'policy.import',
      'request.countersign',
      'approval.import',
    ]);
  });
});
