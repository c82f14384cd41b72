import { Decimal } from 'decimal.js';
import type { FundingRule } from '../../../src/core/funding/funding-rule.js';
import { componentLine, describeComponent } from '../../../src/core/policy/describe-component.js';
import type { HonorComponent } from '../../../src/core/policy/honor-component.js';

const split: FundingRule = {
  kind: 'percentage',
  parts: [
    { source: { payer: 'nagari', label: 'DDS' }, percent: new Decimal(60) },
    { source: { payer: 'DINKES', label: 'BOK' }, percent: new Decimal('40') },
  ],
};
const common = { code: 'honor', name: 'Honor', funding: split } as const;

describe('componentLine', () => {
  it.each<[string, HonorComponent, string]>([
    [
      'a flat amount',
      { ...common, kind: 'flat-monthly', amount: 75_000n, proration: 'by-days', rounding: 'down' },
      'Honor: Rp75.000 sebulan; bulan tidak penuh: menurut hari aktif; pembulatan: ke bawah; dana: nagari/DDS 60%, DINKES/BOK 40%',
    ],
    [
      'amounts by role',
      {
        ...common,
        kind: 'by-role',
        amounts: new Map([
          ['ketua', 100_000n],
          ['kader', 75_000n],
        ]),
        proration: 'full-month',
        rounding: 'down',
      },
      'Honor: ketua Rp100.000, kader Rp75.000 sebulan; bulan tidak penuh: dibayar penuh; pembulatan: ke bawah; dana: nagari/DDS 60%, DINKES/BOK 40%',
    ],
    [
      'a rate',
      {
        ...common,
        kind: 'per-activity',
        rate: 25_000n,
        activityKinds: ['hari-buka', 'kunjungan-rumah'],
        activityCountMax: 4,
      },
      'Honor: Rp25.000 tiap hari-buka atau kunjungan-rumah, paling banyak 4 sebulan; dana: nagari/DDS 60%, DINKES/BOK 40%',
    ],
  ])('words %s', (_, component, line) => {
    expect(componentLine(describeComponent(component))).toBe(line);
  });
});
