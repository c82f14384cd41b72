import fc from 'fast-check';
import {
  formatRecoveryCode,
  readRecoveryCode,
  RECOVERY_CODE_BYTES,
} from '../../../src/core/identity/recovery-code.js';

const bytes = fc.uint8Array({ minLength: RECOVERY_CODE_BYTES, maxLength: RECOVERY_CODE_BYTES });

describe('a recovery code', () => {
  it('is written in four groups that tell other bytes apart', () => {
    expect(formatRecoveryCode(new Uint8Array(10))).toBe('0000-0000-0000-0000');
    expect(formatRecoveryCode(new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const same = Buffer.from(one).equals(Buffer.from(other));
        expect(formatRecoveryCode(one) === formatRecoveryCode(other)).toBe(same);
      }),
    );
  });

  it('is read as people type it: small letters, spaces, O for 0 and I or L for 1', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = formatRecoveryCode(random);
        const typed = code.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l').replace(/-/g, ' ');
        expect(readRecoveryCode(typed)).toBe(code.replace(/-/g, ''));
      }),
    );
  });

  it.each(['', '123456', '0000-0000-0000-000', '0000-0000-0000-000U', '0000-0000-0000-00000'])(
    'is not "%s"',
    (typed) => {
      expect(readRecoveryCode(typed)).toBeUndefined();
    },
  );
});
