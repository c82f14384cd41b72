import { readFile } from 'node:fs/promises';
import { DomainError } from '../../../src/core/shared/domain-error.js';
import { Refusals } from '../../../src/core/shared/refusals.js';
import { failureOutcome } from '../../../src/platform/command-line/failure-outcome.js';

describe('failureOutcome', () => {
  it('tells every refusal, code first', () => {
    const problems = ['ani', 'budi'].map(
      (username) => new DomainError('missing', 'user.unknown', { username }),
    );
    const outcome = failureOutcome(new Refusals(problems));
    expect(outcome).toMatchObject({ refused: true, json: { refused: [{ facts: { username: 'ani' } }, {}] } });
    expect(outcome?.lines.map((line) => line.slice(0, 28))).toEqual([
      'user.unknown: Pengguna ani t',
      'user.unknown: Pengguna budi ',
    ]);
  });

  it.each([
    new Error('Connection terminated unexpectedly'),
    Object.assign(new Error('terminating connection'), { code: '57P01' }),
    Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' }),
  ])('takes a lost database for no fault of ours: %s', (error) => {
    expect(failureOutcome(error)?.lines).toEqual([expect.stringMatching(/^database\.connection-lost: /)]);
  });

  it.each(['/tidak/ada.csv', import.meta.dirname])(
    'takes a file that is not one for no fault of ours: %s',
    async (path) => {
      const error: unknown = await readFile(path).catch((problem: unknown) => problem);
      expect(failureOutcome(error)?.lines).toEqual([expect.stringMatching(/^sheet\.file-missing: /)]);
    },
  );

  it.each([
    new TypeError('x is not a function'),
    Object.assign(new Error('spawn initdb ENOENT'), { code: 'ENOENT', syscall: 'spawn initdb' }),
    Object.assign(new Error('duplicate key'), { code: '23505' }),
    undefined,
  ])('leaves a fault of ours alone: %s', (error) => {
    expect(failureOutcome(error)).toBeUndefined();
  });
});
