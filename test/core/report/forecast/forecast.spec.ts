import { forecastTable } from '../../../../src/core/report/forecast/forecast-table.js';
import { forecast } from '../../../../src/core/report/forecast/forecast.js';
import type { ShareFacts } from '../../../../src/core/report/owed/facts.js';
import { tableLines } from '../../../../src/core/report/report-table.js';
import { serviceMonth } from '../../../../src/core/shared/service-month.js';
import { aShare, aSource, NOVEMBER_22 } from '../../../support/owed-facts.js';

const year = { year: 2026, today: NOVEMBER_22, holdings: [] };

function monthly(amounts: Readonly<Record<string, bigint>>): ShareFacts[] {
  return Object.entries(amounts).map(([month, amount], index) =>
    aShare(index + 1, { month: serviceMonth(month), amount }),
  );
}

describe('forecast', () => {
  it('takes the mean of the last three calculated months, half up, for the months to come', () => {
    const shares = monthly({ '2026-06': 1n, '2026-07': 100n, '2026-08': 100n, '2026-09': 101n });
    const [line] = forecast({ ...year, shares, sources: [aSource(1, { ceiling: 500n, received: 250n })] });
    // 301 / 3 = 100,33; June to September 302, three more months of 100.
    expect(line).toMatchObject({
      monthlyNeed: 100n,
      basis: ['2026-07', '2026-08', '2026-09'],
      projected: ['2026-10', '2026-11', '2026-12'],
      gaps: ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
      accrued: 302n,
      need: 602n,
      ceilingLasts: { month: '2026-11', missing: 102n },
      cashLasts: { month: '2026-09', missing: 352n },
    });
  });

  it('rounds half a rupiah up', () => {
    const shares = monthly({ '2026-11': 100n, '2026-12': 101n });
    expect(forecast({ ...year, shares, sources: [aSource(1)] })[0]?.monthlyNeed).toBe(101n);
  });

  it('says what is accrued above the ceiling that is left', () => {
    const shares = monthly({ '2026-07': 100n, '2026-08': 100n });
    const sources = [aSource(1, { ceiling: 150n, spent: 20n, reserved: 10n })];
    expect(forecast({ ...year, shares, sources })[0]).toMatchObject({ available: 120n, unfunded: 80n });
  });

  it('has no basis where nothing was calculated, instead of a need of zero', () => {
    const lines = forecast({ ...year, shares: [], sources: [aSource(1)] });
    expect(lines[0]).toMatchObject({ monthlyNeed: null, gaps: [], projected: [] });
    expect(tableLines(forecastTable(lines, 2026, NOVEMBER_22)).join('\n')).toContain('belum ada dasar');
  });

  it('lasts when the need of the year is met to the rupiah', () => {
    const shares = monthly({ '2026-12': 1_000_000n });
    const [line] = forecast({ ...year, shares, sources: [aSource(1, { received: 1_000_000n })] });
    expect(line).toMatchObject({
      ceilingLasts: { month: null, missing: 0n },
      cashLasts: { month: null, missing: 0n },
    });
  });

  it('leaves out lines of another year', () => {
    expect(forecast({ ...year, shares: [], sources: [aSource(1, { fiscalYear: 2027 })] })).toEqual([]);
  });
});
