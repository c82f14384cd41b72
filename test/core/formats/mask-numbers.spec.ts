import * as fc from 'fast-check';
import { maskNumbers } from '../../../src/core/formats/mask-numbers.js';

it.each([
  ['REK 10020210098811 TUTUP', 'REK **********8811 TUTUP'],
  ['rekening 1234-01-012345-53-9 tidak aktif', 'rekening ****-**-*****5-53-9 tidak aktif'],
  ['NIK 1310 0455 0785 0001 beda nama', 'NIK **** **** **** 0001 beda nama'],
  ['ditolak 15-07-2026 10:30', 'ditolak 15-07-2026 10:30'],
  ['RETUR 20260715', 'RETUR 20260715'],
  ['saldo Rp225.000', 'saldo Rp225.000'],
])('keeps of "%s" what it may', (text, kept) => {
  expect(maskNumbers(text)).toBe(kept);
});

it('masks a known number however short, and as it may be written', () => {
  expect(maskNumbers('rek 12345.678 tutup', ['12345678'])).toBe('rek ****5.678 tutup');
});

it('leaves no long number of any text, and is the same done twice', () => {
  const part = fc.oneof(fc.string(), fc.stringMatching(/^\d{10,20}$/));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const kept = maskNumbers(parts.join(' '));
      expect(kept).not.toMatch(/\d{10}/);
      expect(maskNumbers(kept)).toBe(kept);
    }),
  );
});
