import { calculateRegion } from '../../../src/core/honor/calculate-region.js';
import { entitlementChanges } from '../../../src/core/honor/entitlement-changes.js';
import { otherPlaces } from '../../../src/core/honor/other-places.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { aKader, aLine, anAppointment, JULY, someRules } from '../../support/honor-facts.js';

const [OLD, NEW] = ['13.10.04.2001', '13.10.04.2002'];
const AUGUST = serviceMonth('2026-08');

/** Moved on 11 July. */
const moved = aKader({
  nagariCode: NEW,
  appointments: [
    anAppointment({ to: plainDate('2026-07-10') }),
    anAppointment({ id: 2, nagariCode: NEW, from: plainDate('2026-07-11') }),
  ],
});
const entitledIn = (month: typeof JULY) => ({
  ...aLine([[1, 75_000n]], { month }),
  revision: 0,
  nagariCode: OLD,
});

const calculated = (
  region: string,
  months = [JULY, AUGUST],
  entitled = [] as ReturnType<typeof entitledIn>[],
) => calculateRegion([moved], months, someRules(), otherPlaces(region, entitled));

describe('otherPlaces', () => {
  it('leaves the months elsewhere to where she is, also for a region above the nagari', () => {
    expect(calculated(OLD)).toMatchObject({
      lines: [{ month: JULY }],
      exclusions: [{ month: AUGUST, code: 'honor.calculated-elsewhere', facts: { nagari: NEW } }],
    });
    expect(calculated(NEW).lines).toMatchObject([{ month: JULY }, { month: AUGUST }]);
    expect(calculated('13.10.04').exclusions).toEqual([]);
    expect(calculated('13.10.04.200').lines).toEqual([]);
  });

  it('still calculates a month it entitled her to, though no SK of the place covers it any more', () => {
    expect(calculated(OLD, [AUGUST], [entitledIn(AUGUST)])).toMatchObject({
      lines: [{ month: AUGUST, nagariCode: NEW }],
      exclusions: [],
    });
  });

  it('takes back nothing of a month that it leaves to another place', () => {
    const { lines, exclusions } = calculated(OLD, [AUGUST]);
    expect(entitlementChanges(lines, [entitledIn(AUGUST)], exclusions)).toEqual([]);
  });
});
