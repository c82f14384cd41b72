import fc from 'fast-check';
import { bidangStarts, hasStarted, noPhases, startOf } from '../../../src/core/bidang/bidang-start.js';
import { calculateRegion } from '../../../src/core/honor/calculate-region.js';
import { bidangOfSpm } from '../../../src/core/kader/vocabulary.js';
import { nextMonth, serviceMonth, type ServiceMonth } from '../../../src/core/shared/service-month.js';
import { aKader, anAppointment, someRules } from '../../support/honor-facts.js';

const SITIUNG = '13.10.04.2001';
const places = ['13.10', '13.10.04', SITIUNG, '13.10.04.2002', '13.10.02'];
const months = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09'].map(serviceMonth);

const aStart = fc.record({
  bidang: fc.constantFrom(...bidangOfSpm),
  regionCode: fc.constantFrom(...places),
  regionName: fc.constant('-'),
  start: fc.constantFrom(...months),
  basis: fc.constant('SK 1'),
});
const manyStarts = fc.array(aStart, { maxLength: 12 });
const aNagari = fc.constantFrom(SITIUNG, '13.10.04.2002', '13.10.02.2001', '13.05.01.2001');
const aBidang = fc.constantFrom(...bidangOfSpm);

describe('startOf', () => {
  it('is the start of the most specific region that says one', () => {
    fc.assert(
      fc.property(manyStarts, aNagari, aBidang, (starts, nagariCode, bidang) => {
        const inReach = starts
          .filter((one) => one.bidang === bidang && `${nagariCode}.`.startsWith(`${one.regionCode}.`))
          .reverse()
          .sort((one, other) => other.regionCode.length - one.regionCode.length);
        const kabupaten = nagariCode.slice(0, 5);
        const hasPhases = starts.some(({ regionCode }) => regionCode.startsWith(kabupaten));
        const expected = inReach[0] ?? (hasPhases ? 'never' : 'no-phases');
        expect(startOf(bidangStarts(starts), nagariCode, bidang)).toEqual(expected);
      }),
    );
  });

  it('once started, a bidang stays started', () => {
    fc.assert(
      fc.property(
        manyStarts,
        aNagari,
        aBidang,
        fc.constantFrom(...months),
        (starts, nagariCode, bidang, month) => {
          const known = bidangStarts(starts);
          const now = hasStarted(known, { nagariCode, bidang }, month);
          expect(!now || hasStarted(known, { nagariCode, bidang }, nextMonth(month))).toBe(true);
        },
      ),
    );
  });

  it('says nothing where a kabupaten has no phases', () => {
    expect(startOf(noPhases, SITIUNG, 'sosial')).toBe('no-phases');
  });
});

describe('honor under phases', () => {
  const payOf = (bidang: string, starts: ReturnType<typeof bidangStarts>, asked: readonly ServiceMonth[]) => {
    const kader = aKader({ appointments: [anAppointment({ bidang })] });
    const { lines, exclusions } = calculateRegion([kader], asked, { ...someRules(), starts });
    return { paid: lines.map(({ month }) => month), excluded: exclusions.map(({ month }) => month) };
  };

  it('pays exactly the months from the start on, and says why of every other', () => {
    fc.assert(
      fc.property(manyStarts, aBidang, (starts, bidang) => {
        const known = bidangStarts(starts);
        const { paid, excluded } = payOf(bidang, known, months);
        expect(paid).toEqual(
          months.filter((month) => hasStarted(known, { nagariCode: SITIUNG, bidang }, month)),
        );
        expect([...paid, ...excluded].sort()).toEqual(months);
      }),
    );
  });

  it('a start everywhere at the first day changes nothing', () => {
    const everywhere = bidangOfSpm.map((bidang) => {
      return { bidang, regionCode: '13.10', regionName: '-', start: serviceMonth('2020-01'), basis: 'SK' };
    });
    for (const bidang of bidangOfSpm) {
      expect(payOf(bidang, bidangStarts(everywhere), months)).toEqual(payOf(bidang, noPhases, months));
    }
  });
});
