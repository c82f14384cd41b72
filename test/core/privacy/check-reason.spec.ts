import { checkReason } from '../../../src/core/privacy/check-reason.js';
import { DomainError } from '../../../src/core/shared/domain-error.js';

it.each(['', '   ', '....', 'perlu', '1310044101800001 1310044101800001'])('refuses "%s"', (reason) => {
  expect(() => checkReason(reason)).toThrow(DomainError);
});

it('keeps what was said, without the number of a person', () => {
  expect(checkReason('  Diminta bank,\nNIK 1310044101800001 ')).toBe('Diminta bank, NIK ************0001');
});
