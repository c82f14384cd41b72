import { compareClaims, type Claim } from '../../../src/core/payment/claim.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';

const months = ['2026-07', '2026-08', '2026-09'].map(serviceMonth);
const yusnidar = { nik: '1310044101800001', name: 'Yusnidar', amount: 225_000n };
const rosmaniar = { nik: '1310044101800002', name: 'Rosmaniar', amount: 225_000n };
const claimOf = (one: typeof yusnidar, change: Partial<Claim> = {}): Claim => ({ ...one, months, ...change });
const problemsOf = (...claims: Claim[]) =>
  compareClaims(claims, [yusnidar, rosmaniar], months).map(({ code, facts }) => [
    code,
    facts.kader,
    facts.ratio,
  ]);

describe('compareClaims', () => {
  it('finds nothing in a list that asks for exactly what was computed', () => {
    expect(problemsOf(claimOf(rosmaniar), claimOf(yusnidar))).toEqual([]);
  });

  it('names the person of whom five times the rate is asked', () => {
    expect(problemsOf(claimOf(yusnidar, { amount: 1_125_000n }), claimOf(rosmaniar))).toEqual([
      ['payment.claim-differs', 'Yusnidar', '5'],
    ]);
  });

  it('names who asks for a rupiah less, too', () => {
    expect(problemsOf(claimOf(yusnidar, { amount: 224_999n }), claimOf(rosmaniar))).toEqual([
      ['payment.claim-differs', 'Yusnidar', '1'],
    ]);
  });

  it('names who was left out', () => {
    expect(problemsOf(claimOf(yusnidar))).toEqual([['payment.claim-left-out', 'Rosmaniar', undefined]]);
  });

  it('names who is there twice', () => {
    expect(problemsOf(claimOf(yusnidar), claimOf(rosmaniar), claimOf(yusnidar))).toEqual([
      ['payment.claim-twice', 'Yusnidar', undefined],
    ]);
  });

  it('names who is not entitled', () => {
    const ghost = claimOf({ nik: '1310044101800009', name: 'Tidak Ada', amount: 225_000n });
    expect(problemsOf(claimOf(yusnidar), claimOf(rosmaniar), ghost)).toEqual([
      ['payment.claim-not-entitled', 'Tidak Ada', undefined],
    ]);
  });

  it('names other months for the same money', () => {
    const early = claimOf(yusnidar, { months: months.slice(0, 2) });
    expect(problemsOf(early, claimOf(rosmaniar))).toEqual([
      ['payment.claim-months-differ', 'Yusnidar', undefined],
    ]);
  });
});
