import {
  failureOf,
  oldServerLingers,
  portIsTaken,
} from '../../../../src/platform/database/embedded/failure.js';

describe('failureOf', () => {
  it.each([
    ['initdb: error: could not write file "/d/base/1/1255": No space left on device', 'database.disk-full'],
    [
      'FATAL:  could not create lock file "postmaster.pid": Permission denied',
      'database.folder-not-writable',
    ],
    ['FATAL:  could not load something unheard of', 'database.start-failed'],
    [
      'FATAL:  database files are incompatible with server\nDETAIL:  The data directory was initialized by PostgreSQL version 15, which is not compatible with this version 18.4.',
      'database.other-version',
    ],
  ])('%s', (text, code) => {
    expect(failureOf(text, '/data', 1000)).toMatchObject({ kind: 'unavailable', code });
  });
});

it('tells what passes by itself from what does not', () => {
  const lingering = 'FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use';
  const taken = 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use';
  expect([oldServerLingers(lingering), oldServerLingers(taken)]).toEqual([true, false]);
  expect([portIsTaken(lingering), portIsTaken(taken)]).toEqual([false, true]);
});
