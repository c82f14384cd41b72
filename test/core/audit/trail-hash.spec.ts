import { createHash } from 'node:crypto';
import {
  actHash,
  auditGenesis,
  changesHash,
  contentHash,
  RowsHasher,
} from '../../../src/core/audit/trail-hash.js';
import { sha256 } from '../../../src/platform/sha256.js';

const hashOf = (...parts: readonly (string | Buffer)[]) =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))))
    .digest();
const bytes = (hex: string) => Buffer.from(hex, 'hex');

// By the README of src/core/audit.
const salt = bytes('000102030405060708090a0b0c0d0e0f');
const CONTENT = hashOf(salt, '{"after": {}}');
const ROWS = hashOf(bytes('1201'), bytes('00000001'), hashOf('kader:12'), bytes('0000000c'), CONTENT);
const CHANGES = hashOf(
  ...[
    bytes('1101'),
    bytes('00000009'),
    hashOf('kader'),
    hashOf('insert'),
    bytes('00000001'),
    bytes('00'),
    ROWS,
  ],
);
const texts = ['person', 'ani', 'honor_app', '10.0.0.7', 'Firefox', 'roster.import', ''];
const ACT = hashOf(
  ...[bytes('1001'), hashOf('honor-kader audit genesis v1'), bytes('0000000000000001'), bytes('00000003')],
  ...[bytes('00000000000f4240'), ...texts.map((text) => hashOf(text)), bytes('00000001'), CHANGES],
);

describe('the hash of an act', () => {
  it('is over the bytes that the README lays out', () => {
    const content = contentHash(salt, '{"after": {}}', sha256);
    const rows = new RowsHasher(sha256);
    rows.add({ number: 1, object: 'kader:12', kaderId: 12, salt, content: '', contentHash: content });
    const change = {
      id: 9,
      table: 'kader',
      action: 'insert',
      rowCount: 1,
      isCounted: false,
      rowsHash: rows.hash(),
    };
    const [kind = '', actor = '', login = '', address = '', agent = '', operation = '', reason = ''] = texts;
    const act = {
      ...{ id: 3, atMicroseconds: 1_000_000n, kind, actor, login, address, agent, operation, reason },
      changeCount: 1,
      changesHash: changesHash([change], sha256),
      position: 1n,
      previousHash: auditGenesis(sha256),
    };
    expect(Buffer.from(actHash({ ...act, reasonHash: null }, sha256)).toString('hex')).toBe(
      ACT.toString('hex'),
    );
    const reasonHash = sha256(Buffer.from(reason));
    const forgotten = actHash({ ...act, reason: '', reasonHash }, sha256);
    expect(Buffer.from(forgotten).toString('hex')).toBe(ACT.toString('hex'));
  });

  it('is none without a time', () => {
    const nothing = { kind: '', actor: '', login: '', address: '', agent: '', operation: '', reason: '' };
    const chain = { changeCount: 0, changesHash: salt, position: 1n, previousHash: salt, reasonHash: null };
    expect(() => actHash({ id: 1, atMicroseconds: null, ...nothing, ...chain }, sha256)).toThrow(RangeError);
  });
});
