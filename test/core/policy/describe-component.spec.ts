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

const whole = { proration: 'from-next-month', rounding: 'down' } as const;
const rest = 'pembulatan: ke bawah; dana: nagari/DDS 60%, DINKES/BOK 40%';
const attendance = {
  ...common,
  kind: 'attendance-threshold',
  amount: 75_000n,
  activityKinds: ['hari-buka'],
  rounding: 'down',
} as const;

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
    [
      'amounts by tier, and none without one',
      { ...common, kind: 'by-tier', amounts: new Map([['purwa', 75_000n]]), withoutTier: null, ...whole },
      `Honor: purwa Rp75.000 sebulan; tanpa tingkatan belum dibayar; bulan tidak penuh: penuh, tetapi bulan mulai bertugas belum dibayar; ${rest}`,
    ],
    [
      'amounts by bidang',
      {
        ...common,
        kind: 'by-bidang',
        amounts: new Map([['sosial', 60_000n]]),
        unpaid: ['kesehatan'],
        ...whole,
      },
      `Honor: sosial Rp60.000 sebulan; belum dibayar: kesehatan; bulan tidak penuh: penuh, tetapi bulan mulai bertugas belum dibayar; ${rest}`,
    ],
    [
      'a top-up',
      {
        ...common,
        kind: 'top-up',
        total: 325_000n,
        of: 'dasar',
        proration: { fullFromDays: 15 },
        rounding: 'down',
      },
      `Honor: tambahan di atas dasar sampai Rp325.000 sebulan; bulan tidak penuh: penuh sejak 15 hari aktif, kurang dari itu setengah; ${rest}`,
    ],
    [
      'rates by kind of activity',
      {
        ...common,
        kind: 'by-activity-kind',
        rates: new Map([['hari-buka', { rate: 5_000n, countMax: 2 }]]),
        amountMax: 8_000n,
      },
      'Honor: Rp5.000 tiap hari-buka (paling banyak 2 sebulan), seluruhnya paling banyak Rp8.000 sebulan; dana: nagari/DDS 60%, DINKES/BOK 40%',
    ],
    [
      'transport',
      { ...common, kind: 'transport', rate: 30_000n, activityKinds: ['hari-buka'], eventCountMax: 1 },
      'Honor: transport Rp30.000 tiap hadir di hari-buka, paling banyak 1 sebulan; dana: nagari/DDS 60%, DINKES/BOK 40%',
    ],
    [
      'an attendance threshold by share',
      { ...attendance, threshold: { percent: 75 }, below: 'proportional' },
      `Honor: Rp75.000 sebulan bila hadir sedikitnya 75% hari-buka di posyandunya; kurang dari itu sebanding dengan kehadirannya; ${rest}`,
    ],
    [
      'an attendance threshold by count',
      { ...attendance, threshold: { count: 2 }, below: 'none' },
      `Honor: Rp75.000 sebulan bila hadir sedikitnya 2 hari-buka; kurang dari itu tidak dibayar; ${rest}`,
    ],
    [
      'a lump twice a year',
      {
        ...common,
        kind: 'lump',
        amount: 300_000n,
        paidIn: [6, 12],
        proration: 'months-served',
        rounding: 'half-up',
      },
      'Honor: Rp300.000 sekaligus, dibayar untuk Juni, Desember; masa tidak penuh: menurut jumlah bulan bertugas; pembulatan: ke rupiah terdekat, setengah ke atas; dana: nagari/DDS 60%, DINKES/BOK 40%',
    ],
    [
      'a 13th month',
      {
        ...common,
        kind: 'thirteenth-month',
        of: 'honor-bulanan',
        paidIn: [12],
        proration: 'full',
        rounding: 'down',
      },
      `Honor: bulan ke-13 sebesar honor-bulanan sebulan, dibayar untuk Desember; masa tidak penuh: dibayar penuh; ${rest}`,
    ],
  ])('words %s', (_, component, line) => {
    expect(componentLine(describeComponent(component))).toBe(line);
  });
});
