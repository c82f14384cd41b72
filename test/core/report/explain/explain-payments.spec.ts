import { explainPayments } from '../../../../src/core/report/explain/explain-payments.js';
import { serviceMonth } from '../../../../src/core/shared/service-month.js';
import { readExplainCase } from '../../../support/explain-case.js';

it('names what is taken off with its decree, and a premium that somebody else bears', () => {
  const [payment] = readExplainCase('test/golden/explain/lunas').payments;
  const policy = { policy: 'pph versi 1', legalBasis: 'PMK 168/2023', borneBy: null, month: null };
  const premium = {
    kind: 'bpjs',
    month: serviceMonth('2026-07'),
    amount: 16_800n,
    borneBy: 'Siguntur',
  } as const;
  const deducted = [{ ...policy, kind: 'pph21', amount: 1_875n } as const, { ...policy, ...premium }];
  const told = payment === undefined ? [] : explainPayments([{ ...payment, net: 73_125n, deducted }]);
  expect(told[0]).toMatchObject({
    deductions: 1_875n,
    deducted: [
      { text: 'PPh 21, kebijakan pph versi 1, dasar hukum PMK 168/2023', amount: 1_875n },
      {
        text: 'Iuran BPJS Ketenagakerjaan Juli 2026, kebijakan pph versi 1, dasar hukum PMK 168/2023; ditanggung Siguntur, tidak memotong honor',
        amount: 16_800n,
      },
    ],
  });
});
