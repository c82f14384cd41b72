import { noPhases } from '../../src/core/bidang/bidang-start.js';
import { FundingSources } from '../../src/core/funding/funding-source.js';
import type { HonorRules } from '../../src/core/honor/calculate-kader-month.js';
import type { HonorLine } from '../../src/core/honor/honor-line.js';
import type { AppointmentFacts, KaderFacts } from '../../src/core/honor/kader-month.js';
import type { HonorComponent } from '../../src/core/policy/honor-component.js';
import type { HonorPolicy } from '../../src/core/policy/honor-policy.js';
import { plainDate } from '../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../src/core/shared/service-month.js';

export const JULY = serviceMonth('2026-07');

const DDS_THEN_ADN: HonorComponent['funding'] = {
  kind: 'waterfall',
  steps: [
    { source: { payer: 'nagari', label: 'DDS' }, amountMax: 50_000n },
    { source: { payer: 'nagari', label: 'ADN' }, amountMax: null },
  ],
};

/** Rp75.000 a month by days out of DDS, then ADN, unless told otherwise. */
export function aComponent(
  change: Partial<Extract<HonorComponent, { kind: 'flat-monthly' }>> = {},
): HonorComponent {
  return {
    kind: 'flat-monthly',
    code: 'honor-bulanan',
    name: 'Honor bulanan',
    amount: 75_000n,
    proration: 'by-days',
    rounding: 'down',
    funding: DDS_THEN_ADN,
    ...change,
  };
}

export function aPolicy(change: Partial<HonorPolicy> = {}): HonorPolicy {
  return {
    code: 'honor-kader',
    name: 'Honor kader',
    scope: '13.10',
    opd: null,
    topsUp: null,
    legalBasis: { number: '1/2026', date: plainDate('2026-01-01'), title: 'Honor', fileSha256: null },
    supersedes: null,
    validFrom: plainDate('2026-01-01'),
    validTo: plainDate('2026-12-31'),
    changeWithinMonth: null,
    decemberPayableFrom: null,
    components: [aComponent()],
    ...change,
  };
}

/** One policy, and DDS (ids 1 and 3) and ADN (2 and 4) of nagari .2001 and .2002. */
export function someRules(...policies: HonorPolicy[]): HonorRules {
  const versions = (policies.length > 0 ? policies : [aPolicy()]).map((policy, index) => ({
    id: index + 1,
    version: 1,
    policy,
  }));
  const sources = ['13.10.04.2001', '13.10.04.2002'].flatMap((payingBodyCode, at) =>
    ['DDS', 'ADN'].map((label, index) => ({
      id: at * 2 + index + 1,
      payingBodyCode,
      label,
      fiscalYear: 2026,
    })),
  );
  return { policies: versions, sources: new FundingSources(sources), starts: noPhases };
}

export function anAppointment(change: Partial<AppointmentFacts> = {}): AppointmentFacts {
  return {
    id: 1,
    nagariCode: '13.10.04.2001',
    role: 'kader',
    bidang: 'kesehatan',
    skNumber: 'SK-1',
    from: plainDate('2026-01-05'),
    to: plainDate('2026-12-31'),
    ...change,
  };
}

export function aKader(change: Partial<KaderFacts> = {}): KaderFacts {
  return {
    id: 1,
    nagariCode: '13.10.04.2001',
    deceasedOn: null,
    isPseudonymised: false,
    knownFromYear: null,
    appointments: [anAppointment()],
    tiers: [],
    verifiedActivities: new Map(),
    posyanduEvents: new Map(),
    ...change,
  };
}

/** An honor line of these shares, `[sourceId, amount]`. */
export function aLine(
  shares: readonly (readonly [number, bigint])[],
  change: Partial<HonorLine> = {},
): HonorLine {
  return {
    kaderId: 1,
    month: JULY,
    component: 'honor-bulanan',
    policyId: 1,
    appointmentId: 1,
    nagariCode: '13.10.04.2001',
    amount: shares.reduce((sum, [, amount]) => sum + amount, 0n),
    shares: shares.map(([sourceId, amount]) => ({ sourceId, amount })),
    reasons: [],
    ...change,
  };
}
