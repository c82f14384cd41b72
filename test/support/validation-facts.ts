import type { BidangOpd } from '../../src/core/bidang/bidang-opd.js';
import { noPhases } from '../../src/core/bidang/bidang-start.js';
import type { PlaceFacts, RosterFacts } from '../../src/core/report/roster/roster-facts.js';
import {
  usualNorms,
  type PosyanduFacts,
  type ValidationFacts,
} from '../../src/core/report/validation/facts.js';
import { plainDate } from '../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../src/core/shared/service-month.js';
import { aPayee, NOVEMBER_22 } from './owed-facts.js';

export const melati: PosyanduFacts = {
  id: 1,
  registrationNumber: '13.10.04.2001.001',
  name: 'Melati',
  nagariCode: '13.10.04.2001',
};
export const mawar: PosyanduFacts = {
  id: 2,
  registrationNumber: '13.10.04.2002.001',
  name: 'Mawar',
  nagariCode: '13.10.04.2002',
};

export function aPlace(posyandu: PosyanduFacts, change: Partial<PlaceFacts> = {}): PlaceFacts {
  return {
    posyanduId: posyandu.id,
    posyandu: posyandu.name,
    registrationNumber: posyandu.registrationNumber,
    nagariCode: posyandu.nagariCode,
    role: 'kader',
    bidang: 'kesehatan',
    tier: null,
    skNumber: 'SK-1/2026',
    from: plainDate('2026-01-05'),
    skTo: plainDate('2027-12-31'),
    endedOn: null,
    endReason: null,
    ...change,
  };
}

export function aPerson(
  id: number,
  places: readonly PlaceFacts[],
  change: Partial<RosterFacts> = {},
): RosterFacts {
  const nagariCode = places[0]?.nagariCode ?? melati.nagariCode;
  return { ...aPayee(id), birthDate: plainDate('1980-01-01'), nagariCode, places, ...change };
}

/** Five people at a posyandu, every role filled. */
export function aFullStaff(posyandu: PosyanduFacts, firstId: number): RosterFacts[] {
  return ['ketua', 'sekretaris', 'bendahara', 'kader', 'kader'].map((role, index) =>
    aPerson(firstId + index, [aPlace(posyandu, { role })]),
  );
}

/** Who answers for health in the whole kabupaten. */
const DINKES: BidangOpd = {
  bidang: 'kesehatan',
  regionCode: '13.10',
  opdCode: 'DINKES',
  opdName: 'Dinas Kesehatan',
  limitDays: 5,
  from: plainDate('2026-01-01'),
  to: null,
  basis: 'SK 1/2026',
  note: null,
};

/** A kecamatan in which nothing is missing, changed as told. */
export function aSoundRegion(change: Partial<ValidationFacts> = {}): ValidationFacts {
  return {
    on: NOVEMBER_22,
    norms: usualNorms,
    months: [serviceMonth('2026-10')],
    regions: [
      { code: '13.10.04', name: 'Sitiung' },
      { code: '13.10.04.2001', name: 'Sitiung' },
      { code: '13.10.04.2002', name: 'Siguntur' },
    ],
    posyandu: [melati, mawar],
    roster: [...aFullStaff(melati, 1), ...aFullStaff(mawar, 11)],
    activities: [melati, mawar].map(({ id }) => ({
      posyanduId: id,
      on: plainDate('2026-10-10'),
      kind: 'hari-buka',
      attendance: 5,
      isVerified: true,
    })),
    nagariWithoutPolicy: [],
    nagariWithoutBudget: [],
    forecasts: [],
    opds: [DINKES],
    starts: noPhases,
    overdueReferrals: [],
    owedToDead: new Map(),
    ...change,
  };
}
