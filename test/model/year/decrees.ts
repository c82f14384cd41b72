import type { Day, PolicyFact } from './facts.js';
import { KABUPATEN } from './world.js';

/** A day of service, and where. */
interface Served {
  readonly day: Day;
  readonly nagari: string;
}

/** The decrees that are known, and which of them pays a day. */
export class Decrees {
  private readonly known: PolicyFact[] = [];

  hear(decree: PolicyFact): void {
    this.known.push(decree);
  }

  /** By whom each day she served in a month is paid; where a decree leaves the month as it is, by the one before. */
  paying(served: readonly Served[]): ReadonlyMap<Day, PolicyFact> {
    const found = new Map<Day, PolicyFact>();
    let before: (Served & { readonly decree: PolicyFact }) | undefined;
    for (const { day, nagari } of served) {
      const holds = this.on(nagari, day);
      const isChange = before?.nagari === nagari && before.decree !== holds;
      const stays =
        isChange && before !== undefined && ruleOf(before.decree, holds, before.day) === 'first-day';
      const decree = stays && before !== undefined ? before.decree : holds;
      found.set(day, decree);
      // What was left as it was has not held since: only on its own days is a later one held against it.
      before = { day: stays && before !== undefined ? before.day : day, nagari, decree };
    }
    return found;
  }

  /** A nagari's own decree goes before the kabupaten's; of the kabupaten's the one that began last. */
  private on(nagari: string, day: Day): PolicyFact {
    const holds = ({ from, to }: PolicyFact) => from <= day && (to === null || day <= to);
    const own = this.known.filter((decree) => decree.scope === nagari && holds(decree)).at(-1);
    const ofAll = this.known
      .filter((decree) => decree.scope === KABUPATEN && holds(decree))
      .sort((one, other) => (one.from < other.from ? -1 : 1))
      .at(-1);
    const decree = own ?? ofAll;
    if (decree === undefined) throw new Error(`no decree holds in ${nagari} on ${day}`);
    return decree;
  }
}

/** The decree that begins says how the month is paid; where none begins, the one that ended; else the other. */
function ruleOf(before: PolicyFact, after: PolicyFact, lastBefore: Day): PolicyFact['change'] {
  const [says, other] = after.from > lastBefore ? [after, before] : [before, after];
  return says.change ?? other.change;
}
