import { liesIn, regionLevel } from '../../region/region.js';
import { groupBy } from '../../shared/group-by.js';
import { checkAccounts } from './check-accounts.js';
import { checkActivities } from './check-activities.js';
import { checkBidang } from './check-bidang.js';
import { checkFunding } from './check-funding.js';
import { checkHeirs } from './check-heirs.js';
import { checkRoster } from './check-roster.js';
import { validationAreas, type Finding, type ValidationArea, type ValidationFacts } from './facts.js';

/** How many findings a place has, its own and those of all places under it. */
export interface PlaceTally {
  readonly level: 'provinsi' | 'kabupaten' | 'kecamatan' | 'nagari' | 'posyandu';
  /** Kemendagri code, or the registration number of a posyandu. */
  readonly code: string;
  readonly name: string;
  readonly counts: Readonly<Record<ValidationArea, number>>;
  readonly total: number;
  /** Findings of the place itself, not of any place under it. */
  readonly own: number;
}

export interface Validation {
  readonly findings: readonly Finding[];
  /** Every place, from the one asked about down to its posyandu, in order of code. */
  readonly places: readonly PlaceTally[];
}

/** Everything missing or contradictory in a region, and how it adds up from posyandu to the top. */
export function validation(facts: ValidationFacts): Validation {
  const known = new Set(facts.regions.map(({ code }) => code));
  const findings = [
    ...checkRoster(facts),
    ...checkAccounts(facts),
    ...checkHeirs(facts),
    ...checkActivities(facts),
    ...checkFunding(facts),
    ...checkBidang(facts),
  ].filter(({ regionCode }) => known.has(regionCode));
  return { findings: findings.sort(inOrder), places: tally(findings, facts) };
}

function tally(findings: readonly Finding[], { regions, posyandu }: ValidationFacts): PlaceTally[] {
  const ofRegion = groupBy(findings, ({ regionCode }) => regionCode);
  const ofPosyandu = groupBy(findings, (one) => one.posyandu ?? '');
  const codes = [...ofRegion.keys()];
  const tallied = regions.map(({ code, name }): PlaceTally => {
    const under = codes.filter((each) => liesIn(each, code)).flatMap((each) => ofRegion.get(each) ?? []);
    const own = (ofRegion.get(code) ?? []).filter((one) => one.posyandu === null).length;
    return { level: regionLevel(code) ?? 'nagari', code, name, ...countsOf(under), own };
  });
  const ofEach = posyandu.map(({ registrationNumber: code, name }): PlaceTally => {
    const own = ofPosyandu.get(code) ?? [];
    return { level: 'posyandu', code, name, ...countsOf(own), own: own.length };
  });
  return [...tallied, ...ofEach].sort((one, other) => (one.code < other.code ? -1 : 1));
}

function countsOf(findings: readonly Finding[]): Pick<PlaceTally, 'counts' | 'total'> {
  const counts: Record<ValidationArea, number> = {
    roster: 0,
    account: 0,
    activity: 0,
    funding: 0,
    bidang: 0,
  };
  for (const { area } of findings) counts[area] += 1;
  return { counts, total: validationAreas.reduce((sum, area) => sum + counts[area], 0) };
}

/** From the top of the region down, then by area and sentence: the order of what was read never matters. */
function inOrder(one: Finding, other: Finding): number {
  const keyOf = ({ regionCode, posyandu, area, what }: Finding): string =>
    [regionCode, posyandu ?? '', validationAreas.indexOf(area), what.text].join('\t');
  const [mine, yours] = [keyOf(one), keyOf(other)];
  if (mine === yours) return 0;
  return mine < yours ? -1 : 1;
}
