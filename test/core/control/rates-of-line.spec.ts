import { ratesOf } from '../../../src/core/control/rates-of-line.js';

const policy = { step: 'policy', policy: 'honor', version: 1 };
const span = (from: string, to: string) => ({ step: 'appointment', sk: '140/5/2026', from, to });
const flat = (amount: number) => ({ step: 'flat-monthly', amount });
const byDays = { step: 'prorated-by-days', days: 15, ofDays: 31, amount: 1 };

describe('ratesOf', () => {
  it('tells the days of each rate where another policy carries the later ones', () => {
    const first = [policy, span('2026-07-01', '2026-07-15'), flat(60_000), byDays];
    const second = [policy, span('2026-07-16', '2026-07-31'), flat(75_000), byDays];
    expect(ratesOf([...first, ...second]).map(({ rate, days }) => [rate, days?.from, days?.to])).toEqual([
      [60_000n, '2026-07-01', '2026-07-15'],
      [75_000n, '2026-07-16', '2026-07-31'],
    ]);
  });

  it('tells them where she changed her part within the month, and takes all days where it cannot', () => {
    const spans = [span('2026-07-01', '2026-07-10'), span('2026-07-11', '2026-07-31')];
    const [first, second] = ratesOf([policy, ...spans, flat(60_000), byDays, flat(75_000), byDays]);
    expect([first?.days?.to, second?.days?.from]).toEqual(['2026-07-10', '2026-07-11']);
    expect(ratesOf([policy, ...spans, flat(60_000)]).map(({ days }) => days)).toEqual([
      { from: '2026-07-01', to: '2026-07-31' },
    ]);
  });

  it('takes a 13th month once, and what was stored before days were for the whole month', () => {
    const once = { step: 'thirteenth-month', component: 'honor-bulanan', amount: 75_000 };
    expect(ratesOf([policy, flat(75_000), once])).toEqual([
      {
        ...{ rate: 75_000n, unit: 'payment', activity: null, days: null },
        asPartOf: { component: 'honor-bulanan', rate: 75_000n },
      },
    ]);
    expect(ratesOf([flat(75_000)]).map(({ days }) => days)).toEqual([null]);
  });
});
