import { describe } from '../messages/describe.js';
import { liesIn } from '../region/region.js';
import type { DomainError } from '../shared/domain-error.js';
import { formatMonth, type ServiceMonth } from '../shared/service-month.js';
import type { Exclusion } from './honor-line.js';
import { activeSpans, type KaderFacts } from './kader-month.js';

/** What a calculation of one place leaves to another. */
export interface OtherPlaces {
  /** Why a month of hers is not calculated here; undefined when it is. */
  mustCalculate(kader: KaderFacts, month: ServiceMonth): Exclusion | undefined;
  /** Why a month is left as it is though a rule is missing; undefined when that is for this place to mend. */
  mustMend(kader: KaderFacts, month: ServiceMonth, missing: DomainError): Exclusion | undefined;
}

/** Of a calculation that looks at everybody whole. */
export const noOtherPlaces: OtherPlaces = {
  mustCalculate: () => undefined,
  mustMend: () => undefined,
};

/** A month of a kader for which something is entitled, and where it was earned. */
interface EntitledMonth {
  readonly kaderId: number;
  readonly month: ServiceMonth;
  readonly nagariCode: string;
}

/**
 * Whoever is on the roster of a region is calculated there, for every month. Whoever has moved away is calculated there
 * too, for the months she served there or is entitled to something there; her other months are left to where she is.
 * A month in which she moved needs the rules of both places: while those of the other are missing, it stays as it is,
 * and stops nobody else.
 */
export function otherPlaces(regionCode: string, entitled: readonly EntitledMonth[]): OtherPlaces {
  const isHere = (code: string) => liesIn(code, regionCode);
  const entitledHere = new Set(
    entitled
      .filter(({ nagariCode }) => isHere(nagariCode))
      .map(({ kaderId, month }) => `${String(kaderId)}/${month}`),
  );
  const isOfOthers = (kader: KaderFacts, month: ServiceMonth): boolean =>
    !entitledHere.has(`${String(kader.id)}/${month}`) &&
    !activeSpans(kader, month).some(({ appointment }) => isHere(appointment.nagariCode));
  return {
    mustCalculate(kader, month) {
      if (isHere(kader.nagariCode) || !isOfOthers(kader, month)) return undefined;
      return left(kader, month, 'honor.calculated-elsewhere', { nagari: kader.nagariCode });
    },
    mustMend(kader, month, missing) {
      if (isHere(kader.nagariCode)) return undefined;
      const elsewhere = activeSpans(kader, month).find(({ appointment }) => !isHere(appointment.nagariCode));
      if (elsewhere === undefined) return undefined;
      const facts = {
        nagari: elsewhere.appointment.nagariCode,
        problem: describe(missing.code, missing.facts),
      };
      return left(kader, month, 'honor.elsewhere-not-ready', facts);
    },
  };
}

function left(
  { id }: KaderFacts,
  month: ServiceMonth,
  code: Exclusion['code'],
  facts: Exclusion['facts'],
): Exclusion {
  return { kaderId: id, month, component: null, code, facts: { month: formatMonth(month), ...facts } };
}
