import type { Role } from '../../../src/core/kader/role.js';
import type { Tier } from '../../../src/core/kader/vocabulary.js';
import type { Day, RosterFact } from './facts.js';
import { days } from './world.js';

/** What a kader was on one day, by the SK of that day. */
export interface DayOfService {
  readonly sk: number;
  readonly posyandu: string;
  readonly role: Role;
}

interface DayOfTier {
  readonly certificate: number;
  readonly tier: Tier;
}

const INDEX_OF = new Map(days.map((day, index) => [day, index]));

/** The roster as one would paint it on a calendar: for each kader and day what was heard of her last. */
export class Roll {
  private readonly service = new Map<number, (DayOfService | undefined)[]>();
  private readonly tiers = new Map<number, (DayOfTier | undefined)[]>();
  private certificates = 0;

  hear(fact: RosterFact): void {
    if (fact.kind === 'sk') this.hearSk(fact);
    if (fact.kind === 'ended') {
      paint(calendarOf(this.service, fact.kader), indexOf(fact.on) + 1, () => undefined);
    }
    if (fact.kind === 'tier') {
      this.certificates += 1;
      const held = { certificate: this.certificates, tier: fact.tier };
      paint(calendarOf(this.tiers, fact.kader), indexOf(fact.from), () => held);
    }
  }

  serviceOf(kader: number, day: Day): DayOfService | undefined {
    return this.service.get(kader)?.[indexOf(day)];
  }

  tierOf(kader: number, day: Day): DayOfTier | undefined {
    return this.tiers.get(kader)?.[indexOf(day)];
  }

  kader(): readonly number[] {
    return [...this.service.keys()].sort((one, other) => one - other);
  }

  /** A correction says what she was on the days of that SK, and from when; a new one what she is from now on. */
  private hearSk({ kader, paper, from, posyandu, role }: Extract<RosterFact, { kind: 'sk' }>): void {
    const calendar = calendarOf(this.service, kader);
    const start = indexOf(from);
    const first = calendar.findIndex((known) => known?.sk === paper);
    const last = calendar.findLastIndex((known) => known?.sk === paper);
    for (let index = first; first !== -1 && index < start; index += 1) calendar[index] = undefined;
    const end = last === -1 ? days.length - 1 : last;
    for (let index = start; index <= end; index += 1) calendar[index] = { sk: paper, posyandu, role };
  }
}

function calendarOf<Known>(all: Map<number, (Known | undefined)[]>, kader: number): (Known | undefined)[] {
  const calendar = all.get(kader) ?? days.map(() => undefined);
  all.set(kader, calendar);
  return calendar;
}

function paint<Known>(calendar: Known[], from: number, say: (known: Known | undefined) => Known): void {
  for (let index = from; index < days.length; index += 1) calendar[index] = say(calendar[index]);
}

function indexOf(day: Day): number {
  const index = INDEX_OF.get(day);
  if (index === undefined) throw new Error(`${day} is no day of the year`);
  return index;
}
