import fc from 'fast-check';
import { arrears } from '../../../../src/core/report/arrears/arrears.js';
import { sumOfParts } from '../../../../src/core/report/owed/owed-parts.js';
import { tableLines } from '../../../../src/core/report/report-table.js';
import { unfundedTable } from '../../../../src/core/report/unfunded/unfunded-table.js';
import { unfunded } from '../../../../src/core/report/unfunded/unfunded.js';
import { plainDate } from '../../../../src/core/shared/plain-date.js';
import { sumRupiah } from '../../../../src/core/shared/rupiah.js';
import { serviceMonth } from '../../../../src/core/shared/service-month.js';
import { aHolding, aShare, aSource, NOVEMBER_22, owedWorlds } from '../../../support/owed-facts.js';

/** Any world, some of its lines of a closed year. */
const worlds = fc
  .tuple(owedWorlds, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }))
  .map(([world, closed]) => ({
    ...world,
    sources: world.sources.map((source, index) =>
      closed[index] === true ? { ...source, lapsed: source.ceiling - source.spent } : source,
    ),
  }));

describe('unfunded', () => {
  it('in request, funded, unfunded and debt of closed years are what is owed, and what the arrears say', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { shares, holdings, sources, payees, asOf } = world;
        const report = unfunded({ today: asOf, shares, holdings, sources, ledger: [] });
        for (const line of [report, ...report.lines]) {
          expect(line.inRequest + line.funded + line.unfunded + line.priorYear).toBe(line.owed);
        }
        for (const line of report.lines) {
          expect(sumRupiah(line.months.map(({ missing }) => missing))).toBe(line.unfunded);
          expect(line.funded <= line.available).toBe(true);
          expect((line.since === null) === (line.unfunded === 0n)).toBe(true);
        }
        const rest = { today: asOf, nagariNames: new Map(), notCalculated: [], ledger: [] };
        const { rows, owed, overpaid } = arrears({ asOf, shares, holdings, sources, payees, ...rest });
        expect({ owed, overpaid }).toEqual({ owed: report.owed, overpaid: report.overpaid });
        const { inRequest, funded, priorYear } = report;
        expect(sumOfParts(rows.map(({ parts }) => parts))).toEqual({
          ...{ inRequest, funded, priorYear },
          unfunded: report.unfunded,
        });
      }),
    );
  });

  it('does not depend on the order in which anything was read', () => {
    fc.assert(
      fc.property(worlds, ({ shares, holdings, sources, asOf: today }) => {
        const turned = [shares, holdings, sources].map((list) => [...list].reverse()) as [
          typeof shares,
          typeof holdings,
          typeof sources,
        ];
        const [otherShares, otherHoldings, otherSources] = turned;
        const facts = { shares: otherShares, holdings: otherHoldings, sources: otherSources };
        expect(unfunded({ today, ledger: [], ...facts })).toEqual(
          unfunded({ today, ledger: [], shares, holdings, sources }),
        );
      }),
    );
  });

  it('serves the oldest month first, and says how much is missing, for whom and since when', () => {
    const month = serviceMonth('2026-08');
    const report = unfunded({
      today: plainDate('2026-09-30'),
      sources: [aSource(1, { ceiling: 160_000n })],
      shares: [aShare(1), aShare(2, { kaderId: 2 }), aShare(3, { month }), aShare(4, { kaderId: 2, month })],
      holdings: [aHolding(1, { state: 'draft' })],
      ledger: [{ sourceId: 1, payable: 300_000n }],
    });
    expect(report).toMatchObject({ owed: 300_000n, funded: 160_000n, unfunded: 140_000n, differences: [] });
    expect(report.lines[0]).toMatchObject({
      since: '2026-08-31',
      days: 30,
      kader: 2,
      months: [{ month, kader: 2, missing: 140_000n }],
    });
    expect(tableLines(unfundedTable(report)).at(-2)).toBe(
      '13.10.04.2002/S1/2026, Agustus 2026: kurang Rp140.000 untuk 2 kader.',
    );
  });

  it('calls it debt of an earlier year once the year is closed: nothing is forfeited', () => {
    const sources = [aSource(1, { ceiling: 10n, lapsed: 10n })];
    const facts = { today: NOVEMBER_22, shares: [aShare(1)], holdings: [], sources };
    const report = unfunded({ ...facts, ledger: [{ sourceId: 1, payable: 1n }] });
    expect(report).toMatchObject({ owed: 75_000n, priorYear: 75_000n, unfunded: 0n, funded: 0n });
    expect(report.differences).toEqual([{ source: '13.10.04.2002/S1/2026', rows: 75_000n, ledger: 1n }]);
    expect(tableLines(unfundedTable(report)).at(-1)).toContain('TIDAK COCOK');
  });
});
