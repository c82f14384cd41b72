import fc from 'fast-check';
import { makeFieldKeys, parseFieldKeys } from '../../../src/platform/secrets/field-keys.js';
import { FieldVault } from '../../../src/platform/secrets/field-vault.js';
import { refusalCodes } from '../../support/refusal.js';

const made = makeFieldKeys();
const vault = new FieldVault(parseFieldKeys(made.fields, made.index));
const NIK = 'kader.nik';

describe('FieldVault', () => {
  it('opens what it sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(vault.open(NIK, vault.seal(NIK, text))).toBe(text);
      }),
    );
  });

  it('seals the same text differently each time, and never as text', () => {
    const [one, other] = [vault.seal(NIK, '1310044107850001'), vault.seal(NIK, '1310044107850001')];
    expect(one.equals(other)).toBe(false);
    expect(one.toString('latin1')).not.toContain('1310044107850001');
  });

  it('opens no value with any bit changed, nor a part of one', async () => {
    const sealed = vault.seal(NIK, '1310044107850001');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const [code] = await refusalCodes(() => vault.open(NIK, changed));
      expect(['vault.unreadable', 'vault.key-unknown']).toContain(code);
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(await refusalCodes(() => vault.open(NIK, sealed.subarray(0, length)))).toHaveLength(1);
    }
  });

  it('opens no value that was moved to another column', async () => {
    const sealed = vault.seal('bank_account.account_number', '1234567890');
    expect(await refusalCodes(() => vault.open(NIK, sealed))).toEqual(['vault.unreadable']);
  });

  it('opens values of an earlier key, names it, and seals with the first', () => {
    const next = makeFieldKeys();
    const rotated = new FieldVault(parseFieldKeys(`${next.fields},${made.fields}`, made.index));
    const old = vault.seal(NIK, 'lama');
    expect(rotated.open(NIK, old)).toBe('lama');
    expect(rotated.keyIdOf(NIK, old)).toBe(vault.currentKeyId);
    expect(rotated.keyIdOf(NIK, rotated.seal(NIK, 'baru'))).toBe(rotated.currentKeyId);
    expect(rotated.currentKeyId).toBe(next.fields.split(':')[0]);
  });

  it('names the key that it does not have', async () => {
    const other = makeFieldKeys();
    const stranger = new FieldVault(parseFieldKeys(other.fields, other.index));
    expect(await refusalCodes(() => stranger.open(NIK, vault.seal(NIK, 'x')))).toEqual(['vault.key-unknown']);
  });

  it('digests the same text of the same column alike, under the index key alone', () => {
    const digest = vault.digest(NIK, '1310044107850001');
    expect(digest).toHaveLength(32);
    expect(vault.digest(NIK, '1310044107850001')).toEqual(digest);
    expect(vault.digest('bank_account.account_number', '1310044107850001')).not.toEqual(digest);
    const rotated = new FieldVault(parseFieldKeys(makeFieldKeys().fields, made.index));
    expect(rotated.digest(NIK, '1310044107850001')).toEqual(digest);
    const other = new FieldVault(parseFieldKeys(made.fields, makeFieldKeys().index));
    expect(other.digest(NIK, '1310044107850001')).not.toEqual(digest);
  });
});
