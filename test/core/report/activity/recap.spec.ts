import fc from 'fast-check';
import { recap, recapGroupings, type RecappedActivity } from '../../../../src/core/report/activity/recap.js';

const anActivity: fc.Arbitrary<RecappedActivity> = fc.record({
  type: fc.constantFrom('hari-buka', 'penyuluhan'),
  typeName: fc.constant('Jenis'),
  bidang: fc.constantFrom('kesehatan', 'sosial', null),
  posyandu: fc.constant('Melati'),
  registrationNumber: fc.constantFrom('13.10.04.2001.001', '13.10.04.2001.002'),
  nagariCode: fc.constantFrom('13.10.04.2001', '13.10.04.2002'),
  nagari: fc.constant('Sitiung'),
  isVerified: fc.boolean(),
  kaderIds: fc.uniqueArray(fc.integer({ min: 1, max: 9 })),
  counts: fc.record({ balita: fc.nat(50), lansia: fc.nat(50) }, { requiredKeys: [] }),
});

describe('recap', () => {
  it.each(recapGroupings)('by %s adds up to the same total, in whatever order it was read', (by) => {
    fc.assert(
      fc.property(fc.array(anActivity), (activities) => {
        const { rows, total } = recap(activities, by);
        const sum = (of: (row: (typeof rows)[number]) => number) =>
          rows.reduce((all, row) => all + of(row), 0);
        expect(sum(({ events }) => events)).toBe(total.events);
        expect(sum(({ attendances }) => attendances)).toBe(total.attendances);
        expect(sum(({ counts }) => counts.balita)).toBe(total.counts.balita);
        expect(total.kader).toBeLessThanOrEqual(sum(({ kader }) => kader));
        expect(recap([...activities].reverse(), by)).toEqual({ rows, total });
      }),
    );
  });
});
