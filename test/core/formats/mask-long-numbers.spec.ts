import { createHash } from 'node:crypto';
import { maskLongNumbers } from '../../../src/core/formats/mask-long-numbers.js';

it.each([
  ['value "1310044501850001" is out of range', 'value "************0001" is out of range'],
  ['rekening10020210098811', 'rekening**********8811'],
  ['1310044501850001,10020210098811', '************0001,**********8811'],
])('masks in "%s" what may be a number of a person', (text, shown) => {
  expect(maskLongNumbers(text)).toBe(shown);
});

it.each([
  '13.10.04.2001.001',
  '0001/SPP-HONOR/13.10.04.2001/2026',
  'Rp295.875.000',
  '2026-10-05T03:00:00.000Z',
  createHash('sha256').update('1').digest('hex'),
  '6'.repeat(64),
])('leaves %s', (text) => {
  expect(maskLongNumbers(text)).toBe(text);
});
